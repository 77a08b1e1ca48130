import type { PublicItem } from './kind.ts';
import type { Certainty, ItemId, Response } from './model.ts';
import { validateResponse } from './ready.ts';

/** What was done in one attempt. */
export interface QuizAttempt {
	responses: Record<ItemId, Response>;
	certainties: Record<ItemId, Certainty>;
	/** Items whose answer is fixed and marked in this attempt. */
	checked: ItemId[];
	/** How many hints of an item have been opened, in this attempt or an earlier one: what was read stays read. */
	hints: Record<ItemId, number>;
	/** The items that were drawn from banks; empty where nothing is drawn. */
	drawn: ItemId[];
	/** Handed in as it was: what is not checked earns nothing. */
	ended: boolean;
}

/** What a learner has done on a step made of items: plain data, stored, marked and handed in as it is. */
export interface QuizWork extends QuizAttempt {
	format: 2;
	/** What draws and shuffles come from. A whole number; the same for as long as the work is kept. */
	seed: number;
	/** 1 for the first. */
	attempt: number;
	/** When the clock of this attempt began to run, in milliseconds since 1970; null: it has not. */
	began: number | null;
	/** More time than the quiz gives, in percent; null: without a limit. */
	extra: number | null;
	/** The due date has been seen to pass. */
	due: boolean;
	/** Earlier attempts as they were when they ended, oldest first. */
	earlier: QuizAttempt[];
	/** Answers that this version cannot read, as they were stored, by item: a later one may. */
	unread?: Record<string, unknown>;
}

export const emptyQuizWork: QuizWork = {
	format: 2,
	seed: 0,
	attempt: 1,
	responses: {},
	certainties: {},
	checked: [],
	hints: {},
	drawn: [],
	ended: false,
	began: null,
	extra: 0,
	due: false,
	earlier: []
};

/**
 * The work as it fits the items of today: an item stays checked only if it is still there and its response can still
 * be marked, else it is open again. No answer is dropped.
 */
export function fitQuizWork(items: readonly PublicItem[], work: QuizWork): QuizWork {
	const fits = (id: ItemId): boolean => {
		const item = items.find((one) => one.id === id);
		return item !== undefined && validateResponse(item, work.responses[id]).ready;
	};
	return { ...work, checked: [...new Set(work.checked)].filter(fits) };
}
