import { expect, test } from 'vitest';
import { fraction } from '#lib/domain/fraction.ts';
import { feedbackFor, publicItem, scoreResponse, validateResponse } from '#lib/domain/quiz/index.ts';
import type { MatchItem } from '#lib/domain/quiz/model.ts';
import { html, matchItem } from './arbitraries.ts';

const item = matchItem(['r1', 'r0', null], ['r0', 'r1', 'r2'], 3);
const form = publicItem(item);

test('earns the share of right pairs, "no partner" being one of them', () => {
	const { earned, parts } = scoreResponse(item, { kind: 'match', pairs: { o0: 'r1', o1: 'r1', o2: null } });
	expect(earned).toEqual(fraction(2));
	expect(parts.map((part) => part.right)).toEqual([true, false, true]);
});

test('a left entry without a partner is wrong with any partner', () => {
	const { parts } = scoreResponse(item, { kind: 'match', pairs: { o0: null, o1: 'r0', o2: 'r2' } });
	expect(parts.map((part) => part.right)).toEqual([false, true, false]);
});

test('says how many pairs are missing', () => {
	expect(validateResponse(form, undefined)).toEqual({ ready: false, code: 'pairs-missing', missing: 3 });
	const response = { kind: 'match' as const, pairs: { o2: null } };
	expect(validateResponse(form, response)).toEqual({ ready: false, code: 'pairs-missing', missing: 2 });
});

test('is not ready with a partner, or an entry, that the item does not have', () => {
	const pairs = { o0: 'r1', o1: 'r0', o2: null };
	const unknown = { ready: false, code: 'unknown-option' };
	expect(validateResponse(form, { kind: 'match', pairs: { ...pairs, o1: 'r7' } })).toEqual(unknown);
	expect(validateResponse(form, { kind: 'match', pairs: { ...pairs, o7: 'r1' } })).toEqual(unknown);
});

test('does not take for an answer what every object inherits', () => {
	const odd: MatchItem = {
		...item,
		left: [{ id: 'toString', text: html(''), partner: 'r0', feedback: html('SECRET') }]
	};
	const empty = { kind: 'match' as const, pairs: {} };
	expect(validateResponse(publicItem(odd), empty)).toEqual({ ready: false, code: 'pairs-missing', missing: 1 });
	expect(feedbackFor(odd, empty, { revealKey: false })).toEqual([]);
});
