import fc from 'fast-check';
import { expect, it } from 'vitest';
import { covers } from '#lib/domain/learning/covers.ts';

it.each<[string, unknown, unknown, boolean]>([
	['a text that went on', 'a ladder of rank', 'a ladder', true],
	['a text that was written anew', 'a ladder', 'a hierarchy', false],
	['more answers', { q1: 'b', q2: 'c' }, { q1: 'b' }, true],
	['another answer', { q1: 'c' }, { q1: 'b' }, false],
	['an answer that was taken back', {}, { q1: 'b' }, false],
	['nothing said before', { q1: 'b' }, { answers: {}, checked: [], text: '' }, true],
	['a longer list', [1, 2, 3], [3, 1], true],
	['a list without one', [1, 2], [3], false],
	['a number for a text', 1, '1', false]
])('%s', (_, later, earlier, expected) => {
	expect(covers(later, earlier)).toBe(expected);
});

it('covers itself, and is transitive', () => {
	const small = fc.letrec((tie) => ({
		value: fc.oneof(
			{ depthSize: 'small' },
			fc.constantFrom('', 'a', 'ab', 'b', 1, true, null),
			fc.array(tie('value'), { maxLength: 2 }),
			fc.dictionary(fc.constantFrom('x', 'y'), tie('value'))
		)
	})).value;
	fc.assert(
		fc.property(small, small, small, (a, b, c) => {
			expect(covers(a, a)).toBe(true);
			if (covers(a, b) && covers(b, c)) expect(covers(a, c)).toBe(true);
		}),
		{ numRuns: 1000 }
	);
});
