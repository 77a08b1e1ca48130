import type { ReviewCard } from './model.ts';

interface Stamped {
	card: ReviewCard;
	/** Milliseconds since 1970. */
	savedAt: number;
}

const sorted = (times: Iterable<number>): number[] => [...new Set(times)].sort((a, b) => a - b);

/**
 * Two copies of a card as one, without loss: the reviews of both, but for those that either took back; what was last
 * chosen about suspending and burying. Which is `a` and which is `b` makes no difference. Refuses (throws) copies of
 * different cards.
 */
export function mergeCards(a: Stamped, b: Stamped): ReviewCard {
	if (a.card.id !== b.card.id) throw new RangeError(`Not one card: ${a.card.id} and ${b.card.id}.`);
	const text = ({ card }: Stamped) => JSON.stringify([card.suspended, card.buriedUntil, card.lesson, card.reviews]);
	const later = a.savedAt === b.savedAt ? (text(a) >= text(b) ? a : b) : a.savedAt > b.savedAt ? a : b;
	const earlier = later === a ? b : a;
	const undone = sorted([...a.card.undone, ...b.card.undone]);
	const taken = new Set(undone);
	// Of two reviews at the very same moment the later copy's stands.
	const reviews = new Map([...earlier.card.reviews, ...later.card.reviews].map((review) => [review.at, review]));
	return {
		...later.card,
		addedAt: Math.min(a.card.addedAt, b.card.addedAt),
		reviews: [...reviews.values()].filter(({ at }) => !taken.has(at)).sort((one, other) => one.at - other.at),
		undone
	};
}
