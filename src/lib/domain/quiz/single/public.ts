import type { SingleItem } from '../model.ts';
import { publicBase, publicText } from '../public-base.ts';
import type { PublicBase, PublicText } from '../public-base.ts';

export interface PublicSingle extends PublicBase {
	kind: 'single';
	options: PublicText[];
}

/** The item without `right` and `feedback`. */
export function publicSingle(item: SingleItem): PublicSingle {
	return { kind: 'single', ...publicBase(item), options: item.options.map(publicText) };
}
