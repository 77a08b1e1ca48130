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
export const within = (path: string, key: string | number): string =>
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
