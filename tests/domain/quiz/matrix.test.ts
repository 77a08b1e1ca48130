import { expect, test } from 'vitest';
import { fraction, one, zero } from '#lib/domain/fraction.ts';
import { publicItem, scoreResponse, validateResponse } from '#lib/domain/quiz/index.ts';
import { cellId } from '#lib/domain/quiz/matrix/cell-id.ts';
import type { Stance } from '#lib/domain/quiz/model.ts';
import { matrixItem } from './arbitraries.ts';

// Two claims, two sources: three cells are silent, one asserts.
const item = matrixItem([
	['asserts', 'silent'],
	['silent', 'silent']
]);
const answer = (...given: Stance[]) => ({
	kind: 'matrix' as const,
	answers: Object.fromEntries(given.map((stance, at) => [cellId(`o${Math.floor(at / 2)}`, `s${at % 2}`), stance]))
});

test('is marked over the stances that the key uses, corrected for chance', () => {
	expect(scoreResponse(item, answer('asserts', 'silent', 'silent', 'silent')).earned).toEqual(one);
	expect(scoreResponse(item, answer('asserts', 'silent', 'silent', 'asserts')).earned).toEqual(fraction(2, 3));
	expect(scoreResponse(item, answer('silent', 'silent', 'silent', 'silent')).earned).toEqual(zero);
});

test('tells the recall on what is left out beside the mark', () => {
	const { silent, parts } = scoreResponse(item, answer('denies', 'silent', 'asserts', 'silent'));
	expect(silent).toEqual({ right: 2, of: 3 });
	expect(parts).toEqual([
		{ id: 'o0 s0', right: false },
		{ id: 'o0 s1', right: true },
		{ id: 'o1 s0', right: false },
		{ id: 'o1 s1', right: true }
	]);
});

test('tells of no silence where no source is silent', () => {
	const spoken = matrixItem([['asserts', 'denies']]);
	expect(scoreResponse(spoken, answer('asserts', 'denies'))).not.toHaveProperty('silent');
});

test('counts the cells that are still open, and knows no fifth stance', () => {
	const form = publicItem(item);
	expect(validateResponse(form, answer('asserts'))).toEqual({ ready: false, code: 'parts-missing', missing: 3 });
	expect(validateResponse(form, answer('shrugs' as Stance))).toEqual({ ready: false, code: 'unknown-option' });
});
