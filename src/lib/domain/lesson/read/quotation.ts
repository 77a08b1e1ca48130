import { longestQuotation } from '../words.ts';
import type { Teaching } from '../problem.ts';

/** What is said of a quotation that is too long. */
export const longQuotation = (words: number, where: string): Teaching => ({
	code: 'long-quotation',
	found: `${words} words ${where}`,
	expected: `at most ${longestQuotation}`,
	mend: 'Quote the few words that matter and say the rest in your own.'
});
