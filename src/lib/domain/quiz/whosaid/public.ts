import type { WhoSaidItem } from '../model.ts';
import { publicBase, publicText } from '../public-base.ts';
import type { PublicBase, PublicText } from '../public-base.ts';

export interface PublicWhoSaid extends PublicBase {
	kind: 'whosaid';
	/** All that are offered, also those that the key does not use. */
	columns: PublicText[];
	statements: PublicText[];
}

/** The item without each statement's `column` and `feedback`. */
export function publicWhoSaid(item: WhoSaidItem): PublicWhoSaid {
	return {
		kind: 'whosaid',
		...publicBase(item),
		columns: item.columns.map(publicText),
		statements: item.statements.map(publicText)
	};
}
