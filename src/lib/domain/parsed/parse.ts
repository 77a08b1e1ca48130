import * as v from 'valibot';
import { findHostile, within } from './mismatch.ts';
import type { Mismatch, Parsed } from './mismatch.ts';

/** Parses `input` with `schema`; the first mismatch is given. Looks no deeper than the schema does. */
export function parseShape<T>(schema: v.GenericSchema<unknown, T>, input: unknown): Parsed<T> {
	const result = v.safeParse(schema, input, { abortEarly: true });
	return result.success ? { ok: true, value: result.output } : { ok: false, problem: toMismatch(result.issues[0]) };
}

/** The same, and refuses what `findHostile` finds at any depth. */
export function parse<T>(schema: v.GenericSchema<unknown, T>, input: unknown): Parsed<T> {
	const hostile = findHostile(input);
	return hostile ? { ok: false, problem: hostile } : parseShape(schema, input);
}

function toMismatch(issue: v.BaseIssue<unknown>): Mismatch {
	const path = (issue.path ?? []).reduce(
		(soFar, { key }) => within(soFar, typeof key === 'number' ? key : String(key)),
		''
	);
	const missing = issue.type === 'strict_object' && issue.received === 'undefined';
	const expected = missing ? 'a value' : issue.expected === 'never' ? 'no such key' : expectation(issue);
	return { path, expected, found: shorten(issue.received) };
}

/** A schema's own words go before valibot's. */
const expectation = ({ message, expected, type }: v.BaseIssue<unknown>): string =>
	message.startsWith('Invalid ') ? (expected ?? type) : message;

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

/** The same mismatch, seen from a place further out. */
export const inside = (outer: string, { path, ...rest }: Mismatch): Mismatch => ({
	path: path === '' || path.startsWith('[') ? outer + path : `${outer}.${path}`,
	...rest
});
