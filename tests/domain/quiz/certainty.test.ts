import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, divide, fraction, multiply, zero } from '#lib/domain/fraction.ts';
import { calibrationOf, certaintyMark, scoreResponse } from '#lib/domain/quiz/index.ts';
import type { SureAnswer } from '#lib/domain/quiz/index.ts';
import { certainties } from '#lib/domain/quiz/model.ts';
import type { Certainty, Score } from '#lib/domain/quiz/model.ts';
import { multipleItem, singleItem, trueFalseItem } from './arbitraries.ts';

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

describe('calibration', () => {
	const four = singleItem(4, 0);
	const answer = (certainty: Certainty, right: boolean): SureAnswer => ({
		item: four,
		score: scoreResponse(four, { kind: 'single', choice: right ? 'o0' : 'o1' }),
		certainty
	});

	test('has no figure without an answer', () => {
		expect(calibrationOf([])).toBeNull();
	});

	test('has no figure from items that can be part right, even if all of it was right', () => {
		const item = multipleItem([true, false]);
		const full = scoreResponse(item, { kind: 'multiple', choices: ['o0'] });
		expect(divide(full.earned, full.total)).toEqual(fraction(1));
		expect(calibrationOf([{ item, score: full, certainty: 'certain' }])).toBeNull();
	});

	test('takes the chance of a guess from the number of options', () => {
		const statement = trueFalseItem(true);
		const guess = scoreResponse(statement, { kind: 'truefalse', answer: false });
		expect(calibrationOf([answer('guess', false)])?.brier).toBeCloseTo(1 / 16);
		expect(calibrationOf([{ item: statement, score: guess, certainty: 'guess' }])?.brier).toBeCloseTo(1 / 4);
	});

	test('is the mean squared distance, and signed towards overconfidence', () => {
		const figure = calibrationOf([answer('certain', true), answer('certain', false), answer('fairly-sure', true)]);
		expect(figure?.count).toBe(3);
		expect(figure?.brier).toBeCloseTo((0.1 ** 2 + 0.9 ** 2 + 0.27 ** 2) / 3);
		expect(figure?.bias).toBeCloseTo((0.9 + 0.9 + 0.73) / 3 - 2 / 3);
		expect(calibrationOf([answer('certain', false)])?.bias).toBeCloseTo(0.9);
		expect(calibrationOf([answer('guess', true)])?.bias).toBeCloseTo(-0.75);
	});

	test('draws a point of the curve only from ten answers on', () => {
		const sure = Array.from({ length: 10 }, (_, index) => answer('certain', index < 7));
		const figure = calibrationOf([
			...sure,
			...sure.slice(0, 9).map((one) => ({ ...one, certainty: 'guess' as const }))
		]);
		expect(figure?.curve).toEqual([{ certainty: 'certain', count: 10, expected: expect.closeTo(0.9), right: 0.7 }]);
	});
});
