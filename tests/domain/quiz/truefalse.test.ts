import { expect, test } from 'vitest';
import { fraction, zero } from '#lib/domain/fraction.ts';
import { feedbackFor, publicItem, scoreResponse, validateResponse } from '#lib/domain/quiz/index.ts';
import { trueFalseItem } from './arbitraries.ts';

test('is not ready when the statement has not been judged', () => {
	expect(validateResponse(publicItem(trueFalseItem(true)), undefined)).toEqual({ ready: false, code: 'no-answer' });
});

test.each([
	[true, true, fraction(2)],
	[false, false, fraction(2)],
	[true, false, zero],
	[false, true, zero]
])('a statement that is %s, judged %s', (answer, given, earned) => {
	const score = scoreResponse(trueFalseItem(answer, 2), { kind: 'truefalse', answer: given });
	expect(score.earned).toEqual(earned);
	expect(score.parts).toEqual([{ id: String(given), right: answer === given }]);
});

test('answers to the judgement that was made, and to the other one when the key is revealed', () => {
	const response = { kind: 'truefalse' as const, answer: false };
	const chosen = { id: 'false', right: false, chosen: true, html: 'SECRET false' };
	expect(feedbackFor(trueFalseItem(true), response, { revealKey: false })).toEqual([chosen]);
	expect(feedbackFor(trueFalseItem(true), response, { revealKey: true })).toEqual([
		{ id: 'true', right: true, chosen: false, html: 'SECRET true' },
		chosen
	]);
});
