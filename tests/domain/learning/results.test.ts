import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fraction } from '#lib/domain/fraction.ts';
import { attemptResult, parseStepResult, regrade, scoreChecked } from '#lib/domain/learning/results.ts';
import { certainties } from '#lib/domain/quiz/model.ts';
import { usualPolicy } from '#lib/domain/quiz/policy.ts';
import { emptyQuizWork } from '#lib/domain/quiz/work.ts';
import type { Certainty, Item, Response } from '#lib/domain/quiz/model.ts';
import { anyDrawn, multipleItem, singleItem, trueFalseItem } from '../quiz/arbitraries.ts';

const pair: Item = { ...singleItem(3, 0, 2), id: 'pair', sides: ['western'] };
const parts: Item = { ...multipleItem([true, true, false]), id: 'parts', sides: ['western', 'chinese'] };
const year: Item = { ...trueFalseItem(true), id: 'year', sides: ['neutral-fact'] };
const items = [pair, parts, year];
const responses: Record<string, Response> = {
	pair: { kind: 'single', choice: 'o0' },
	parts: { kind: 'multiple', choices: ['o0'] },
	year: { kind: 'truefalse', answer: false }
};
const all = ['pair', 'parts', 'year'];

const quizResult = (
	of: readonly Item[],
	given: Record<string, Response>,
	sure: Record<string, Certainty>,
	checked: readonly string[]
) => {
	const work = { ...emptyQuizWork, responses: given, certainties: sure, checked: [...checked] };
	return attemptResult(of, work, usualPolicy);
};

describe('the result of a quiz', () => {
	test('is done with marks by frame when every item is checked', () => {
		expect(quizResult(items, responses, {}, all)).toEqual({
			done: true,
			frames: {
				western: { earned: fraction(5, 2), possible: fraction(3) },
				chinese: { earned: fraction(1, 2), possible: fraction(1) },
				'neutral-fact': { earned: fraction(0), possible: fraction(1) }
			},
			overall: { earned: fraction(5, 2), possible: fraction(4) }
		});
	});

	test('is not done before that, and what is answered but not checked earns nothing yet', () => {
		const result = quizResult(items, responses, {}, ['parts']);
		expect(result.done).toBe(false);
		expect(result.overall).toEqual({ earned: fraction(1, 2), possible: fraction(4) });
	});

	test('waits for a new answer where a changed item no longer fits the stored one', () => {
		const old: Record<string, Response> = { ...responses, pair: { kind: 'truefalse', answer: true } };
		expect(quizResult(items, old, {}, all).done).toBe(false);
		expect(Object.keys(scoreChecked(items, old, all))).toEqual(['parts', 'year']);
	});

	test('does not mind answers to items that are gone', () => {
		expect(quizResult([pair], responses, { gone: 'certain' }, ['pair', 'gone'])).toEqual(
			quizResult([pair], { pair: responses['pair'] as Response }, {}, ['pair'])
		);
	});

	test('has certainty marks out of 3 a point, a missing certainty being a guess', () => {
		const sure: Record<string, Certainty> = { pair: 'certain', year: 'fairly-sure' };
		// 2 points × 3, then half of the marks of a guess, then −2.
		expect(quizResult(items, responses, sure, all).certainty).toEqual({
			earned: fraction(9, 2),
			possible: fraction(12)
		});
	});

	test('can have certainty marks below 0', () => {
		expect(quizResult([year], responses, { year: 'certain' }, ['year']).certainty).toEqual({
			earned: fraction(-6),
			possible: fraction(3)
		});
	});

	test('has no certainty marks where certainty was not asked, or is not yet checked', () => {
		expect(quizResult(items, responses, {}, all)).not.toHaveProperty('certainty');
		expect(quizResult(items, responses, { year: 'certain' }, ['pair'])).not.toHaveProperty('certainty');
	});
});

describe('hints', () => {
	const hinted = (hints: Record<string, number>, certainties: Record<string, Certainty> = {}) =>
		attemptResult([pair, year], { ...emptyQuizWork, responses, certainties, checked: all, hints }, usualPolicy);

	test('take their price off the mark, each anew, and never more than all of it', () => {
		expect([0, 1, 2, 4, 9, Number.MAX_SAFE_INTEGER].map((count) => hinted({ pair: count }).overall?.earned)).toEqual([
			fraction(2),
			fraction(3, 2),
			fraction(1),
			fraction(0),
			fraction(0),
			fraction(0)
		]);
	});

	test('lessen what certainty wins, and not what it loses', () => {
		const sure: Record<string, Certainty> = { pair: 'certain', year: 'certain' };
		// Two points right at 3 each, less a quarter; then −6 for the wrong one, whatever was read.
		expect(hinted({ pair: 1, year: 2 }, sure).certainty?.earned).toEqual(fraction(-3, 2));
	});
});

describe('a quiz that was handed in', () => {
	test('is done, and what was not answered earns nothing of what is possible', () => {
		const work = { ...emptyQuizWork, responses, checked: ['pair'], ended: true };
		expect(regrade(items, work, usualPolicy)).toMatchObject({
			done: true,
			overall: { earned: fraction(2), possible: fraction(4) }
		});
	});
});

describe('calibration', () => {
	test('is kept of first answers, of what is marked right or wrong, and of no answer without a certainty', () => {
		const sure: Record<string, Certainty> = { pair: 'guess', parts: 'certain' };
		const first = { ...emptyQuizWork, responses, certainties: sure, checked: all };
		const later = { ...first, attempt: 2, certainties: { pair: 'certain' as const }, earlier: [first] };
		const expected = [{ certainty: 'guess', options: 3, right: true, sides: ['western'] }];
		expect(regrade(items, first, usualPolicy).sure).toEqual(expected);
		expect(regrade(items, later, usualPolicy).sure).toEqual(expected);
		expect(regrade(items, { ...first, certainties: {} }, usualPolicy)).not.toHaveProperty('sure');
	});

	test('counts the first answer to a question that only a later attempt gave or answered', () => {
		const first = { ...emptyQuizWork, responses: {}, checked: [], ended: true };
		const later = { ...emptyQuizWork, attempt: 2, responses, certainties: { pair: 'certain' as const }, checked: all };
		expect(regrade(items, { ...later, earlier: [first] }, usualPolicy).sure).toMatchObject([{ certainty: 'certain' }]);
	});
});

describe('a stored result', () => {
	test('is read as it was written', () => {
		const drawn = fc.tuple(anyDrawn, fc.option(fc.constantFrom(...certainties)), fc.boolean());
		fc.assert(
			fc.property(drawn, ([{ item, response }, sure, checked]) => {
				const certain: Record<string, Certainty> = sure ? { item: sure } : {};
				const work = { ...emptyQuizWork, responses: { item: response }, certainties: certain };
				const result = regrade([item], { ...work, checked: checked ? ['item'] : [] }, usualPolicy);
				expect(parseStepResult(JSON.parse(JSON.stringify(result)))).toStrictEqual(result);
			})
		);
		const map = { done: true, frames: {}, map: { total: 0.75, band: 'sound' } };
		expect(parseStepResult(map)).toStrictEqual(map);
	});

	test('loses fields that are there but undefined', () => {
		const stored = { done: false, frames: {}, overall: undefined, certainty: undefined, map: undefined };
		expect(parseStepResult(stored)).toStrictEqual({ done: false, frames: {} });
	});

	test('is brought to lowest terms', () => {
		const tally = { earned: { n: 6, d: 10 }, possible: { n: 4, d: 4 } };
		expect(parseStepResult({ done: true, frames: { western: tally } })?.frames.western).toEqual({
			earned: fraction(3, 5),
			possible: fraction(1)
		});
	});

	const tally = (n: number, d: number) => ({ earned: { n, d }, possible: { n: 1, d: 1 } });
	test.each([
		['nothing', null],
		['no frames', { done: true }],
		['a frame that is not one', { done: true, frames: { martian: tally(1, 1) } }],
		['more earned than possible', { done: true, frames: { western: tally(2, 1) } }],
		['less than nothing earned', { done: true, frames: {}, overall: tally(-1, 2) }],
		['a denominator of 0', { done: true, frames: {}, overall: tally(0, 0) }],
		['a decimal fraction', { done: true, frames: {}, overall: tally(0.5, 1) }],
		['numbers beyond any mark', { done: true, frames: {}, overall: tally(1, 2 ** 40) }],
		['a map total above 1', { done: true, frames: {}, map: { total: 1.1, band: 'sound' } }],
		['a band that is not one', { done: true, frames: {}, map: { total: 1, band: 'perfect' } }]
	])('is refused with %s', (_, stored) => {
		expect(parseStepResult(stored)).toBeNull();
	});

	test('cannot bring in a prototype', () => {
		const parsed = parseStepResult(
			JSON.parse('{"done":true,"frames":{"__proto__":{"western":1}},"__proto__":{"x":1}}')
		);
		expect(parsed).toStrictEqual({ done: true, frames: {} });
	});

	test('is never a reason to throw', () => {
		fc.assert(
			fc.property(fc.anything(), (stored) => {
				const parsed = parseStepResult(stored);
				expect(parseStepResult(parsed)).toEqual(parsed);
			})
		);
	});
});
