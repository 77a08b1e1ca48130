import { unknownMentions } from './rule.ts';
import type { Rule } from './rule.ts';

/** An item tests outcomes that the lesson promises. */
export const unknownOutcome: Rule = {
	code: 'unknown-outcome',
	about: 'Items test outcomes that the lesson promises.',
	check: (lesson, _library, places) =>
		unknownMentions(
			places,
			'outcome',
			lesson.outcomes.map(({ id }) => id),
			'the front matter'
		)
};
