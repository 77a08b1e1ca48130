import { placeholders } from '../create/placeholders.ts';
import { problemAt } from '../problem.ts';
import type { LibraryRule } from './rule.ts';

/** A new lesson passes as it is written; what is left of it would be read by learners. Told once a file. */
export const placeholderLeft: LibraryRule = {
	code: 'placeholder-left',
	about: 'Nothing is left of the placeholders that `new` writes.',
	check(_library, { doc }) {
		const here = placeholders.filter((one) => doc.text.includes(one));
		if (here.length === 0) return [];
		const left = doc.text.split('\n').flatMap((line, index) => {
			const found = here.find((one) => line.includes(one));
			return found === undefined ? [] : [{ at: (doc.starts[index] ?? 0) + line.indexOf(found), line: index + 1 }];
		});
		const [first, ...others] = left;
		if (!first) return [];
		const more = others.slice(0, 6).map(({ line }) => line);
		return [
			problemAt(doc, first.at, {
				code: this.code,
				severity: 'warning',
				found:
					others.length === 0
						? 'a placeholder of `new`'
						: `${left.length} lines with placeholders of \`new\`: this, and ${others.length === 1 ? 'line' : 'lines'} ${more.join(', ')}${others.length > more.length ? ' …' : ''}`,
				expected: 'your own words',
				mend: 'Write what the placeholder asks for, or take its line out.'
			})
		];
	}
};
