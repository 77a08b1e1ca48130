import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, fraction, multiply, zero } from '#lib/domain/fraction.ts';
import { certaintyMark } from '#lib/domain/quiz/index.ts';
import { certainties } from '#lib/domain/quiz/model.ts';
import type { Certainty, Score } from '#lib/domain/quiz/model.ts';

const score = (n: number, d: number, points = 1): Score => ({
	kind: 'points',
	earned: multiply(fraction(n, d), fraction(points)),
	total: fraction(points),
	parts: []
});

describe('the certainty-based mark', () => {
	// moodle/question/behaviour/deferredcbm/tests/question_cbm_test.php, test_adjust_fraction.
	test.each<[Certainty, number, number]>([
		['guess', 1, 0],
		['fairly-sure', 2, -2],
		['certain', 3, -6]
	])('for "%s" is Moodle’s: %i right, %i wrong', (certainty, right, wrong) => {
		expect(certaintyMark(score(1, 1), certainty)).toEqual(fraction(right));
		expect(certaintyMark(score(0, 1), certainty)).toEqual(fraction(wrong));
	});

	test.each<[Certainty, number, number]>([
		['guess', 1, 2],
		['fairly-sure', 0, 1],
		['certain', -3, 2]
	])('for "%s" and half right lies half way: %i/%i', (certainty, n, d) => {
		expect(certaintyMark(score(1, 2), certainty)).toEqual(fraction(n, d));
	});

	test('counts once for each point of the item', () => {
		fc.assert(
			fc.property(fc.nat(12), fc.integer({ min: 1, max: 9 }), fc.constantFrom(...certainties), (n, points, sure) => {
				const marked = certaintyMark(score(n, 12, points), sure);
				expect(marked).toEqual(multiply(fraction(points), certaintyMark(score(n, 12), sure)));
			})
		);
	});

	test('pays most for the certainty that one has: changes at 2/3 and at 4/5', () => {
		// The mean mark at chance p of being right is, the mark being linear, that of a part-right answer of share p.
		const best = (n: number, d: number) =>
			certainties.reduce((a, b) => (compare(certaintyMark(score(n, d), b), certaintyMark(score(n, d), a)) > 0 ? b : a));
		expect([best(66, 100), best(67, 100), best(79, 100), best(81, 100)]).toEqual([
			'guess',
			'fairly-sure',
			'fairly-sure',
			'certain'
		]);
	});

	test('is a share of the points that cannot exceed three times', () => {
		fc.assert(
			fc.property(fc.nat(10), fc.constantFrom(...certainties), (n, certainty) => {
				const mark = certaintyMark(score(n, 10), certainty);
				expect(compare(mark, fraction(3))).toBeLessThanOrEqual(0);
				expect(compare(mark, fraction(-6))).toBeGreaterThanOrEqual(0);
			})
		);
	});

	test('refuses a score out of nothing', () => {
		expect(() => certaintyMark({ ...score(0, 1), total: zero }, 'guess')).toThrow(RangeError);
	});
});
