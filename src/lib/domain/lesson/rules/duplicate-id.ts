import { problemAt } from '../problem.ts';
import { lineAndColumn } from '../doc.ts';
import type { Problem } from '../model.ts';
import type { Name, Places } from '../reading.ts';
import type { Rule } from './rule.ts';

/** Two things of one id would share one answer. */
export const duplicateId: Rule = {
	code: 'duplicate-id',
	about: 'An id stands for one thing: two of one id would share one answer.',
	check: (_lesson, _library, places) => repeatedIds(places)
};

/** Every name that stands twice in its scope of one file. */
export function repeatedIds(places: Places): Problem[] {
	const first = new Map<string, Name>();
	const problems: Problem[] = [];
	for (const name of places.names) {
		const key = `${name.scope} ${name.id}`;
		const before = first.get(key);
		if (name.id === '') continue;
		if (!before) {
			first.set(key, name);
			continue;
		}
		const { line } = lineAndColumn(places.doc, before.at);
		problems.push(
			problemAt(places.doc, name.at, {
				code: 'duplicate-id',
				found: `a second ${name.what} \`${name.id}\`; the first is on line ${line}`,
				expected: 'each id once',
				mend:
					name.proposal === '' || name.proposal === name.id
						? 'Rename one of the two.'
						: `For example \`${name.proposal}\`.`
			})
		);
	}
	return problems;
}
