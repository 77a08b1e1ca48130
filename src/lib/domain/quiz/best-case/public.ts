import type { BestCaseItem } from '../model.ts';
import { publicBase, publicText } from '../public-base.ts';
import type { PublicBase, PublicText } from '../public-base.ts';

export interface PublicBestCase extends PublicBase {
	kind: 'best-case';
	side: string;
	advocate: string;
	picks: number;
	cards: PublicText[];
}

/** The item without `label`, `why` and the cards' `claims`: a caricature has none and would be known by it. */
export function publicBestCase(item: BestCaseItem): PublicBestCase {
	const { side, advocate, picks, cards } = item;
	return { kind: 'best-case', ...publicBase(item), side, advocate, picks, cards: cards.map(publicText) };
}
