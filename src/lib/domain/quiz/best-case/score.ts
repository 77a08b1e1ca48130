import { fraction } from '../../fraction.ts';
import type { Feedback, ResponseOf } from '../kind.ts';
import type { BestCaseItem, BestCaseLabel, Score } from '../model.ts';
import { pointsScore } from '../points.ts';

/**
 * What a picked card is worth, of 2. The rule is this project's own; its measure is the ideological Turing test (B.
 * Caplan, 2011): could the side take the case for its own? A caricature undoes a strong card, since a case with a
 * straw man in it is not one that the side would make.
 */
export const cardWorth = { strong: 2, weak: 1, other: 0, caricature: -2 } as const satisfies Record<
	BestCaseLabel,
	number
>;

/** Worth of the picked cards / 2 picks, not below 0. A part is a picked card; it is right if `strong`. */
export function scoreBestCase(item: BestCaseItem, response: ResponseOf<'best-case'>): Score {
	const picked = item.cards.filter((card) => response.picks.includes(card.id));
	const worth = picked.reduce((total, card) => total + cardWorth[card.label], 0);
	const parts = picked.map(({ id, label }) => ({ id, right: label === 'strong' }));
	return pointsScore(item.points, fraction(worth, 2 * item.picks), parts);
}

/** `right` for strong cards only; a weak card, worth half, is told apart by its `label`. */
export function feedbackBestCase(item: BestCaseItem, { picks }: ResponseOf<'best-case'>): Feedback[] {
	return item.cards.map(({ id, label, why }) => ({
		id,
		right: label === 'strong',
		chosen: picks.includes(id),
		html: why,
		label
	}));
}
