import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { feedbackFor, publicItem, scoreResponse, validateResponse } from '#lib/domain/quiz/index.ts';
import { numberOf } from '#lib/domain/quiz/number/number-of.ts';
import { numberItem } from './arbitraries.ts';

const typed = (text: string) => ({ kind: 'number' as const, text });

describe('a number as people write it', () => {
	test.each([
		['2014', 2014],
		[' 2 014 ', 2014],
		['１９９４', 1994],
		['-3', -3],
		['\u22123', -3],
		['+3', 3],
		['3.5', 3.5],
		['3,5', 3.5],
		['1,234', 1234],
		['1,234,567.25', 1234567.25],
		['0,123', 0.123],
		['007', 7]
	])('%j is %d', (text, value) => {
		expect(numberOf(text)).toBe(value);
	});

	test.each(['', 'many', '12.', '.5', '1.2.3', '12,34,567', '1e3', 'Infinity', '0x10', '--1', '二〇一四'])(
		'%j is none',
		(text) => {
			expect(numberOf(text)).toBeNull();
		}
	);

	test('may have its unit after it', () => {
		expect(numberOf('5 years', 'years')).toBe(5);
		expect(numberOf('60 ％', '%')).toBe(60);
		expect(numberOf('5 months', 'years')).toBeNull();
	});

	test('is what JavaScript writes, for all whole numbers', () => {
		fc.assert(
			fc.property(fc.maxSafeInteger(), (value) => {
				expect(numberOf(String(value))).toBe(value);
				expect(numberOf(value.toLocaleString('en'))).toBe(value);
			})
		);
	});
});

describe('a tolerance', () => {
	const item = numberItem([3.2, 3.1, 3.3], { slips: [32], worth: 2 });

	test.each([
		['3.0', 0],
		['3.1', 2],
		['3,1', 2],
		['3.2', 2],
		['3.3', 2],
		['3.30001', 0],
		['-3.2', 0]
	])('lets %s pass for %d points: both ends are inside', (text, earned) => {
		expect(scoreResponse(item, typed(text)).earned.n).toBe(earned);
	});

	test('a slip has its own feedback, all else that of all others', () => {
		const told = (text: string) => feedbackFor(item, typed(text), { revealKey: true })[0];
		expect(told('32')?.html).toBe('SECRET 32');
		expect(told('4')).toEqual({ id: 'answer', right: false, chosen: true, html: 'SECRET other', key: '3.2' });
	});
});

test('what is no number is not ready, and so never wrong', () => {
	const form = publicItem(numberItem([2014, 2014, 2014]));
	expect(validateResponse(form, undefined)).toEqual({ ready: false, code: 'no-text' });
	expect(validateResponse(form, typed('in spring'))).toEqual({ ready: false, code: 'not-a-number' });
});
