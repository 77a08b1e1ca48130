import type { CardId, Kit } from '../model.ts';

/** The text of a card or of the contention; the id for a card that the kit does not have. */
export function textsOf(kit: Kit): (card: CardId) => string {
	const texts = new Map([
		[kit.root.id, kit.root.text],
		...kit.cards.map(({ id, text }): [string, string] => [id, text])
	]);
	return (card) => texts.get(card) ?? card;
}

/** On one line. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Words of the interface's language that a file needs, since the domain has none. */
export interface ExchangeWords {
	because: string;
	however: string;
	/** An objection to a step: granted, but it does not follow. */
	inference: string;
	/** Before a further premise of the same step. */
	and: string;
	evidence: string;
	notes: string;
}
