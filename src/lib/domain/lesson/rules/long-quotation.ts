import { longestQuotation, wordCount } from '../words.ts';
import { problemAt } from '../problem.ts';
import type { LibraryRule } from './rule.ts';

/** Quotations stay short: the course speaks in its own words. Only what stands in “ ” counts as quoted. */
export const longQuotation: LibraryRule = {
	code: 'long-quotation',
	check: (_library, places) =>
		[...places.doc.text.matchAll(/“([^“”]*)”/g)].flatMap((match) => {
			const text = match[1] ?? '';
			const words = wordCount(text);
			// A mark left open would swallow the next paragraph.
			if (words <= longestQuotation || /\n[>\s]*\n/.test(text)) return [];
			return [
				problemAt(places.doc, match.index, {
					code: 'long-quotation',
					found: `${words} words in quotation marks`,
					expected: `at most ${longestQuotation}`,
					mend: 'Quote the few words that matter and say the rest in your own.'
				})
			];
		})
};
