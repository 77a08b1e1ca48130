import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseResponse } from '#lib/domain/quiz/index.ts';
import { drawn } from './arbitraries.ts';

test.each([
	[null],
	[undefined],
	['single'],
	[[]],
	[{}],
	[{ kind: 'single' }],
	[{ kind: 'single', choice: 3 }],
	[{ kind: 'essay', choice: 'a' }],
	[{ kind: 'multiple', choices: 'a' }],
	[{ kind: 'multiple', choices: ['a', null] }],
	[{ kind: 'truefalse', answer: 'true' }],
	[{ kind: 'order', order: { 0: 'a' } }],
	[{ kind: 'match', pairs: { a: 1 } }],
	[{ kind: 'whosaid', answers: { a: null } }],
	[{ kind: 'gap', text: 3 }],
	[{ kind: 'number', value: 3 }],
	[{ kind: 'matrix', answers: { a: { b: 'silent' } } }],
	[{ kind: 'divergence', answers: 'same' }],
	[{ kind: 'classify-source' }],
	[{ kind: 'best-case', choices: ['a'] }]
])('%j is not a response', (stored) => {
	expect(parseResponse(stored)).toBeNull();
});

test('drops fields that a response does not have', () => {
	expect(parseResponse({ kind: 'single', choice: 'a', score: 9 })).toEqual({ kind: 'single', choice: 'a' });
});

test('a stored __proto__ changes nothing', () => {
	const parsed = parseResponse(JSON.parse('{"kind":"match","pairs":{"a":"b","__proto__":"c"},"__proto__":{"x":1}}'));
	expect(parsed).toEqual({ kind: 'match', pairs: { a: 'b' } });
	expect(parsed).not.toHaveProperty('x');
	const pairs = parseResponse(JSON.parse('{"kind":"match","pairs":{"__proto__":{"a":"b"}}}'));
	expect(pairs).toStrictEqual({ kind: 'match', pairs: {} });
	expect(Object.prototype).not.toHaveProperty('a');
});

test('never throws, and what it accepts it accepts again unchanged', () => {
	const kind = fc.constantFrom(...Object.keys(drawn), 'essay');
	const value = fc.oneof(fc.string(), fc.boolean(), fc.array(fc.string()), fc.object(), fc.anything());
	const like = fc.record(
		{
			kind,
			choice: value,
			choices: value,
			answer: value,
			answers: value,
			text: value,
			order: value,
			pairs: value,
			picks: value
		},
		{ requiredKeys: ['kind'] }
	);
	fc.assert(
		fc.property(fc.oneof(like, fc.anything()), (stored) => {
			const parsed = parseResponse(stored);
			expect(parseResponse(parsed)).toEqual(parsed);
		})
	);
});
