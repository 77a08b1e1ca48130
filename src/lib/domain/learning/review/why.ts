import { daysSince } from './day.ts';
import type { Now, Rating, ReviewCard, ReviewPlan } from './model.ts';
import { retrievabilityOf, scheduleOf } from './schedule.ts';

/** Why a card is shown now: codes and figures, for a language to put into words. */
export type Reason =
	| { code: 'new' }
	/** In its short step. */
	| { code: 'step'; rating: Rating }
	/** `chance` of recall now and `stability` (days until it is 90 %), `days` of the calendar since the last review. */
	| { code: 'due'; rating: Rating; by: 'answer' | 'learner'; days: number; chance: number; stability: number };

export function reasonFor(card: ReviewCard, { retention }: ReviewPlan, now: Now): Reason {
	const { phase, stability } = scheduleOf(card, retention, now.zone);
	const last = card.reviews.at(-1);
	if (!last) return { code: 'new' };
	if (phase === 'step') return { code: 'step', rating: last.rating };
	const chance = retrievabilityOf(card, retention, now) ?? 0;
	const { rating, by } = last;
	return { code: 'due', rating, by, days: daysSince(last.at, now), chance, stability };
}
