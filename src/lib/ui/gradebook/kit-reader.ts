import type { ClaimChecks } from '#lib/content/documents.ts';
import type { CardId, Kit } from '#lib/domain/argument/model.ts';
import { checkedIn } from '#lib/domain/lesson/checked.ts';

/** What there is to read of the cards of a kit: their words, and what checking showed of the claims that they rest on. */
export function kitReader({ root, cards }: Kit, checks: ClaimChecks | undefined) {
	const known = new Map(cards.map((card) => [card.id, card]));
	const checkedOf = (id: CardId) => checkedIn(checks, known.get(id)?.claims ?? []);
	return {
		cardOf: (id: CardId) => known.get(id),
		textOf: (id: CardId): string => (id === root.id ? root.text : (known.get(id)?.text ?? id)),
		checkedOf,
		claimsOf: (id: CardId) => checkedOf(id).claims
	};
}
