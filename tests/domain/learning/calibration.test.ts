import { describe, expect, test } from 'vitest';
import { fraction } from '#lib/domain/fraction.ts';
import { calibrationOf, calibrationsOf, sureAnswerOf } from '#lib/domain/learning/calibration.ts';
import type { SureAnswer } from '#lib/domain/learning/calibration.ts';
import { scoreResponse } from '#lib/domain/quiz/index.ts';
import type { Certainty } from '#lib/domain/quiz/model.ts';
import { multipleItem, singleItem, trueFalseItem } from '../quiz/arbitraries.ts';

const answer = (certainty: Certainty, right: boolean, more: Partial<SureAnswer> = {}): SureAnswer => ({
	certainty,
	options: 4,
	right,
	sides: ['western'],
	...more
});

describe('an answer with a certainty', () => {
	test('counts with its options, its result and its views', () => {
		const item = { ...singleItem(4, 0), sides: ['chinese' as const] };
		const score = scoreResponse(item, { kind: 'single', choice: 'o0' });
		expect(sureAnswerOf(item, score, 'guess')).toEqual(answer('guess', true, { sides: ['chinese'] }));
		const statement = trueFalseItem(true);
		const wrong = scoreResponse(statement, { kind: 'truefalse', answer: false });
		expect(sureAnswerOf(statement, wrong, 'certain')).toEqual(answer('certain', false, { options: 2 }));
	});

	test('does not count where it can be part right, even if all of it was', () => {
		const item = multipleItem([true, false]);
		const full = scoreResponse(item, { kind: 'multiple', choices: ['o0'] });
		expect(full.earned).toEqual(fraction(1));
		expect(sureAnswerOf(item, full, 'certain')).toBeNull();
	});
});

describe('calibration', () => {
	test('has no figure without an answer', () => {
		expect(calibrationOf([])).toBeNull();
		expect(calibrationsOf([])).toEqual({ overall: null, frames: [] });
	});

	test('takes the chance of a guess from the number of options', () => {
		expect(calibrationOf([answer('guess', false)])?.brier).toBeCloseTo(1 / 16);
		expect(calibrationOf([answer('guess', false, { options: 2 })])?.brier).toBeCloseTo(1 / 4);
	});

	test('is the mean squared distance, and signed towards overconfidence', () => {
		const figure = calibrationOf([answer('certain', true), answer('certain', false), answer('fairly-sure', true)]);
		expect(figure).toMatchObject({ count: 3, counts: { guess: 0, 'fairly-sure': 1, certain: 2 } });
		expect(figure?.brier).toBeCloseTo((0.1 ** 2 + 0.9 ** 2 + 0.27 ** 2) / 3);
		expect(figure?.bias).toBeCloseTo((0.9 + 0.9 + 0.73) / 3 - 2 / 3);
		expect(calibrationOf([answer('certain', false)])?.bias).toBeCloseTo(0.9);
		expect(calibrationOf([answer('guess', true)])?.bias).toBeCloseTo(-0.75);
	});

	test('draws a point of the curve only from ten answers on', () => {
		const sure = Array.from({ length: 10 }, (_, index) => answer('certain', index < 7));
		const guesses = Array.from({ length: 9 }, () => answer('guess', true));
		expect(calibrationOf([...sure, ...guesses])?.curve).toEqual([
			{ certainty: 'certain', count: 10, expected: expect.closeTo(0.9), right: 0.7 }
		]);
	});

	test('is told by view as well: an answer counts in each of its views, and a view without one is left out', () => {
		const { overall, frames } = calibrationsOf([
			answer('certain', true, { sides: ['western', 'chinese'] }),
			answer('certain', false, { sides: ['chinese'] })
		]);
		expect(overall?.count).toBe(2);
		expect(frames.map(({ frame, calibration }) => [frame, calibration.count])).toEqual([
			['western', 1],
			['chinese', 2]
		]);
		expect(frames[0]?.calibration.bias).toBeCloseTo(-0.1);
		expect(frames[1]?.calibration.bias).toBeCloseTo(0.4);
	});
});
