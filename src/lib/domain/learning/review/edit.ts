import { dayOf, startOf } from './day.ts';
import type { Now, Rating, Review, ReviewCard } from './model.ts';
import { timeFor } from './schedule.ts';

/** The card with one more review. A clock that was set back gives a time just after the last review. */
export const rate = (card: ReviewCard, rating: Rating, at: number, by: Review['by'] = 'learner'): ReviewCard => ({
	...card,
	reviews: [...card.reviews, { at: timeFor(card, at), rating, by }],
	buriedUntil: null
});

/** The card without its last review; unchanged where there is none. */
export function takeBack(card: ReviewCard): ReviewCard {
	const last = card.reviews.at(-1);
	return last ? { ...card, reviews: card.reviews.slice(0, -1), undone: [...card.undone, last.at] } : card;
}

/** Put aside until the learner takes it back in. */
export const suspend = (card: ReviewCard, suspended = true): ReviewCard => ({ ...card, suspended });

/** Put off until the learner's next day begins. */
export const bury = (card: ReviewCard, now: Now): ReviewCard => ({
	...card,
	buriedUntil: startOf(dayOf(now) + 1, now.zone)
});

/** No longer put off. */
export const unbury = (card: ReviewCard): ReviewCard => ({ ...card, buriedUntil: null });
