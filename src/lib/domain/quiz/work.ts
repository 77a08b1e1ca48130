import * as v from 'valibot';
import { publicItem, validateResponse } from './index.ts';
import { certainties, type Certainty, type Item, type ItemId, type Response } from './model.ts';
import { parseResponse } from './parse.ts';

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

const responses = v.record(
	v.string(),
	v.pipe(
		v.unknown(),
		v.rawTransform(({ dataset, addIssue, NEVER }): Response => {
			const response = parseResponse(dataset.value);
			if (response) return response;
			addIssue({ message: 'not a response', expected: 'a response' });
			return NEVER;
		})
	)
);
const sureness = v.record(v.string(), v.picklist(certainties));

const schema: v.GenericSchema<unknown, QuizWork> = v.object({
	attempt: v.pipe(v.number(), v.integer(), v.minValue(1)),
	responses,
	certainties: sureness,
	checked: v.array(v.string()),
	earlier: v.array(v.object({ responses, certainties: sureness }))
});

/** Stored work, or null for what is not such work. Whether it fits the items is for `fitQuizWork`. */
export function parseQuizWork(stored: unknown): QuizWork | null {
	const parsed = v.safeParse(schema, stored);
	return parsed.success ? parsed.output : null;
}

/**
 * The work as it fits the items of today: an item stays checked only if it is still there and its response can still
 * be marked, else it is open again. No answer is dropped.
 */
export function fitQuizWork(items: readonly Item[], work: QuizWork): QuizWork {
	const fits = (id: ItemId): boolean => {
		const item = items.find((one) => one.id === id);
		return item !== undefined && validateResponse(publicItem(item), work.responses[id]).ready;
	};
	return { ...work, checked: [...new Set(work.checked)].filter(fits) };
}
