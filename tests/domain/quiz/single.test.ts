import { expect, test } from 'vitest';
import { fraction, zero } from '#lib/domain/fraction.ts';
import { feedbackFor, publicItem, scoreResponse, validateResponse } from '#lib/domain/quiz/index.ts';
import { singleItem } from './arbitraries.ts';

const item = singleItem(4, 2, 3);
const form = publicItem(item);

test('is not ready when no option is chosen', () => {
	expect(validateResponse(form, undefined)).toEqual({ ready: false, code: 'no-choice' });
});

test('is not ready with an option of another item', () => {
	expect(validateResponse(form, { kind: 'single', choice: 'o9' })).toEqual({ ready: false, code: 'unknown-option' });
});

test('gives all points for the right option and none for another', () => {
	expect(scoreResponse(item, { kind: 'single', choice: 'o2' }).earned).toEqual(fraction(3));
	expect(scoreResponse(item, { kind: 'single', choice: 'o0' })).toEqual({
		kind: 'points',
		earned: zero,
		total: fraction(3),
		parts: [{ id: 'o0', right: false }]
	});
});

test('says why the chosen option is wrong without naming the right one', () => {
	expect(feedbackFor(item, { kind: 'single', choice: 'o1' }, { revealKey: false })).toEqual([
		{ id: 'o1', right: false, chosen: true, html: 'SECRET 1' }
	]);
});

test('names the right option once the key is revealed', () => {
	const all = feedbackFor(item, { kind: 'single', choice: 'o1' }, { revealKey: true });
	expect(all.filter((entry) => entry.right)).toEqual([{ id: 'o2', right: true, chosen: false, html: 'SECRET 2' }]);
});

test('the public form is the id, the prompt, the points and the texts, and nothing else', () => {
	expect(Object.keys(form).sort()).toEqual(['id', 'kind', 'options', 'points', 'prompt']);
	expect(form.options.map((option) => Object.keys(option).sort())).toEqual(Array(4).fill(['id', 'text']));
});
