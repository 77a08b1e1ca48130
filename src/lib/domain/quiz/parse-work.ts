import * as v from 'valibot';
import { certainties, type Response } from './model.ts';
import { parseResponse } from './parse.ts';
import type { QuizWork } from './work.ts';

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
