import * as v from 'valibot';
import type { Response } from './model.ts';

const ids = v.array(v.string());
const answers = v.record(v.string(), v.string());

const responseSchema: v.GenericSchema<unknown, Response> = v.variant('kind', [
	v.object({ kind: v.literal('single'), choice: v.string() }),
	v.object({ kind: v.literal('multiple'), choices: ids }),
	v.object({ kind: v.literal('truefalse'), answer: v.boolean() }),
	v.object({ kind: v.literal('order'), order: ids }),
	// `record` drops the keys `__proto__`, `prototype` and `constructor`.
	v.object({ kind: v.literal('match'), pairs: v.record(v.string(), v.nullable(v.string())) }),
	v.object({ kind: v.literal('whosaid'), answers }),
	v.object({ kind: v.literal('gap'), text: v.string() }),
	v.object({ kind: v.literal('number'), text: v.string() }),
	v.object({ kind: v.literal('matrix'), answers }),
	v.object({ kind: v.literal('divergence'), answers }),
	v.object({ kind: v.literal('classify-source'), answers }),
	v.object({ kind: v.literal('best-case'), picks: ids })
]);

/**
 * A stored response, or null for what is not one. Only the shape is judged: whether it fits an item is for
 * `validateResponse`. Fields that a response does not have are dropped; the result shares nothing with the input.
 */
export function parseResponse(stored: unknown): Response | null {
	const parsed = v.safeParse(responseSchema, stored);
	return parsed.success ? parsed.output : null;
}
