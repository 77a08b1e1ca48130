import { problemAt } from '../problem.ts';
import type { Rule } from './rule.ts';

/** Only what stands in “ ” is seen to be quoted, by the reader and by the rule on its length. */
export const straightQuotes: Rule = {
	code: 'straight-quotes',
	about: 'Quoted words stand in “ ”, so that they are seen and counted as quoted.',
	check(_lesson, _library, places) {
		const { text } = places.doc;
		const from = Math.max(0, text.indexOf('\n---', 3));
		// Code, the braces of headings, and titles of links have straight ones by right.
		const blank = (match: string): string => ' '.repeat(match.length);
		const prose = text
			.slice(from)
			.replace(/```[\s\S]*?```|`[^`\n]*`/g, blank)
			.replace(/\{[^{}\n]*\}/g, blank)
			.replace(/\]\([^)\n]*\)/g, blank);
		return [...prose.matchAll(/"[^"\n]*\p{L}[^"\n]*"/gu)].map((match) =>
			problemAt(places.doc, from + match.index, {
				code: this.code,
				severity: 'warning',
				found: match[0].length > 60 ? `${match[0].slice(0, 60)}…` : match[0],
				expected: '“ ” around the words of others',
				mend: 'Put them in “ ”; `check --fix` does it.'
			})
		);
	}
};
