import * as v from 'valibot';

/** Why something from outside was refused: where, what was expected there, and what was found. */
export interface Mismatch {
	/** From the root of what was parsed, e.g. `steps[3].rev`; empty for the root itself. */
	path: string;
	expected: string;
	found: string;
}

export type Parsed<T> = { ok: true; value: T } | { ok: false; problem: Mismatch };

const deepest = 100;

/** `path` with one more key: `a`, `b` → `a.b`; `a`, `3` → `a[3]`. */
const within = (path: string, key: string | number): string =>
	typeof key === 'number' ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;

/**
 * Finds what no honest record holds anywhere inside it: a `__proto__` key (JSON.parse makes it an ordinary
 * one, a later copy makes it the prototype) or nesting so deep that a copy would overflow the stack.
 */
export function findHostile(input: unknown): Mismatch | null {
	const todo: { value: unknown; path: string; depth: number }[] = [{ value: input, path: '', depth: 0 }];
	for (let next = todo.pop(); next; next = todo.pop()) {
		const { value, path, depth } = next;
		if (typeof value !== 'object' || value === null) continue;
		if (depth > deepest) return { path, expected: `at most ${deepest} levels`, found: 'more' };
		if (Object.hasOwn(value, '__proto__'))
			return { path: within(path, '__proto__'), expected: 'no such key', found: '"__proto__"' };
		for (const [key, inner] of Object.entries(value))
			todo.push({ value: inner, path: within(path, Array.isArray(value) ? Number(key) : key), depth: depth + 1 });
	}
	return null;
}

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
