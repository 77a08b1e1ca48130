import { problemAt } from '../problem.ts';
import type { Rule } from './rule.ts';

/** The rule on the length of quotations, and the reader's eye, know one form of them. */
export const foreignQuotes: Rule = {
	code: 'foreign-quotes',
	about: 'Quotation marks are “ ”, not „ “ or « », and each “ has its ”.',
	check(_lesson, _library, { doc }) {
		const from = Math.max(0, doc.text.indexOf('\n---', 3));
		const text = doc.text.slice(from).replace(/```[\s\S]*?```|`[^`\n]*`/g, (match) => ' '.repeat(match.length));
		const tell = (at: number, found: string, mend: string) =>
			problemAt(doc, from + at, {
				code: this.code,
				severity: 'warning',
				found,
				expected: '“ ” around the words of others',
				mend
			});
		const foreign = [...text.matchAll(/[„«][^„“”«»\n]*[“”»]/g)].map(({ index, 0: found }) =>
			tell(index, found.slice(0, 60), `Write “${found.slice(1, -1).slice(0, 40)}”.`)
		);
		// A paragraph, a cell or a line of a list is as far as a quotation goes.
		const open = [...text.matchAll(/(?<!„[^“\n]*)“(?=[^”“]*(?:“|\n[ \t]*\n|\n[ \t>]*(?:[-*|#]|\d+[.)])|$))/g)].map(
			({ index }) => tell(index, 'a “ without its ”', 'Put ” where the words of others end.')
		);
		return [...foreign, ...open];
	}
};
