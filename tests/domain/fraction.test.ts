import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	add,
	compare,
	divide,
	fraction,
	max,
	multiply,
	one,
	subtract,
	sum,
	toNumber,
	toPercent,
	zero
} from '#lib/domain/fraction.ts';
import type { Fraction } from '#lib/domain/fraction.ts';

// Small enough that three of them multiplied stay within whole numbers that are exact.
const any: fc.Arbitrary<Fraction> = fc
	.tuple(fc.integer({ min: -200, max: 200 }), fc.integer({ min: 1, max: 60 }))
	.map(([n, d]) => fraction(n, d));
const law = (name: string, holds: (a: Fraction, b: Fraction, c: Fraction) => void) =>
	test(name, () => fc.assert(fc.property(any, any, any, holds)));

describe('fractions', () => {
	law('add in any order and grouping', (a, b, c) => {
		expect(add(a, b)).toEqual(add(b, a));
		expect(add(add(a, b), c)).toEqual(add(a, add(b, c)));
		expect(sum([a, b, c])).toEqual(sum([c, a, b]));
	});
	law('multiply in any order and grouping, and over sums', (a, b, c) => {
		expect(multiply(a, b)).toEqual(multiply(b, a));
		expect(multiply(multiply(a, b), c)).toEqual(multiply(a, multiply(b, c)));
		expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
	});
	law('are left alone by 0 and 1', (a) => {
		expect(add(a, zero)).toEqual(a);
		expect(multiply(a, one)).toEqual(a);
		expect(multiply(a, zero)).toEqual(zero);
	});
	law('undo what was done', (a, b) => {
		expect(subtract(add(a, b), b)).toEqual(a);
		if (b.n !== 0) expect(divide(multiply(a, b), b)).toEqual(a);
	});
	law('are in order as numbers are', (a, b) => {
		expect(Math.sign(compare(a, b))).toBe(Math.sign(toNumber(a) - toNumber(b)));
		expect(compare(max(a, b), a)).toBeGreaterThanOrEqual(0);
		expect([a, b]).toContainEqual(max(a, b));
	});

	test('have one form each: lowest terms, the sign above, no minus zero', () => {
		expect(fraction(6, 10)).toEqual({ n: 3, d: 5 });
		expect(fraction(3, -5)).toEqual({ n: -3, d: 5 });
		expect(fraction(-0, -7)).toStrictEqual({ n: 0, d: 1 });
		expect(Object.is(fraction(0, -7).n, 0)).toBe(true);
	});

	test('make three tenths and three tenths exactly 0.60', () => {
		const three = fraction(3, 10);
		expect(compare(add(three, three), fraction(60, 100))).toBe(0);
	});

	test.each([
		[1, 0],
		[0.5, 1],
		[1, 1.5],
		[Number.NaN, 1],
		[2 ** 53, 1],
		[1, Infinity]
	])('refuse %s/%s', (n, d) => {
		expect(() => fraction(n, d)).toThrow(RangeError);
	});

	test('refuse to divide by 0, and to go on where whole numbers are no longer exact', () => {
		expect(() => divide(one, zero)).toThrow(RangeError);
		expect(() => multiply(fraction(2 ** 30), fraction(2 ** 30))).toThrow(RangeError);
	});

	test.each([
		[0, 1, 0],
		[3, 5, 60],
		[2, 3, 67],
		[1, 1, 100],
		// Never up to an edge: it would look passed, or whole.
		[119, 200, 59],
		[397, 1000, 39],
		[849, 1000, 84],
		[999, 1000, 99]
	])('%i/%i is shown as %i', (n, d, shown) => {
		expect(toPercent(fraction(n, d))).toBe(shown);
	});
});
