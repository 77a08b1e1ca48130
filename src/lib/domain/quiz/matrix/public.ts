import type { MatrixItem } from '../model.ts';
import { publicBase, publicText } from '../public-base.ts';
import type { PublicBase, PublicText } from '../public-base.ts';

export interface PublicMatrix extends PublicBase {
	kind: 'matrix';
	sources: PublicText[];
	/** The claims. All four stances are offered for each, also those that the key does not use. */
	rows: PublicText[];
}

/** The item without `stances` and `feedback`. */
export function publicMatrix(item: MatrixItem): PublicMatrix {
	return {
		kind: 'matrix',
		...publicBase(item),
		sources: item.sources.map(publicText),
		rows: item.rows.map(publicText)
	};
}
