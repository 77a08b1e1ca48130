import { dayOf } from '#lib/domain/learning/review/day.ts';
import { subjectOf } from '#lib/domain/learning/review/model.ts';
import { countOf, queueOf } from '#lib/domain/learning/review/queue.ts';
import { scheduleOf } from '#lib/domain/learning/review/schedule.ts';
import type { LessonId } from '#lib/domain/lesson/model.ts';
import { gatherDeck, nowHere } from './review-deck.ts';
import { theStore } from './the-store.ts';

/** What comes back on one day. */
export interface ComingDay {
	/** Days from today; 0 for today and what is overdue. */
	ahead: number;
	items: number;
	terms: number;
}

/** How many cards today's queue has; null when that cannot be told. */
export async function dueToday(): Promise<number | null> {
	const { cards, plan, failed } = await gatherDeck(await theStore());
	return failed ? null : countOf(queueOf(cards, plan, nowHere()));
}

/** When the cards of a lesson come back, the nearest day first; new terms count as today's. */
export async function comingBack(lesson: LessonId): Promise<ComingDay[]> {
	const { cards, plan } = await gatherDeck(await theStore());
	const now = nowHere();
	const days = new Map<number, ComingDay>();
	for (const card of cards) {
		if (card.lesson !== lesson || card.suspended) continue;
		const { due } = scheduleOf(card, plan.retention, now.zone);
		const ahead = Math.max(0, dayOf({ at: Math.max(due, card.buriedUntil ?? 0), zone: now.zone }) - dayOf(now));
		const day = days.get(ahead) ?? { ahead, items: 0, terms: 0 };
		if (subjectOf(card.id)?.kind === 'term') day.terms += 1;
		else day.items += 1;
		days.set(ahead, day);
	}
	return [...days.values()].sort((a, b) => a.ahead - b.ahead);
}
