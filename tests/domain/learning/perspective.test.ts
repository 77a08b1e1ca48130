import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, fraction, zero } from '#lib/domain/fraction.ts';
import type { Frame } from '#lib/domain/frame.ts';
import type { StepResult, Tally } from '#lib/domain/learning/model.ts';
import { hasPassed, headlineOf, isWeak, mergeTallies, sharesOf, tallyItems } from '#lib/domain/learning/perspective.ts';
import type { Item, Score } from '#lib/domain/quiz/model.ts';
import { trueFalseItem } from '../quiz/arbitraries.ts';

const item = (id: string, sides: Frame[], points = 1): Item => ({ ...trueFalseItem(true, points), id, sides });
const score = (n: number, d: number, points = 1): Score => ({
	kind: 'points',
	earned: fraction(n, d),
	total: fraction(points),
	parts: []
});
const tally = (earned: number, possible: number): Tally => ({ earned: fraction(earned), possible: fraction(possible) });

describe('tallying items', () => {
	test('counts an item fully in each of its sides and once over all', () => {
		const items = [item('a', ['western', 'chinese'], 2), item('b', ['chinese']), item('c', ['neutral-fact'])];
		const scores = { a: score(3, 2, 2), b: score(0, 1), c: score(1, 1) };
		expect(tallyItems(items, scores)).toEqual({
			frames: {
				western: { earned: fraction(3, 2), possible: fraction(2) },
				chinese: { earned: fraction(3, 2), possible: fraction(3) },
				'neutral-fact': tally(1, 1)
			},
			overall: { earned: fraction(5, 2), possible: fraction(4) }
		});
	});

	test('counts a side named twice once', () => {
		expect(tallyItems([item('a', ['western', 'western'])], {}).frames).toEqual({ western: tally(0, 1) });
	});

	test('counts an item without a score as possible', () => {
		expect(tallyItems([item('a', ['western'])], {}).overall).toEqual(tally(0, 1));
		expect(tallyItems([item('toString', ['western'])], {}).overall).toEqual(tally(0, 1));
	});

	test('is the same for the items in two steps as in one', () => {
		const sides = fc.uniqueArray(fc.constantFrom<Frame>('western', 'chinese', 'shared'), { minLength: 1 });
		const drawn = fc.array(fc.tuple(sides, fc.integer({ min: 1, max: 3 }), fc.nat(6)), { maxLength: 8 });
		fc.assert(
			fc.property(drawn, fc.nat(8), (all, cut) => {
				const items = all.map(([of, points], index) => item(`i${index}`, of, points));
				const scores = Object.fromEntries(
					all.map(([, points, sixths], index) => [`i${index}`, score(sixths * points, 6, points)])
				);
				const step = (some: Item[]): StepResult => ({ done: true, ...tallyItems(some, scores) });
				expect(mergeTallies([step(items.slice(0, cut)), step(items.slice(cut))])).toEqual(tallyItems(items, scores));
			})
		);
	});
});

test('steps that are not marked, and the map, add nothing to the frames', () => {
	const marked: StepResult = { done: true, frames: { western: tally(1, 2) }, overall: tally(1, 2) };
	const map: StepResult = { done: true, frames: {}, map: { total: 0.9, band: 'strong' } };
	expect(mergeTallies([{ done: false, frames: {} }, marked, map])).toEqual({
		frames: { western: tally(1, 2) },
		overall: tally(1, 2)
	});
	expect(mergeTallies([])).toEqual({ frames: {}, overall: { earned: zero, possible: zero } });
});

describe('a weak frame', () => {
	const frames = { western: tally(3, 5), chinese: tally(59, 100) };

	test('is one below its bound, which a share of exactly that bound is not', () => {
		expect(isWeak({ frames }, [{ frame: 'western', below: 0.6 }])).toBe(false);
		expect(isWeak({ frames }, [{ frame: 'chinese', below: 0.6 }])).toBe(true);
	});

	test('is enough when several are named', () => {
		const any = (['western', 'chinese'] as const).map((frame) => ({ frame, below: 0.6 }));
		expect(isWeak({ frames }, any)).toBe(true);
		expect(isWeak({ frames }, [])).toBe(false);
	});

	test('is never one that was not tested', () => {
		expect(isWeak({ frames: { western: tally(0, 0) } }, [{ frame: 'western', below: 1 }])).toBe(false);
		expect(isWeak({ frames: {} }, [{ frame: 'chinese', below: 1 }])).toBe(false);
	});

	test.each([1, 2, 3, 4, 5, 6, 7, 8, 9])('meets a bound of %i tenths exactly, whatever the denominator', (tenths) => {
		for (const by of [1, 3, 7, 11, 13, 97]) {
			const exact = { western: tally(tenths * by, 10 * by) };
			expect(isWeak({ frames: exact }, [{ frame: 'western', below: Number(`0.${tenths}`) }])).toBe(false);
			const less = { western: tally(tenths * by - 1, 10 * by) };
			expect(isWeak({ frames: less }, [{ frame: 'western', below: Number(`0.${tenths}`) }])).toBe(true);
		}
	});
});

describe('the headline', () => {
	test('is the weaker required frame, with the gap towards the Western one positive', () => {
		expect(headlineOf({ western: tally(4, 5), chinese: tally(1, 2), shared: tally(0, 4) })).toEqual({
			frame: 'chinese',
			share: fraction(1, 2),
			gap: fraction(3, 10),
			shares: { western: fraction(4, 5), chinese: fraction(1, 2) }
		});
		expect(headlineOf({ western: tally(1, 2), chinese: tally(4, 5) })).toMatchObject({
			frame: 'western',
			gap: fraction(-3, 10)
		});
	});

	test('has no gap between equals', () => {
		expect(headlineOf({ western: tally(2, 4), chinese: tally(1, 2) })).toMatchObject({
			share: fraction(1, 2),
			gap: zero
		});
	});

	test('is not given where one side was not tested', () => {
		expect(headlineOf({})).toBeNull();
		expect(headlineOf({ western: tally(4, 4), shared: tally(1, 1) })).toBeNull();
		expect(headlineOf({ western: tally(4, 4), chinese: tally(0, 0) })).toBeNull();
		expect(sharesOf({ western: tally(3, 4) })).toEqual({ western: fraction(3, 4), chinese: null });
	});

	test('is never above either side', () => {
		const part = fc.tuple(fc.nat(9), fc.integer({ min: 9, max: 12 })).map(([n, d]) => tally(n, d));
		fc.assert(
			fc.property(part, part, (western, chinese) => {
				const headline = headlineOf({ western, chinese });
				if (!headline) throw new Error('expected a headline');
				expect(compare(headline.share, headline.shares.western)).toBeLessThanOrEqual(0);
				expect(compare(headline.share, headline.shares.chinese)).toBeLessThanOrEqual(0);
			})
		);
	});
});

describe('a pass', () => {
	const with60 = headlineOf({ western: tally(3, 5), chinese: tally(5, 5) });

	test('takes a headline of exactly 0.60 and a sound map', () => {
		expect(hasPassed(with60, 'sound')).toBe(true);
		expect(hasPassed(with60, 'strong')).toBe(true);
	});

	test('is not given to a map below sound, or without one', () => {
		expect(hasPassed(with60, 'developing')).toBe(false);
		expect(hasPassed(with60, 'beginning')).toBe(false);
		expect(hasPassed(with60, undefined)).toBe(false);
	});

	test('is not given to one side alone', () => {
		expect(hasPassed(headlineOf({ western: tally(5, 5), chinese: tally(59, 100) }), 'strong')).toBe(false);
		expect(hasPassed(headlineOf({ western: tally(5, 5) }), 'strong')).toBe(false);
	});
});
