import type { Teaching } from '../problem.ts';

/** Quotations stay short: the course speaks in its own words. */
export const mostQuoted = 15;

/** Words as a reader would count them: runs of letters and digits between spaces. */
export const countWords = (text: string): number => (text.match(/\S*[\p{L}\p{N}]\S*/gu) ?? []).length;

export const longQuotation = (words: number, where: string): Teaching => ({
	code: 'long-quotation',
	found: `${words} words ${where}`,
	expected: `at most ${mostQuoted}`,
	mend: 'Quote the few words that matter and say the rest in your own.'
});
