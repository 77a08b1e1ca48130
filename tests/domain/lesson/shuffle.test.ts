import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shuffle } from '#lib/domain/lesson/shuffle.ts';

const letters = ['a', 'b', 'c', 'd', 'e', 'f'];

test('gives one seed one order, for ever', () => {
	expect(shuffle(letters, 'stages').join('')).toMatchInlineSnapshot(`"bedfca"`);
	expect(shuffle(letters, 'renderings').join('')).toMatchInlineSnapshot(`"afbdec"`);
});

test('keeps every entry and leaves its argument alone', () => {
	fc.assert(
		fc.property(fc.array(fc.integer()), fc.string(), (all, seed) => {
			const before = [...all];
			expect(shuffle(all, seed).toSorted((a, b) => a - b)).toEqual([...all].toSorted((a, b) => a - b));
			expect(all).toEqual(before);
		})
	);
});

test('never gives a refused order while a turn of it is allowed', () => {
	fc.assert(
		fc.property(fc.string(), fc.integer({ min: 2, max: 6 }), (seed, count) => {
			const right = letters.slice(0, count);
			expect(shuffle(right, seed, (order) => order.join() === right.join())).not.toEqual(right);
		})
	);
});

test('gives way when every order is refused', () => {
	expect(shuffle(['a'], 'x', () => true)).toEqual(['a']);
});
