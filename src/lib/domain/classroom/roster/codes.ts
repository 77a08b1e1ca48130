import type { Code } from '../model.ts';

export const codeShape = /^[A-Z0-9](?:[A-Z0-9._-]{0,22}[A-Z0-9])?$/;

/**
 * A code as it is compared and kept: in upper case, full-width letters and digits made plain, dashes of any kind as
 * hyphens, without spaces. Null for what can be no code: nothing, more than 24 signs, or other signs.
 */
export function foldCode(text: string): Code | null {
	const folded = text
		.normalize('NFKC')
		.toUpperCase()
		.replace(/[\u2010-\u2015\u2212]/g, '-')
		.replace(/\s+/g, '');
	return codeShape.test(folded) ? folded : null;
}

/** The next `count` codes `S-001`, `S-002` … that are not among `taken`; numbers go on after the highest. */
export function makeCodes(count: number, taken: Iterable<Code> = [], prefix = 'S-'): Code[] {
	const numbers = [...taken].flatMap((code) => {
		const rest = code.startsWith(prefix) ? code.slice(prefix.length) : '';
		return /^\d{1,6}$/.test(rest) ? [Number(rest)] : [];
	});
	const highest = Math.max(0, ...numbers);
	return Array.from({ length: count }, (_, at) => `${prefix}${String(highest + at + 1).padStart(3, '0')}`);
}
