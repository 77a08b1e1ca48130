import type { PublicItem } from './kind.ts';
import type { Certainty, ItemId, Response } from './model.ts';
import { validateResponse } from './ready.ts';

/** What a learner has done on a step made of items: plain data, stored, marked and handed in as it is. */
export interface QuizWork {
	/** 1 for the first. */
	attempt: number;
	responses: Record<ItemId, Response>;
	certainties: Record<ItemId, Certainty>;
	/** Items whose answer is fixed and marked in this attempt. */
	checked: ItemId[];
	/** Earlier attempts as they were when they ended, oldest first. */
	earlier: { responses: Record<ItemId, Response>; certainties: Record<ItemId, Certainty> }[];
}

export const emptyQuizWork: QuizWork = { attempt: 1, responses: {}, certainties: {}, checked: [], earlier: [] };

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
