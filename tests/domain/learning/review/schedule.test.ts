import fc from 'fast-check';
import { createEmptyCard, FSRS, fsrs, Rating, type Card, type Grade } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import { bury, rate, takeBack } from '#lib/domain/learning/review/edit.ts';
import type { Rating as Word } from '#lib/domain/learning/review/model.ts';
import { intervalsOf, retrievabilityOf, scheduleOf } from '#lib/domain/learning/review/schedule.ts';
import { reasonFor } from '#lib/domain/learning/review/why.ts';
import { day, itemCard, noon, now, plan, rating, termCard } from './support.ts';

const grades: Record<Word, Grade> = { again: Rating.Again, hard: Rating.Hard, good: Rating.Good, easy: Rating.Easy };

/** The library by itself, as its own guide has it. */
const library = (retention: number): FSRS =>
	fsrs({
		request_retention: retention,
		enable_fuzz: false,
		enable_short_term: true,
		learning_steps: ['10m'],
		relearning_steps: ['10m']
	});

const fixed: [number, Word][] = [
	[0, 'good'],
	[2, 'hard'],
	[5, 'good'],
	[17, 'again'],
	[17.01, 'good'],
	[20, 'good'],
	[33, 'easy']
];

describe('the schedule of a fixed history', () => {
	const history = fixed.map(([days, word]) => ({ at: noon + Math.round(days * day), word }));
	const card = history.reduce((so, { at, word }) => rate(so, word, at), itemCard());

	it.each([0.8, 0.9, 0.95])('is the library’s own at a retention of %f', (retention) => {
		const theirs = history.reduce<Card>(
			(so, { at, word }) => library(retention).next(so, new Date(at), grades[word]).card,
			createEmptyCard(new Date(noon))
		);
		const ours = scheduleOf(card, retention, 0);
		expect(ours).toMatchObject({
			due: theirs.due.getTime(),
			stability: theirs.stability,
			difficulty: theirs.difficulty,
			lapses: theirs.lapses,
			lastRating: 'easy'
		});
		const later = noon + 60 * day;
		expect(retrievabilityOf(card, retention, { at: later, zone: 0 })).toBe(
			library(retention).get_retrievability(theirs, new Date(later), false)
		);
	});

	it('stays what it was: a history on disk gives the same days at any later version', () => {
		const { due, stability, difficulty } = scheduleOf(card, 0.9, 0);
		expect({
			days: Math.round((due - noon) / day),
			stability: stability.toFixed(4),
			difficulty: difficulty.toFixed(4)
		}).toMatchInlineSnapshot(`
			{
			  "days": 58,
			  "difficulty": "7.6256",
			  "stability": "24.8364",
			}
		`);
	});

	it('comes back sooner the surer the learner wants to be', () => {
		const due = [0.8, 0.9, 0.95].map((retention) => scheduleOf(card, retention, 0).due);
		expect(due).toEqual([...due].sort((a, b) => b - a));
		expect(new Set(due).size).toBe(3);
	});
});

describe('a card', () => {
	it('is new until it is rated', () => {
		expect(scheduleOf(termCard(), 0.9, 0)).toMatchObject({ phase: 'new', due: noon, lastRating: null });
		expect(retrievabilityOf(termCard(), 0.9, now())).toBeNull();
	});

	it.each<[Word, string, number]>([
		['again', 'step', 10 * 60_000],
		['hard', 'step', 15 * 60_000],
		['good', 'days', 2 * day],
		['easy', 'days', 8 * day]
	])('rated %s at first is in %s', (word, phase, after) => {
		expect(intervalsOf(termCard(), 0.9, now())[word]).toBe(after);
		const schedule = scheduleOf(rate(termCard(), word, noon), 0.9, 480);
		expect(schedule).toMatchObject({ phase, due: noon + after });
	});

	it('that was known and is missed comes back after ten minutes', () => {
		const known = rate(termCard(), 'easy', noon);
		const missed = rate(known, 'again', noon + 8 * day);
		expect(scheduleOf(missed, 0.9, 480)).toMatchObject({ phase: 'step', due: noon + 8 * day + 600_000, lapses: 1 });
	});

	it('is reviewed after its last review even when the clock was set back', () => {
		const card = rate(rate(itemCard(), 'good', noon), 'good', noon - 5 * day);
		expect(card.reviews.map(({ at }) => at)).toEqual([noon, noon + 1]);
		expect(Number.isFinite(scheduleOf(card, 0.9, 0).stability)).toBe(true);
		expect(retrievabilityOf(card, 0.9, now(noon - day))).toBe(1);
	});

	it('has one notion of a day, the learner’s own: two reviews on one evening and the next morning are a day apart', () => {
		// 23:00 and 07:00 in Beijing, both on 10 March by UTC; in London one afternoon and the same night.
		const evening = Date.UTC(2026, 2, 10, 15);
		const morning = evening + 8 * 60 * 60_000;
		const slept = rate(rate(itemCard(), 'good', evening), 'good', morning);
		const [beijing, london] = [480, 0].map((zone) => scheduleOf(slept, 0.9, zone).stability);
		expect(beijing).toBeGreaterThan(london!);
		const once = rate(itemCard(), 'good', evening);
		expect(retrievabilityOf(once, 0.9, { at: morning, zone: 0 })).toBe(1);
		expect(retrievabilityOf(once, 0.9, { at: morning, zone: 480 })).toBeLessThan(1);
		expect(reasonFor(once, plan, { at: morning + day, zone: 480 })).toMatchObject({ days: 2 });
	});

	it('never has a review at the time of one that was taken back', () => {
		const again = rate(takeBack(rate(itemCard(), 'good', noon)), 'hard', noon);
		expect(again).toMatchObject({ reviews: [{ at: noon + 1, rating: 'hard' }], undone: [noon] });
	});

	it('is put off to the beginning of the learner’s next day', () => {
		// Noon in Beijing: the next day begins twelve hours later, at 16:00 UTC.
		expect(bury(itemCard(), now()).buriedUntil).toBe(noon + 12 * 60 * 60_000);
		expect(bury(itemCard(), { at: noon, zone: -300 }).buriedUntil).toBe(Date.UTC(2026, 2, 10, 5));
	});
});

it('the shown interval is the one that the rating gives, for any history', () => {
	fc.assert(
		fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), rating)), rating, (history, next) => {
			let at = noon;
			const card = history.reduce((so, [days, word]) => rate(so, word, (at += days * day)), itemCard());
			const span = intervalsOf(card, 0.9, { at, zone: 0 })[next];
			const rated = rate(card, next, at);
			expect(scheduleOf(rated, 0.9, 0).due).toBe(rated.reviews.at(-1)!.at + span);
			// Taking it back gives the schedule before.
			expect(scheduleOf(takeBack(rated), 0.9, 0)).toEqual(scheduleOf(card, 0.9, 0));
		})
	);
});
