import type { QuizKey, QuizStep } from '#lib/content/quiz-documents.ts';
import type { StepResult } from '#lib/domain/learning/model.ts';
import type { PublicItem } from '#lib/domain/quiz/kind.ts';
import type { ItemId } from '#lib/domain/quiz/model.ts';
import { fitQuizWork, type QuizWork } from '#lib/domain/quiz/work.ts';
import { createQuizMachine, type QuizMachine } from '#lib/machines/quiz-machine.ts';
import { Lazy } from './lazy.svelte.ts';
import type { LessonSession } from './lesson-session.svelte.ts';
import { loadDocument } from './load.ts';
import type { Marking } from './marking.ts';
import { StepSession } from './step-session.svelte.ts';

/** What comes with the first mark: what makes it, and, for the page, what shows it. */
export interface MarkingParts {
	Marking: typeof Marking;
}

const hasMarks = ({ checked, earlier }: QuizWork): boolean => checked.length + earlier.length > 0;
const unmarked: StepResult = { done: false, frames: {} };

/**
 * A step made of items, marked as it is worked. The page opens without what marks it: `loadParts` and the step's key
 * are loaded when an answer is to be checked, and with work in which something was.
 */
export class QuizSession<Parts extends MarkingParts> extends StepSession<QuizMachine, QuizWork> {
	readonly items: PublicItem[];
	readonly certainty: boolean;
	#marked: Lazy<{ marking: Marking; parts: Parts }>;

	constructor(lesson: LessonSession, step: QuizStep, loadParts: () => Promise<Parts>) {
		const { id, items, certainty } = step;
		const marked = new Lazy(async () => {
			const key = loadDocument<QuizKey>(fetch, `${lesson.outline.id}/key/${id}.json`);
			const parts = await loadParts();
			return { marking: new parts.Marking(await key), parts };
		});
		super(lesson, {
			step: id,
			machine: () =>
				createQuizMachine({
					items,
					certainty,
					isFullyRight: (item, response) => marked.current?.marking.isFullyRight(item, response) ?? false
				}),
			parse: async (stored) => {
				const { parseQuizWork } = await import('#lib/domain/quiz/parse-work.ts');
				const work = parseQuizWork(stored);
				return work && fitQuizWork(items, work);
			},
			prepare: async (work) => void (hasMarks(work) && (await marked.load())),
			// The same whether or not the marking has been loaded ahead: before the first check there is no result.
			resultOf: (work) => (hasMarks(work) ? (marked.current?.marking.resultOf(work) ?? null) : unmarked)
		});
		this.items = items;
		this.certainty = certainty;
		this.#marked = marked;
	}

	/** Null until something is checked. */
	get marked(): { marking: Marking; parts: Parts } | null {
		return this.#marked.current;
	}

	/** Loads what marks an answer; false when it cannot be reached. Also called ahead, so that a check takes no time. */
	loadMarking(): Promise<boolean> {
		return this.#marked.load();
	}

	/** Checks an answer; false when what marks it cannot be reached, and nothing has changed. */
	async check(item: ItemId): Promise<boolean> {
		const loaded = await this.loadMarking();
		if (loaded) this.send({ type: 'answer.checked', item });
		return loaded;
	}
}
