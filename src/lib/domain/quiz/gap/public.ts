import type { GapItem } from '../model.ts';
import { publicBase } from '../public-base.ts';
import type { PublicBase } from '../public-base.ts';

export interface PublicGap extends PublicBase {
	kind: 'gap';
	/** Plain texts to choose from; null where the answer is typed. */
	list: string[] | null;
	toneless: boolean;
}

/** The item without what is right and what is said of it; without its spellings where they are not to be chosen from. */
export function publicGap(item: GapItem): PublicGap {
	const { listed, toneless, spellings } = item;
	return { kind: 'gap', ...publicBase(item), toneless, list: listed ? spellings.map(({ text }) => text) : null };
}
