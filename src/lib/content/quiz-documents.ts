import type {
	CheckStep,
	Content,
	Html,
	Lesson,
	LessonId,
	ReverseStep,
	Step,
	StepId
} from '#lib/domain/lesson/model.ts';
import { publicItem, type PublicItem } from '#lib/domain/quiz/index.ts';
import type { Item } from '#lib/domain/quiz/model.ts';
import { stepDocumentOf, type StepDocument } from './documents.ts';

/** A step of items without their answers. */
export interface QuizStep {
	id: 'check' | 'reverse';
	title: string;
	intro: Html;
	needs: StepId[];
	/** Whether each item also asks how sure the learner is. */
	certainty: boolean;
	items: PublicItem[];
}

/** What a quiz page opens with: small, and nothing in it, so nothing in the page's source, tells what is right. */
export interface QuizDocument extends Pick<StepDocument, 'terms' | 'sources'> {
	lesson: LessonId;
	version: number;
	step: QuizStep;
}

/** What marks the items and is shown with the marks: asked for when an answer is to be checked. */
export interface QuizKey extends Pick<StepDocument, 'claims' | 'sources'> {
	items: Item[];
}

export const isQuiz = (step: Step): step is CheckStep | ReverseStep => step.id === 'check' || step.id === 'reverse';

export function quizDocumentOf(content: Content, lesson: Lesson, step: CheckStep | ReverseStep): QuizDocument {
	const { id, title, intro, needs } = step;
	const certainty = step.id === 'check' && step.certainty;
	const items = step.items.map((item) => publicItem(item));
	const { terms, sources } = stepDocumentOf(content, lesson, step);
	const renderings = Object.values(terms).flatMap((term) => term.renderings);
	const usedBy = new Set(renderings.flatMap((rendering) => rendering.usedBy));
	return {
		lesson: lesson.id,
		version: lesson.version,
		step: { id, title, intro, needs, certainty, items },
		terms,
		// Those of the claims would tell whose view an item tests.
		sources: Object.fromEntries(Object.entries(sources).filter(([source]) => usedBy.has(source)))
	};
}

export function quizKeyOf(content: Content, lesson: Lesson, step: CheckStep | ReverseStep): QuizKey {
	const { claims, sources } = stepDocumentOf(content, lesson, step);
	return { items: step.items, claims, sources };
}
