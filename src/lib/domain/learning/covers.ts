type Plain = Record<string, unknown>;

const isObject = (value: unknown): value is Plain => typeof value === 'object' && value !== null;

/** Whether it says nothing at all. */
function isEmpty(value: unknown): boolean {
	if (typeof value === 'string') return value.trim() === '';
	return value === undefined || value === null || (isObject(value) && Object.values(value).every(isEmpty));
}

/**
 * Whether nothing that `earlier` says is missing from `later`, so that it can be dropped without a loss: a text is
 * contained in the later one, every answer is still the same, every entry of a list is covered by one of the later
 * list. Both are plain data. Transitive, and everything covers itself and what says nothing.
 */
export function covers(later: unknown, earlier: unknown): boolean {
	if (isEmpty(earlier)) return true;
	if (typeof earlier === 'string') return typeof later === 'string' && later.includes(earlier.trim());
	if (!isObject(earlier)) return later === earlier;
	if (Array.isArray(earlier))
		return Array.isArray(later) && earlier.every((one) => isEmpty(one) || later.some((other) => covers(other, one)));
	return isObject(later) && Object.entries(earlier).every(([key, value]) => covers(later[key], value));
}
