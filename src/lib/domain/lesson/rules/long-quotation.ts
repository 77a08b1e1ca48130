import { longestQuotation, wordCount } from '../words.ts';
import { longQuotation as teaching } from '../read/quotation.ts';
import { problemAt } from '../problem.ts';
import type { LibraryRule } from './rule.ts';

/** Quotations stay short: the course speaks in its own words. Only what stands in “ ” counts as quoted. */
export const longQuotation: LibraryRule = {
	code: 'long-quotation',
	about: 'A quotation, in “ ” or as a block, has at most 15 words.',
	check: (_library, places) =>
		[...places.doc.text.matchAll(/“([^“”]*)”/g)].flatMap((match) => {
			const text = match[1] ?? '';
			const words = wordCount(text);
			// A mark left open would swallow the next paragraph.
			if (words <= longestQuotation || /\n[>\s]*\n/.test(text)) return [];
			return [problemAt(places.doc, match.index, teaching(words, 'in quotation marks'))];
		})
};
