import { describe, expect, test } from 'vitest';
import { chanceCorrected } from '#lib/domain/quiz/chance.ts';
import { divide, fraction, one, sum, zero } from '#lib/domain/fraction.ts';

const share = (key: string, given: string) =>
	chanceCorrected(
		'item',
		[...key].map((column, index) => ({ column, given: given[index] }))
	);

/** Every way of putting `count` things into the columns. */
const plays = (columns: string, count: number): string[] =>
	count === 0 ? [''] : plays(columns, count - 1).flatMap((start) => [...columns].map((column) => start + column));

/**
 * Source: scikit-learn, manual of `balanced_accuracy_score` (the first) and its tests (`test_balanced_accuracy_score` in
 * sklearn/metrics/tests/test_classification.py), which state that with `adjusted` it is (balanced − chance) / (1 − chance).
 */
describe('the chance-corrected share agrees with the adjusted balanced accuracy of scikit-learn', () => {
	test.each([
		['010010', '010001', fraction(1, 4)],
		['abab', 'aaab', fraction(1, 2)],
		['abcb', 'aaab', fraction(1, 4)]
	])('for the key %s and the answer %s', (key, given, expected) => {
		expect(share(key, given)).toEqual(expected);
	});
});

test('a column with one thing counts as much as one with many', () => {
	expect(share('aaaab', 'aaaaa')).toEqual(zero);
	expect(share('aaaab', 'bbbbb')).toEqual(zero);
	expect(share('aaaab', 'aaabb')).toEqual(fraction(3, 4));
});

test('is 1 for the key, and −1/(k − 1) where nothing is right', () => {
	expect(share('abc', 'abc')).toEqual(one);
	expect(share('abc', 'bca')).toEqual(fraction(-1, 2));
	expect(share('ab', 'ba')).toEqual(fraction(-1));
});

test.each(['ab', 'aab', 'aaab', 'abc', 'aabbc', 'abcd', 'abbcdd'])(
	'random play in the columns that the key %s uses earns 0 in the mean',
	(key) => {
		const all = plays([...new Set(key)].join(''), key.length);
		expect(divide(sum(all.map((given) => share(key, given))), fraction(all.length))).toEqual(zero);
	}
);

test('with a column that the key does not use, random play earns less than 0', () => {
	const all = plays('abx', 4);
	expect(sum(all.map((given) => share('aabb', given))).n).toBeLessThan(0);
});

test.each(['', 'aaa'])('refuses the key “%s”, which tells nothing apart', (key) => {
	expect(() => share(key, key)).toThrow('expected a key that uses at least two columns');
});
