import { problemAt } from '../problem.ts';
import type { LibraryRule } from './rule.ts';

const most = 15;

/** Quotations stay short: the course speaks in its own words. Only what stands in “ ” counts as quoted. */
export const longQuotation: LibraryRule = {
	code: 'long-quotation',
	check: (_library, places) =>
		[...places.doc.text.matchAll(/“([^“”]*)”/g)].flatMap((match) => {
			const text = match[1] ?? '';
			const words = (text.match(/\S*[\p{L}\p{N}]\S*/gu) ?? []).length;
			// A mark left open would swallow the next paragraph.
			if (words <= most || /\n[>\s]*\n/.test(text)) return [];
			return [
				problemAt(places.doc, match.index, {
					code: 'long-quotation',
					found: `${words} words in quotation marks`,
					expected: `at most ${most}`,
					mend: 'Quote the few words that matter and say the rest in your own.'
				})
			];
		})
};
