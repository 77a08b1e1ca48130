import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { divide, fraction, one, sum, zero } from '#lib/domain/fraction.ts';
import { moveEntry, publicItem, scoreResponse, validateResponse } from '#lib/domain/quiz/index.ts';
import { kendallTau } from '#lib/domain/quiz/order/score.ts';
import { orderItem } from './arbitraries.ts';

const permutations = (names: readonly string[]): string[][] =>
	names.length === 0
		? [[]]
		: names.flatMap((name) => permutations(names.filter((other) => other !== name)).map((rest) => [name, ...rest]));

/** The ids o0, o1, … of entries with these values, from the lowest value to the highest. */
const byValue = (values: readonly number[]): string[] =>
	values
		.map((value, index) => ({ value, id: `o${index}` }))
		.sort((a, b) => a.value - b.value)
		.map((entry) => entry.id);

describe('Kendall’s tau', () => {
	test('is 4/9 in the example of Hollander and Wolfe, as in the manual of R', () => {
		const lightness = [44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1];
		const panel = [2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8];
		expect(kendallTau(orderItem(lightness), byValue(panel))).toEqual(fraction(4, 9));
		expect(kendallTau(orderItem(panel), byValue(lightness))).toEqual(fraction(4, 9));
	});

	test('is −1 for the key backwards', () => {
		expect(kendallTau(orderItem([1, 2, 3, 4]), ['o3', 'o2', 'o1', 'o0'])).toEqual(fraction(-1));
	});

	test('leaves out pairs that are tied in the key', () => {
		const tied = orderItem([1, 2, 2, 3]);
		expect(kendallTau(tied, ['o0', 'o2', 'o1', 'o3'])).toEqual(one);
		expect(kendallTau(tied, ['o2', 'o0', 'o1', 'o3'])).toEqual(fraction(3, 5));
	});

	test.each([[[1, 2]], [[1, 2, 3, 4]], [[2, 1, 2, 3]], [[1, 1, 1, 2, 2]]])(
		'is 0 in the mean over all orders, for the ranks %j',
		(ranks) => {
			const item = orderItem(ranks);
			const plays = permutations(item.entries.map((entry) => entry.id));
			const taus = plays.map((order) => kendallTau(item, order));
			expect(divide(sum(taus), fraction(plays.length))).toEqual(zero);
		}
	);

	test('refuses a key in which everything is tied', () => {
		expect(() => kendallTau(orderItem([1, 1]), ['o0', 'o1'])).toThrow('two entries of different rank');
	});
});

describe('an order item', () => {
	const item = orderItem([10, 20, 20, 30], 2);
	const form = publicItem(item);

	test('earns nothing, and not less, for the key backwards', () => {
		expect(scoreResponse(item, { kind: 'order', order: ['o3', 'o2', 'o1', 'o0'] }).earned).toEqual(zero);
	});

	test('calls an entry right where it stands in a place that the key gives it', () => {
		const { earned, parts } = scoreResponse(item, { kind: 'order', order: ['o2', 'o0', 'o1', 'o3'] });
		expect(earned).toEqual(fraction(6, 5));
		expect(parts).toEqual([
			{ id: 'o0', right: false },
			{ id: 'o1', right: true },
			{ id: 'o2', right: false },
			{ id: 'o3', right: true }
		]);
	});

	test('is not ready before all entries have a place', () => {
		expect(validateResponse(form, undefined)).toEqual({ ready: false, code: 'not-ordered', missing: 4 });
		const response = { kind: 'order' as const, order: ['o3', 'o1', 'o1'] };
		expect(validateResponse(form, response)).toEqual({ ready: false, code: 'not-ordered', missing: 2 });
	});

	test('is not ready when an entry stands in two places', () => {
		const response = { kind: 'order' as const, order: ['o0', 'o1', 'o2', 'o3', 'o0'] };
		expect(validateResponse(form, response)).toEqual({ ready: false, code: 'not-ordered' });
	});
});

describe('moving an entry', () => {
	test.each([
		['a', 1, 'bacd'],
		['d', -1, 'abdc'],
		['b', 2, 'acdb'],
		['a', -1, 'abcd'],
		['d', 1, 'abcd'],
		['a', Infinity, 'bcda'],
		['d', -Infinity, 'dabc'],
		['x', 1, 'abcd']
	])('%s by %s gives %s', (id, by, after) => {
		expect(moveEntry(['a', 'b', 'c', 'd'], id, by).join('')).toBe(after);
	});

	test('never loses or doubles an entry and leaves the old order as it was', () => {
		const names = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { minLength: 1 });
		fc.assert(
			fc.property(names, fc.nat(), fc.integer({ min: -20, max: 20 }), (order, which, by) => {
				const before = [...order];
				const after = moveEntry(order, order[which % order.length] ?? '', by);
				expect(order).toEqual(before);
				expect(after.toSorted()).toEqual(before.toSorted());
			})
		);
	});
});
