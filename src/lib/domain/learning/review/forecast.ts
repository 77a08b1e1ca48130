import { dayOf } from './day.ts';
import type { Now, ReviewCard, ReviewPlan } from './model.ts';
import { scheduleOf } from './schedule.ts';

export interface ForecastDay {
	/** 0 for today. */
	ahead: number;
	/** Cards that come back on that day; today has those that are overdue too. */
	due: number;
	/** New cards, spread by the daily limit. */
	fresh: number;
}

/** What the next `days` days bring as things stand now: each card once, at the time when it next comes back. */
export function forecastOf(deck: readonly ReviewCard[], plan: ReviewPlan, now: Now, days = 30): ForecastDay[] {
	const today = dayOf(now);
	const forecast = Array.from({ length: days }, (_, index): ForecastDay => ({ ahead: index, due: 0, fresh: 0 }));
	const dayFor = (card: ReviewCard, due: number) =>
		Math.max(0, dayOf({ at: Math.max(due, card.buriedUntil ?? 0), zone: now.zone }) - today);
	const active = deck.filter(({ suspended }) => !suspended);
	let fresh = 0;
	for (const card of active) {
		const { phase, due } = scheduleOf(card, plan.retention, now.zone);
		if (phase === 'new') fresh += 1;
		else {
			const on = forecast[dayFor(card, due)];
			if (on) on.due += 1;
		}
	}
	const shown = deck.filter(({ reviews }) => {
		const [first] = reviews;
		return first?.by === 'learner' && dayOf({ at: first.at, zone: now.zone }) === today;
	}).length;
	for (const day of forecast) {
		day.fresh = Math.min(fresh, Math.max(0, plan.newPerDay - (day.ahead === 0 ? shown : 0)));
		fresh -= day.fresh;
	}
	return forecast;
}
