import { problemAt } from '../problem.ts';
import type { Rule } from './rule.ts';

/** Answers are kept by id, so nothing that can be answered may depend on its position. */
export const missingId: Rule = {
	code: 'missing-id',
	about: 'Everything that can be answered has an id; `check --fix` writes the missing ones.',
	check: (_lesson, _library, places) =>
		places.names
			.filter(({ id }) => id === '')
			.map(({ what, at, proposal }) =>
				problemAt(places.doc, at, {
					code: 'missing-id',
					found: `${/^[aeiou]/.test(what) ? 'an' : 'a'} ${what} without an id`,
					expected:
						'an id that stays the same when the text or the order changes: `#id` in a heading, `` `id` `` before a text',
					mend:
						proposal === ''
							? 'Give it a short English id.'
							: `Write one, for example \`${proposal}\`; \`check --fix\` does it.`
				})
			)
};
