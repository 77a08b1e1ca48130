import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { fraction } from '#lib/domain/fraction.ts';
import { keyOf } from '#lib/domain/learning/review/blank.ts';
import { rate, suspend, takeBack } from '#lib/domain/learning/review/edit.ts';
import { cardsFrom, ratingFrom } from '#lib/domain/learning/review/gather.ts';
import { mergeCards } from '#lib/domain/learning/review/merge.ts';
import { suggestFor } from '#lib/domain/learning/review/suggest.ts';
import { idOf, subjectOf } from '#lib/domain/learning/review/model.ts';
import type { Certainty, Item } from '#lib/domain/quiz/model.ts';
import { usualPolicy } from '#lib/domain/quiz/policy.ts';
import { emptyQuizWork } from '#lib/domain/quiz/work.ts';
import type { Html } from '#lib/domain/lesson/model.ts';
import { day, itemCard, noon, rating } from './support.ts';

const html = (text: string) => text as Html;
const item = (id: string): Item => ({
	id,
	kind: 'single',
	prompt: html('Who?'),
	sides: ['western'],
	claims: [],
	outcomes: [],
	points: 1,
	options: [
		{ id: 'a', text: html('a'), right: true, feedback: html('yes') },
		{ id: 'b', text: html('b'), right: false, feedback: html('no') }
	]
});
const chosen = (choice: string) => ({ kind: 'single' as const, choice });
const score = (n: number, d: number) => ({
	kind: 'points' as const,
	earned: fraction(n, d),
	total: fraction(1),
	parts: []
});

describe('the first rating', () => {
	it.each<[string, number, number, Certainty | undefined, string]>([
		['wrong, however sure', 0, 1, 'certain', 'again'],
		['part right', 1, 2, 'certain', 'hard'],
		['right by a guess', 1, 1, 'guess', 'hard'],
		['right and fairly sure', 1, 1, 'fairly-sure', 'good'],
		['right and certain', 1, 1, 'certain', 'easy'],
		['right, and not asked how sure', 1, 1, undefined, 'good']
	])('of an answer that is %s', (_, n, d, certainty, expected) => {
		expect(ratingFrom(score(n, d), certainty)).toBe(expected);
	});
});

it.each<[string, ReturnType<typeof chosen> | null, string]>([
	['right', chosen('a'), 'good'],
	['wrong', chosen('b'), 'again'],
	['missing', null, 'again'],
	['of an option that is gone', chosen('z'), 'again']
])('the suggested rating of an answer that is %s', (_, response, rating) => {
	expect(suggestFor(item('q1'), response)).toBe(rating);
	expect(suggestFor(null, null)).toBe('good');
});

describe('a lesson gives', () => {
	const base = {
		lesson: 'one',
		items: [item('q1'), item('q2')],
		policy: usualPolicy,
		terms: ['wangxin'],
		answeredAt: noon,
		comparedAt: 5,
		now: noon
	};

	it('a card for each answered item, rated by its answer, and a new one for each term', () => {
		const work = {
			...emptyQuizWork,
			responses: { q1: chosen('a'), q2: chosen('b') },
			certainties: { q1: 'certain' as const },
			checked: ['q1']
		};
		const [first, term, ...none] = cardsFrom({ ...base, work }, []);
		expect(first).toMatchObject({ id: 'item/one/q1', reviews: [{ at: noon, rating: 'easy', by: 'answer' }] });
		expect(term).toMatchObject({ id: 'term/wangxin', lesson: 'one', addedAt: 5, reviews: [] });
		expect(none).toEqual([]);
		expect(cardsFrom({ ...base, work }, [first!, term!])).toEqual([]);
	});

	it('the rating of the first attempt, whatever a later one made of it', () => {
		const work = {
			...emptyQuizWork,
			attempt: 2,
			responses: { q1: chosen('a'), q2: chosen('a') },
			checked: ['q1', 'q2'],
			earlier: [{ ...emptyQuizWork, responses: { q1: chosen('b'), q2: chosen('a') }, checked: ['q1', 'q2'] }]
		};
		expect(cardsFrom({ ...base, terms: [], work }, []).map(({ reviews }) => reviews[0]?.rating)).toEqual([
			'again',
			'good'
		]);
	});

	it('no card for what its quiz does not tell yet, and leaves those that are there', () => {
		const work = { ...emptyQuizWork, responses: { q1: chosen('b'), q2: chosen('b') }, checked: ['q1', 'q2'] };
		const there = itemCard('q1');
		const policy = { ...usualPolicy, attempts: 2, key: 'last-attempt' as const };
		expect(cardsFrom({ ...base, terms: [], work, policy }, [there])).toEqual([]);
		const last = { ...work, attempt: 2, earlier: [work] };
		expect(cardsFrom({ ...base, terms: [], work: last, policy }, [there]).map(({ id }) => id)).toEqual(['item/one/q2']);
	});

	it('nothing where nothing was answered', () => {
		expect(cardsFrom({ ...base, terms: [], work: null }, [])).toEqual([]);
	});
});

it('a card’s id is its subject, and nothing else is one', () => {
	for (const subject of [{ kind: 'item', lesson: 'one', item: 'q1' } as const, { kind: 'term', term: 'a' } as const])
		expect(subjectOf(idOf(subject))).toEqual(subject);
	for (const id of ['', 'item/one', 'term/', 'term/a/b', 'item/one/q/1', 'map/one']) expect(subjectOf(id)).toBeNull();
});

it('who says “I do not know” is told the key', () => {
	expect(keyOf(item('q1')).map(({ id, right }) => [id, right])).toEqual([
		['a', true],
		['b', false]
	]);
});

describe('two copies of a card', () => {
	const history = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.option(rating)), { maxLength: 6 });
	/** Days pass, and at each the card is rated, or its last review is taken back. */
	const worked = (start: ReturnType<typeof itemCard>, steps: [number, 'again' | 'hard' | 'good' | 'easy' | null][]) => {
		let at = noon;
		return steps.reduce((so, [days, word]) => (word ? rate(so, word, (at += days * day)) : takeBack(so)), start);
	};

	it('are joined without loss, whichever way round, and joining again changes nothing', () => {
		fc.assert(
			fc.property(history, history, history, fc.boolean(), (before, mine, theirs, aside) => {
				const start = worked(itemCard(), before);
				const a = { card: worked(start, mine), savedAt: 1 };
				const b = { card: suspend(worked(start, theirs), aside), savedAt: 2 };
				const joined = mergeCards(a, b);
				expect(mergeCards(b, a)).toEqual(joined);
				expect(mergeCards({ card: joined, savedAt: 2 }, a)).toEqual(joined);
				expect(mergeCards({ card: joined, savedAt: 2 }, b)).toEqual(joined);
				expect(joined.suspended).toBe(aside);
				const undone = new Set([...a.card.undone, ...b.card.undone]);
				const times = new Set(
					[...a.card.reviews, ...b.card.reviews].map(({ at }) => at).filter((at) => !undone.has(at))
				);
				expect(joined.reviews.map(({ at }) => at)).toEqual([...times].sort((one, other) => one - other));
			})
		);
	});

	it('of different cards are refused', () => {
		expect(() => mergeCards({ card: itemCard('q1'), savedAt: 1 }, { card: itemCard('q2'), savedAt: 1 })).toThrow(
			'Not one card: item/one/q1 and item/one/q2.'
		);
	});
});
