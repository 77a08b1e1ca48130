import type { MatchItem } from '../model.ts';
import { publicBase, publicText } from '../public-base.ts';
import type { PublicBase, PublicText } from '../public-base.ts';

export interface PublicMatch extends PublicBase {
	kind: 'match';
	left: PublicText[];
	/** "No partner" is always offered beside these, also where the key does not use it. */
	right: PublicText[];
}

/** The item without `partner` and `feedback`. */
export function publicMatch(item: MatchItem): PublicMatch {
	return {
		kind: 'match',
		...publicBase(item),
		left: item.left.map(publicText),
		right: item.right.map(publicText)
	};
}
