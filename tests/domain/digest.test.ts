import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonical } from '#lib/domain/canonical.ts';
import { digest } from '#lib/domain/digest.ts';

const nodes = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

it.each([0, 1, 54, 55, 56, 63, 64, 65, 119, 120, 1000])('a text of %i letters has its SHA-256', (length) => {
	expect(digest('a'.repeat(length))).toBe(nodes('a'.repeat(length)));
});

it('any text has its SHA-256', () => {
	fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => digest(text) === nodes(text)));
});

it('plain data says the same whatever the order of its keys, and after a file', () => {
	fc.assert(
		fc.property(fc.jsonValue(), (value) => {
			const text = canonical(value);
			expect(canonical(JSON.parse(text))).toBe(text);
			expect(canonical(JSON.parse(JSON.stringify(value)))).toBe(text);
		})
	);
	expect(canonical({ b: 1, a: { d: 2, c: [3, undefined], e: undefined } })).toBe('{"a":{"c":[3,null],"d":2},"b":1}');
});
