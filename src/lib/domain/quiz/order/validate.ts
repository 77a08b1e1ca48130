import type { Readiness } from '../model.ts';
import type { ResponseOf } from '../kind.ts';
import type { PublicOrder } from './public.ts';

/** Ready when each entry has exactly one place; `missing` counts the entries that have none. */
export function validateOrder(item: PublicOrder, response: ResponseOf<'order'> | undefined): Readiness {
	const order = response?.order ?? [];
	const known = new Set(item.entries.map((entry) => entry.id));
	if (!order.every((id) => known.has(id))) return { ready: false, code: 'unknown-option' };
	const missing = known.size - new Set(order).size;
	if (missing > 0) return { ready: false, code: 'not-ordered', missing };
	// All are there, so a longer list names an entry twice.
	if (order.length > known.size) return { ready: false, code: 'not-ordered' };
	return { ready: true };
}
