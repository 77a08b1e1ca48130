import { dayOf, startOf } from './day.ts';
import type { Now, ReviewCard, ReviewPlan } from './model.ts';
import { retrievabilityOf, scheduleOf, type Schedule } from './schedule.ts';

/** Milliseconds: what is in its short step is shown so much early when nothing else is left. */
export const ahead = 20 * 60_000;

export interface Queue {
	/** In their short step and due. */
	steps: ReviewCard[];
	/** Due after days, the one most likely to be forgotten first, within today's limit. */
	due: ReviewCard[];
	/** Never shown, the one that was added first first, within today's limit. */
	fresh: ReviewCard[];
	/** In their short step, due in a moment. */
	soon: ReviewCard[];
	/** Due or new beyond today's limits. */
	held: number;
	/** When the next card comes back after this queue is empty; null when none does. */
	nextDue: number | null;
}

interface Placed {
	card: ReviewCard;
	schedule: Schedule;
}

/** Whether a card was shown for the first time on this day, or came back after days on it. */
function workOn(card: ReviewCard, day: number, zone: number): 'fresh' | 'due' | null {
	const at = card.reviews.findIndex((review) => dayOf({ at: review.at, zone }) === day && review.by === 'learner');
	if (at < 0) return null;
	if (at === 0) return 'fresh';
	// What was answered in a lesson on the same day and comes back at once is no part of the day's due cards.
	return dayOf({ at: card.reviews[at - 1]!.at, zone }) < day ? 'due' : null;
}

const byKey =
	<T>(key: (one: T) => number, id: (one: T) => string) =>
	(a: T, b: T): number =>
		key(a) - key(b) || (id(a) < id(b) ? -1 : 1);

/**
 * Today's cards. A card that comes back after days is due from the beginning of its day on, one in its short step at
 * its minute. Suspended and buried cards are left out. Equal decks and moments give equal queues.
 */
export function queueOf(deck: readonly ReviewCard[], plan: ReviewPlan, now: Now): Queue {
	const today = dayOf(now);
	const active = deck.filter((card) => !card.suspended);
	const awake = active.filter(({ buriedUntil }) => buriedUntil === null || buriedUntil <= now.at);
	const placed = awake.map((card): Placed => ({ card, schedule: scheduleOf(card, plan.retention, now.zone) }));
	const of = (phase: Schedule['phase']) => placed.filter(({ schedule }) => schedule.phase === phase);
	const isDueToday = ({ schedule }: Placed) => dayOf({ at: schedule.due, zone: now.zone }) <= today;

	const bySoonest = byKey<Placed>(
		({ schedule }) => schedule.due,
		({ card }) => card.id
	);
	const byRisk = byKey<Placed>(
		({ card }) => retrievabilityOf(card, plan.retention, now) ?? 0,
		({ card }) => card.id
	);
	const byAge = byKey<Placed>(
		({ card }) => card.addedAt,
		({ card }) => card.id
	);

	const work = deck.map((card) => workOn(card, today, now.zone));
	const left = (most: number, kind: 'fresh' | 'due') => Math.max(0, most - work.filter((one) => one === kind).length);

	const step = of('step').sort(bySoonest);
	const due = of('days').filter(isDueToday).sort(byRisk);
	const fresh = of('new').sort(byAge);
	const shownDue = due.slice(0, left(plan.duePerDay, 'due'));
	const shownFresh = fresh.slice(0, left(plan.newPerDay, 'fresh'));
	const held = due.length + fresh.length - shownDue.length - shownFresh.length;

	const laterSteps = step.filter(({ schedule }) => schedule.due > now.at + ahead).map(({ schedule }) => schedule.due);
	const laterDays = of('days').filter((one) => !isDueToday(one));
	const nextDue = Math.min(
		...laterSteps,
		...laterDays.map(({ schedule }) => schedule.due),
		...active.flatMap(({ buriedUntil }) => (buriedUntil !== null && buriedUntil > now.at ? [buriedUntil] : [])),
		...(held > 0 ? [startOf(today + 1, now.zone)] : [])
	);
	const cards = (all: Placed[]) => all.map(({ card }) => card);
	return {
		steps: cards(step.filter(({ schedule }) => schedule.due <= now.at)),
		due: cards(shownDue),
		fresh: cards(shownFresh),
		soon: cards(step.filter(({ schedule }) => schedule.due > now.at && schedule.due <= now.at + ahead)),
		held,
		nextDue: Number.isFinite(nextDue) ? nextDue : null
	};
}

/** The card to show next: what was just missed, then what comes back, then what is new, then what is due in a moment. */
export const nextIn = ({ steps, due, fresh, soon }: Queue): ReviewCard | null =>
	steps[0] ?? due[0] ?? fresh[0] ?? soon[0] ?? null;

/** How many cards today's queue still has. */
export const countOf = ({ steps, due, fresh, soon }: Queue): number =>
	steps.length + due.length + fresh.length + soon.length;
