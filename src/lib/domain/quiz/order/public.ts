import type { OrderItem } from '../model.ts';
import { publicBase, publicText } from '../public-base.ts';
import type { PublicBase, PublicText } from '../public-base.ts';

export interface PublicOrder extends PublicBase {
	kind: 'order';
	/** In the order of the page, which is never that of the key. */
	entries: PublicText[];
}

/** The item without `rank` and `feedback`. */
export function publicOrder(item: OrderItem): PublicOrder {
	return { kind: 'order', ...publicBase(item), entries: item.entries.map(publicText) };
}
