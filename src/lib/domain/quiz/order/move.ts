/**
 * A new order in which the entry `id` stands `by` places later (negative: earlier), at most at either end, so that
 * `Infinity` means the last place. An unknown `id` moves nothing. Serves buttons, keys and pointers alike.
 */
export function moveEntry(order: readonly string[], id: string, by: number): string[] {
	const from = order.indexOf(id);
	if (from === -1) return [...order];
	const rest = order.filter((_, index) => index !== from);
	const to = Math.min(Math.max(from + by, 0), rest.length);
	return [...rest.slice(0, to), id, ...rest.slice(to)];
}
