const sorted = (_: string, value: unknown): unknown =>
	typeof value === 'object' && value !== null && !Array.isArray(value)
		? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
		: value;

/**
 * Plain data as JSON with the keys of every object in order: two values have the same one when, written to a file and
 * read again, they say the same. What JSON has no words for is left out, as `JSON.stringify` does.
 */
export const canonical = (value: unknown): string => JSON.stringify(value, sorted) ?? '';
