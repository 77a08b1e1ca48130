import { createEmptyCard, fsrs, Rating as Grade, State, type Card, type FSRS, type Grade as GradeOf } from 'ts-fsrs';
import { dayOf, onLocalClock, startOf } from './day.ts';
import type { Now, Rating, ReviewCard } from './model.ts';

const grades: Record<Rating, GradeOf> = {
	again: Grade.Again,
	hard: Grade.Hard,
	good: Grade.Good,
	easy: Grade.Easy
};

/**
 * The scheduler: FSRS-6 as its authors' library has it, with its own weights. One short step: what was missed is asked
 * again after ten minutes, what was known leaves for days at once. No fuzz, so that the same history always gives the
 * same day. `retention` is the chance of recall, 0…1, at which a card comes back.
 */
export const schedulerFor = (retention: number): FSRS =>
	fsrs({
		request_retention: retention,
		enable_fuzz: false,
		enable_short_term: true,
		learning_steps: ['10m'],
		relearning_steps: ['10m']
	});

export interface Schedule {
	/** Nobody was asked yet; or it is in its short step; or it comes back after days. */
	phase: 'new' | 'step' | 'days';
	/** Milliseconds since 1970; of a new card the moment at which it was added. */
	due: number;
	/** Days in which the chance of recall falls to 90 %; 0 for a new card. */
	stability: number;
	/** 1…10; 0 for a new card. */
	difficulty: number;
	/** How often it was forgotten after it had been known. */
	lapses: number;
	lastReview: number | null;
	lastRating: Rating | null;
}

const schedulers = new Map<number, FSRS>();
function scheduler(retention: number): FSRS {
	const known = schedulers.get(retention) ?? schedulerFor(retention);
	schedulers.set(retention, known);
	return known;
}

/**
 * FSRS's own card after the history; cards are never changed in place, so each is worked out once. The library counts
 * days by UTC: it is given the time that the learner's own clock shows, so that its days are those of the queue.
 */
const played = new WeakMap<ReviewCard, { retention: number; zone: number; card: Card }>();
function play(card: ReviewCard, retention: number, zone: number): Card {
	const known = played.get(card);
	if (known?.retention === retention && known.zone === zone) return known.card;
	const start = createEmptyCard(onLocalClock({ at: card.addedAt, zone }));
	const end = card.reviews.reduce<Card>(
		(so, { at, rating }) => scheduler(retention).next(so, onLocalClock({ at, zone }), grades[rating]).card,
		start
	);
	played.set(card, { retention, zone, card: end });
	return end;
}

/** Where a card stands after all its reviews; `retention` 0…1, `zone` as in `Now`. */
export function scheduleOf(card: ReviewCard, retention: number, zone: number): Schedule {
	const { due, stability, difficulty, lapses, state } = play(card, retention, zone);
	const last = card.reviews.at(-1);
	return {
		phase: state === State.New ? 'new' : state === State.Review ? 'days' : 'step',
		due: due.getTime() - onLocalClock({ at: 0, zone }),
		stability,
		difficulty,
		lapses,
		lastReview: last?.at ?? null,
		lastRating: last?.rating ?? null
	};
}

/**
 * The chance, 0…1, that a card is recalled now; null for one that was never recalled. It falls from one day of the
 * learner's calendar to the next, not 24 hours after the review.
 */
export function retrievabilityOf(card: ReviewCard, retention: number, { at, zone }: Now): number | null {
	const last = card.reviews.at(-1);
	if (!last) return null;
	const morning = (time: number) => startOf(dayOf({ at: time, zone }), 0);
	const known = { ...play(card, retention, zone), last_review: new Date(morning(last.at)) };
	return scheduler(retention).get_retrievability(known, morning(Math.max(at, last.at)), false);
}

/**
 * The time of a review at `at`: after all reviews of the card, also those that were taken back, whatever the device's
 * clock says. So no two have the same time, and none has that of one that is gone.
 */
export const timeFor = ({ reviews, undone }: ReviewCard, at: number): number =>
	Math.max(at, ...[...reviews.slice(-1).map((last) => last.at), ...undone].map((time) => time + 1));

/** When a card would come back if it were rated now, by rating: milliseconds from now. */
export function intervalsOf(card: ReviewCard, retention: number, { at, zone }: Now): Record<Rating, number> {
	const when = onLocalClock({ at: timeFor(card, at), zone });
	const preview = scheduler(retention).repeat(play(card, retention, zone), when);
	const after = (rating: Rating): number => preview[grades[rating]].card.due.getTime() - when;
	return { again: after('again'), hard: after('hard'), good: after('good'), easy: after('easy') };
}
