/** Whether two things say the same: equal fields, and arrays of the same entries. */
function isSame(one: object, other: object): boolean {
	const [mine, theirs] = [Object.entries(one), other as Record<string, unknown>];
	return (
		mine.length === Object.keys(other).length &&
		mine.every(([name, value]) => {
			const there = theirs[name];
			if (!Array.isArray(value) || !Array.isArray(there)) return value === there;
			return value.length === there.length && value.every((entry, at) => entry === there[at]);
		})
	);
}

/** `now`, or what it was before if that says the same: what shows it then has nothing to do. */
export const keep = <T extends object>(before: T | undefined, now: T): T =>
	before && isSame(before, now) ? before : now;

/**
 * A list of which the order says nothing, with what stayed the same kept, each told by its key: what was there keeps its
 * place, what is new comes last; the list itself is kept where nothing changed.
 */
export function keepAll<T extends object>(before: readonly T[], now: readonly T[], keyOf: (one: T) => string): T[] {
	const left = new Map(now.map((one) => [keyOf(one), one]));
	const stayed = before.flatMap((old) => {
		const one = left.get(keyOf(old));
		left.delete(keyOf(old));
		return one ? [keep(old, one)] : [];
	});
	return keep(before as T[], [...stayed, ...left.values()]);
}
