import type { Kit, Reference } from '../../argument/model.ts';
import type {
	CheckStep,
	CloseStep,
	FramingsStep,
	Lesson,
	Library,
	OrientStep,
	ReverseStep,
	SpeakersStep,
	TaskStep,
	WeighStep
} from '../../lesson/model.ts';
import type { PublicItem } from '../../quiz/kind.ts';

/** A quiz step without what answers it. */
export type KeylessQuiz<S extends CheckStep | ReverseStep> = Omit<S, 'items'> & { items: PublicItem[] };
/** The kit without what tells cards apart; there are no references. */
export interface KeylessWeigh extends Omit<WeighStep, 'kit' | 'references'> {
	kit: Kit;
	references: never[];
}
export type KeylessStep =
	| OrientStep
	| SpeakersStep
	| FramingsStep
	| TaskStep
	| KeylessQuiz<CheckStep>
	| KeylessQuiz<ReverseStep>
	| KeylessWeigh
	| CloseStep;

/** A lesson from which no mark can be worked out: see `withoutKey`. */
export interface KeylessLesson extends Omit<Lesson, 'steps' | 'flow'> {
	steps: KeylessStep[];
	flow: never[];
}

/** A lesson that travels in a file, with what it needs of the library. */
export type CarriedLesson =
	| { format: 1; key: true; lesson: Lesson; library: Library }
	| { format: 1; key: false; lesson: KeylessLesson; library: Library };

/** What marks a lesson, and tells whether it is the one that was assigned. */
export interface LessonKey {
	lesson: string;
	version: number;
	hash: string;
	title: string;
	check?: CheckStep;
	reverse?: ReverseStep;
	weigh?: { kit: Kit; references: Reference[] };
}
