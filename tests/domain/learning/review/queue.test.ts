import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bury, rate, suspend } from '#lib/domain/learning/review/edit.ts';
import { forecastOf } from '#lib/domain/learning/review/forecast.ts';
import type { ReviewCard } from '#lib/domain/learning/review/model.ts';
import { countOf, nextIn, queueOf } from '#lib/domain/learning/review/queue.ts';
import { scheduleOf } from '#lib/domain/learning/review/schedule.ts';
import { reasonFor } from '#lib/domain/learning/review/why.ts';
import { anyDeck, day, itemCard, noon, now, plan, termCard } from './support.ts';

const ids = (cards: ReviewCard[]) => cards.map(({ id }) => id);
const answered = (item: string, word: 'again' | 'good' | 'easy', at: number) =>
	rate(itemCard(item, at), word, at, 'answer');

describe('today’s queue', () => {
	it('is empty without cards', () => {
		expect(queueOf([], plan, now())).toEqual({ steps: [], due: [], fresh: [], soon: [], held: 0, nextDue: null });
	});

	it('has a new term at once, and an answer that was right when its day begins', () => {
		const deck = [termCard(), answered('q1', 'good', noon)];
		expect(queueOf(deck, plan, now())).toMatchObject({ due: [], nextDue: noon + 2 * day });
		expect(ids(queueOf(deck, plan, now()).fresh)).toEqual(['term/wangxin']);
		// Two days later, a quarter past midnight in Beijing: its hour is noon, its day is today.
		expect(ids(queueOf(deck, plan, now(noon + 1.5 * day + 900_000)).due)).toEqual(['item/one/q1']);
		expect(ids(queueOf(deck, plan, now(noon + 1.5 * day - 900_000)).due)).toEqual([]);
	});

	it('has what was missed after its ten minutes, and before that only when nothing else is left', () => {
		const missed = answered('q1', 'again', noon);
		const soon = queueOf([missed, termCard()], plan, now(noon + 60_000));
		expect(soon).toMatchObject({ steps: [] });
		expect(ids(soon.soon)).toEqual(['item/one/q1']);
		expect(nextIn(soon)?.id).toBe('term/wangxin');
		expect(nextIn(queueOf([missed], plan, now(noon + 60_000)))?.id).toBe('item/one/q1');
		expect(nextIn(queueOf([missed, termCard()], plan, now(noon + 600_000)))?.id).toBe('item/one/q1');
	});

	it('begins with the card that is most likely forgotten', () => {
		const deck = [answered('q1', 'easy', noon - 9 * day), answered('q2', 'good', noon - 9 * day)];
		expect(ids(queueOf(deck, plan, now()).due)).toEqual(['item/one/q2', 'item/one/q1']);
	});

	it('leaves out what is suspended, and what is buried until its day', () => {
		const due = answered('q1', 'good', noon - 3 * day);
		expect(countOf(queueOf([suspend(due)], plan, now()))).toBe(0);
		const buried = bury(due, now());
		expect(queueOf([buried], plan, now())).toMatchObject({ due: [], nextDue: buried.buriedUntil });
		expect(countOf(queueOf([buried], plan, now(buried.buriedUntil ?? 0)))).toBe(1);
	});

	it('holds new cards to the day’s limit, of which those already shown are a part', () => {
		const terms = Array.from({ length: 8 }, (_, index) => termCard(`t${index}`, noon - index));
		const limited = { ...plan, newPerDay: 3 };
		const queue = queueOf(terms, limited, now());
		expect(ids(queue.fresh)).toEqual(['term/t7', 'term/t6', 'term/t5']);
		expect(queue).toMatchObject({ held: 5, nextDue: noon + day / 2 });
		const shown = terms.map((card, index) => (index > 5 ? rate(card, 'good', noon) : card));
		expect(queueOf(shown, limited, now()).fresh).toHaveLength(1);
		expect(queueOf(shown, limited, now(noon + day)).fresh).toHaveLength(3);
	});

	it('holds cards that come back to the day’s limit, but never what was just missed', () => {
		const back = Array.from({ length: 5 }, (_, index) => answered(`q${index}`, 'good', noon - 4 * day));
		const limited = { ...plan, duePerDay: 2 };
		expect(queueOf(back, limited, now())).toMatchObject({ held: 3 });
		const missed = back.map((card, index) => (index < 2 ? rate(card, 'again', noon) : card));
		const queue = queueOf(missed, limited, now(noon + 700_000));
		expect(queue.due).toEqual([]);
		expect(queue.steps).toHaveLength(2);
	});
});

describe('for any cards', () => {
	it('the queue shows each active card at most once, in the same order however the deck is sorted', () => {
		fc.assert(
			fc.property(anyDeck, fc.integer({ min: 0, max: 20 }), (deck, days) => {
				const at = now(noon + days * day);
				const queue = queueOf(deck, plan, at);
				const shown = [...queue.steps, ...queue.due, ...queue.fresh, ...queue.soon];
				expect(new Set(ids(shown)).size).toBe(shown.length);
				expect(shown.some((card) => card.suspended)).toBe(false);
				expect(queue.due.length).toBeLessThanOrEqual(plan.duePerDay);
				expect(queue.fresh.length).toBeLessThanOrEqual(plan.newPerDay);
				expect(queueOf(deck.toReversed(), plan, at)).toEqual(queue);
			})
		);
	});

	it('the forecast counts each active card at most once, and a long one counts all', () => {
		fc.assert(
			fc.property(anyDeck, (deck) => {
				const active = deck.filter(({ suspended }) => !suspended);
				const sum = (days: number) =>
					forecastOf(deck, plan, now(), days).reduce((so, { due, fresh }) => so + due + fresh, 0);
				expect(sum(30)).toBeLessThanOrEqual(active.length);
				expect(sum(40_000)).toBe(active.length);
			}),
			{ numRuns: 20 }
		);
	});

	it('working through the queue empties it', () => {
		fc.assert(
			fc.property(anyDeck, (start) => {
				let deck = start;
				let at = noon;
				let asked = 0;
				for (let card = nextIn(queueOf(deck, plan, now(at))); card; card = nextIn(queueOf(deck, plan, now(at)))) {
					const rated = rate(card, 'good', (at += 1000));
					deck = deck.map((one) => (one.id === rated.id ? rated : one));
					asked += 1;
					expect(asked).toBeLessThanOrEqual(2 * start.length);
				}
				expect(countOf(queueOf(deck, plan, now(at)))).toBe(0);
			})
		);
	});
});

describe('the forecast', () => {
	it('has overdue cards today, others on their day, and new ones by the limit', () => {
		const terms = Array.from({ length: 5 }, (_, index) => termCard(`t${index}`));
		const deck = [answered('q1', 'good', noon - 9 * day), answered('q2', 'easy', noon), ...terms];
		const forecast = forecastOf(deck, { ...plan, newPerDay: 2 }, now());
		expect(forecast).toHaveLength(30);
		expect(forecast.filter(({ due, fresh }) => due + fresh > 0)).toEqual([
			{ ahead: 0, due: 1, fresh: 2 },
			{ ahead: 1, due: 0, fresh: 2 },
			{ ahead: 2, due: 0, fresh: 1 },
			{ ahead: 8, due: 1, fresh: 0 }
		]);
	});

	it('has a buried card on the day until which it is put off', () => {
		const [today, tomorrow] = forecastOf([bury(answered('q1', 'good', noon - 9 * day), now())], plan, now());
		expect([today?.due, tomorrow?.due]).toEqual([0, 1]);
	});
});

describe('why a card is shown', () => {
	it('is that it is new, or was just missed', () => {
		expect(reasonFor(termCard(), plan, now())).toEqual({ code: 'new' });
		expect(reasonFor(answered('q1', 'again', noon), plan, now())).toEqual({ code: 'step', rating: 'again' });
	});

	it('is the last rating, its age, the stability and the chance of recall', () => {
		const card = answered('q1', 'good', noon - 3 * day);
		const reason = reasonFor(card, plan, now());
		expect(reason).toMatchObject({ code: 'due', rating: 'good', by: 'answer', days: 3 });
		const { stability } = scheduleOf(card, plan.retention, now().zone);
		expect(reason).toMatchObject({ stability });
		// 90 % by definition after `stability` days, here 2.3.
		expect(reason.code === 'due' && reason.chance).toBeCloseTo(0.88, 1);
	});
});
