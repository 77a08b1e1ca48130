import type { MultipleItem } from '../model.ts';
import { publicBase, publicText } from '../public-base.ts';
import type { PublicBase, PublicText } from '../public-base.ts';

export interface PublicMultiple extends PublicBase {
	kind: 'multiple';
	options: PublicText[];
}

/** The item without `right` and `feedback`; how many options are right is not told either. */
export function publicMultiple(item: MultipleItem): PublicMultiple {
	return { kind: 'multiple', ...publicBase(item), options: item.options.map(publicText) };
}
