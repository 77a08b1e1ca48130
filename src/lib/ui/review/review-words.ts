import type { Rating } from '#lib/domain/learning/review/model.ts';
import type { Reason } from '#lib/domain/learning/review/why.ts';
import { getLocale } from '../../../messages/compiled/runtime.js';
import * as m from '../../../messages/compiled/messages.js';

const names: Record<Rating, () => string> = {
	again: m.rating_again,
	hard: m.rating_hard,
	good: m.rating_good,
	easy: m.rating_easy
};
export const ratingName = (rating: Rating): string => names[rating]();

const minute = 60_000;
const day = 24 * 60 * minute;
const inUnit = (value: number, unit: string, digits = 0): string =>
	new Intl.NumberFormat(getLocale(), {
		style: 'unit',
		unit,
		unitDisplay: 'long',
		maximumFractionDigits: digits
	}).format(value);

/** A span of milliseconds as a reader says it: `10 minutes`, `8 days`, `5 months`, `1.5 years`. */
export function spanInWords(span: number): string {
	if (span < 60 * minute) return inUnit(Math.max(1, Math.round(span / minute)), 'minute');
	if (span < day) return inUnit(Math.round(span / (60 * minute)), 'hour');
	const days = Math.round(span / day);
	if (days < 60) return inUnit(days, 'day');
	return days < 365 ? inUnit(Math.round(days / 30.4), 'month') : inUnit(days / 365.25, 'year', 1);
}

/** A day seen from today: `today`, `tomorrow`, `in 5 days`. */
export const dayInWords = (ahead: number): string =>
	new Intl.RelativeTimeFormat(getLocale(), { numeric: 'auto' }).format(ahead, 'day');

/** The date of a day, seen from `at` (ms since 1970): `3 December`. */
export const dateAhead = (at: number, ahead: number): string =>
	new Intl.DateTimeFormat(getLocale(), { day: 'numeric', month: 'long' }).format(at + ahead * day);

/** A moment as a reader says it: with the hour when it is near. */
export const momentInWords = (at: number, now: number): string =>
	new Intl.DateTimeFormat(
		getLocale(),
		at - now < day
			? { weekday: 'long', hour: 'numeric', minute: '2-digit' }
			: { weekday: 'long', day: 'numeric', month: 'long' }
	).format(at);

/** Why a card is shown now. */
export function reasonInWords(reason: Reason): string {
	if (reason.code === 'new') return m.why_new();
	if (reason.code === 'step') return m.why_step({ rating: ratingName(reason.rating) });
	const { rating, by, days, chance, stability } = reason;
	const last = by === 'answer' ? m.why_last_answer : m.why_last_rating;
	const when = dayInWords(-days);
	const what = last({ when, rating: ratingName(rating) });
	const standing = m.why_chance({
		percent: Math.round(100 * chance),
		stability: spanInWords(Math.max(1, stability) * day)
	});
	return `${what} ${standing}`;
}
