import type { ArgumentMap, Card, CardId, Kit } from '../model.ts';
import { flatOutline, outlineOf } from '../outline.ts';

export interface Remark {
	/** From 1, as the cards come in the outline. */
	number: number;
	text: string;
}

/** What checking showed of a card, in words of the interface; empty where all that it rests on holds. */
export type CheckedWords = (card: Card) => string;

/** What is to be said below a map of the cards in it whose claims do not simply hold: a file has no kit beside it. */
export function remarksOf(kit: Kit, map: ArgumentMap, checked: CheckedWords): Map<CardId, Remark> {
	const inMap = new Set(flatOutline(outlineOf(kit, map)).map(({ card }) => card));
	const remarks = new Map<CardId, Remark>();
	for (const id of inMap) {
		const card = kit.cards.find((one) => one.id === id);
		const text = card ? checked(card) : '';
		if (text !== '') remarks.set(id, { number: remarks.size + 1, text });
	}
	return remarks;
}
