import * as v from 'valibot';
import { certainties, type Certainty, type Response } from './model.ts';
import { parseResponse } from './parse.ts';
import { emptyQuizWork, type QuizAttempt, type QuizWork } from './work.ts';

const entries = v.record(v.string(), v.unknown());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const strings = v.fallback(v.array(v.string()), []);

// What is missing or out of shape falls back to what an untouched quiz has: no slip in a flag may cost an answer.
const attempt = {
	responses: entries,
	certainties: v.fallback(entries, {}),
	hints: v.fallback(entries, {}),
	drawn: strings,
	ended: v.fallback(v.boolean(), false)
};
const schema = v.object({
	...attempt,
	checked: strings,
	seed: v.fallback(count, 0),
	attempt: v.fallback(v.pipe(count, v.minValue(1)), 1),
	began: v.fallback(v.nullable(count), null),
	extra: v.fallback(v.nullable(count), 0),
	due: v.fallback(v.boolean(), false),
	// The first format did not say which answers of an earlier attempt were checked: all of them were.
	earlier: v.fallback(
		v.array(v.object({ ...attempt, checked: v.fallback(v.nullable(v.array(v.string())), null) })),
		[]
	),
	unread: v.fallback(entries, {})
});

type Stored = v.InferOutput<v.ObjectSchema<typeof attempt, undefined>>;

const own = <T>(all: Record<string, unknown>, parse: (value: unknown) => T | null): Record<string, T> =>
	Object.fromEntries(
		Object.entries(all).flatMap(([id, value]): [string, T][] => {
			const parsed = parse(value);
			return parsed === null ? [] : [[id, parsed]];
		})
	);
const parseCertainty = (value: unknown): Certainty | null => certainties.find((one) => one === value) ?? null;
const parseCount = (value: unknown): number | null => (v.is(count, value) ? value : null);

function attemptFrom(stored: Stored, checked: string[] | null): QuizAttempt {
	const responses: Record<string, Response> = own(stored.responses, parseResponse);
	return {
		responses,
		certainties: own(stored.certainties, parseCertainty),
		checked: checked ?? Object.keys(responses),
		hints: own(stored.hints, parseCount),
		drawn: stored.drawn,
		ended: stored.ended
	};
}

/**
 * Stored work of this format or an earlier one, or null for what is not such work. An answer that cannot be read is
 * kept as it is under `unread`. Whether the work fits the items is for `fitQuizWork`.
 */
export function parseQuizWork(stored: unknown): QuizWork | null {
	const parsed = v.safeParse(schema, stored);
	if (!parsed.success) return null;
	const { seed, began, extra, due, earlier, unread, ...rest } = parsed.output;
	const now = attemptFrom(rest, rest.checked);
	const strange = Object.entries(rest.responses).filter(([id]) => !Object.hasOwn(now.responses, id));
	const kept = { ...unread, ...Object.fromEntries(strange) };
	return {
		...emptyQuizWork,
		...now,
		seed,
		attempt: rest.attempt,
		began,
		extra,
		due,
		earlier: earlier.map((one) => attemptFrom(one, one.checked)),
		...(Object.keys(kept).length > 0 && { unread: kept })
	};
}
