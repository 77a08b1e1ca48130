import { expect, test } from 'vitest';
import { fraction, zero } from '#lib/domain/fraction.ts';
import { feedbackFor, publicItem, scoreResponse, validateResponse } from '#lib/domain/quiz/index.ts';
import { bestCaseItem } from './arbitraries.ts';

// o0 and o1 are strong, o2 is weak, o3 the other side's, o4 and o5 are caricatures.
const item = bestCaseItem(2, ['strong', 'strong', 'weak', 'other', 'caricature', 'caricature'], 4);
const form = publicItem(item);

test.each([
	[['o0', 'o1'], fraction(4)],
	[['o0', 'o2'], fraction(3)],
	[['o0', 'o3'], fraction(2)],
	[['o2', 'o3'], fraction(1)],
	[['o0', 'o4'], zero],
	[['o4', 'o5'], zero]
])('%j earns 4 × (worth of the cards / 4), not below 0', (picks, earned) => {
	expect(scoreResponse(item, { kind: 'best-case', picks }).earned).toEqual(earned);
});

test('the picked cards are the parts, and only strong ones are right', () => {
	expect(scoreResponse(item, { kind: 'best-case', picks: ['o2', 'o1'] }).parts).toEqual([
		{ id: 'o1', right: true },
		{ id: 'o2', right: false }
	]);
});

test('is ready with exactly the number of cards that it asks for', () => {
	const ready = (picks: string[]) => validateResponse(form, { kind: 'best-case', picks });
	expect(validateResponse(form, undefined)).toEqual({ ready: false, code: 'too-few-picks', missing: 2 });
	expect(ready(['o0'])).toEqual({ ready: false, code: 'too-few-picks', missing: 1 });
	expect(ready(['o0', 'o0'])).toEqual({ ready: false, code: 'too-few-picks', missing: 1 });
	expect(ready(['o0', 'o5'])).toEqual({ ready: true });
	expect(ready(['o0', 'o1', 'o2'])).toEqual({ ready: false, code: 'too-many-picks' });
	expect(ready(['o0', 'o9'])).toEqual({ ready: false, code: 'unknown-option' });
});

test('explains the picked cards, and the others once the key is revealed', () => {
	const response = { kind: 'best-case' as const, picks: ['o0', 'o4'] };
	expect(feedbackFor(item, response, { revealKey: false }).map((entry) => [entry.id, entry.right])).toEqual([
		['o0', true],
		['o4', false]
	]);
	expect(feedbackFor(item, response, { revealKey: true })).toHaveLength(6);
});

test('the public form keeps side, advocate and number of picks, and hides what the cards rest on', () => {
	expect(form).toMatchObject({ side: 'Fair rendering', advocate: 'a translator', picks: 2 });
	expect(form.cards.map((card) => Object.keys(card).sort())).toEqual(Array(6).fill(['id', 'text']));
});
