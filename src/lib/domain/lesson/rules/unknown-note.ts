import { problemAt } from '../problem.ts';
import { suggest } from '../nearest.ts';
import type { Rule } from './rule.ts';

/** A mark without its text opens nothing. */
export const unknownNote: Rule = {
	code: 'unknown-note',
	about: 'Each footnote’s mark `[^label]` has its text, `[^label]: …`, on a line of its own.',
	check: (_lesson, _library, places) =>
		[...places.doc.text.matchAll(/(?<!`)\[\^([\w-]+)\](?!:)/g)]
			.filter(([, label = '']) => !places.notes.has(label))
			.map((match) =>
				problemAt(places.doc, match.index, {
					code: 'unknown-note',
					found: `\`${match[0]}\``,
					expected: `a line \`[^${match[1]}]: the note\` somewhere in the file`,
					mend: suggest(
						match[1] ?? '',
						[...places.notes.keys()],
						/^\n?$/.test(places.doc.text.slice(Math.max(0, match.index - 1), match.index))
							? 'If this is the note itself, put a colon after its bracket.'
							: 'Add the line, with an empty one before it.'
					)
				})
			)
};
