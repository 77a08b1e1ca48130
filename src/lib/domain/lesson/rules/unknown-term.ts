import { unknownMentions } from './rule.ts';
import type { LibraryRule } from './rule.ts';

/** A lesson's terms open the lens, which shows the glossary's entry: there must be one. */
export const unknownTerm: LibraryRule = {
	code: 'unknown-term',
	about: 'Each term of the lesson is in the glossary.',
	check: (library, places) => unknownMentions(places, 'term', Object.keys(library.terms), 'glossary.yaml')
};
