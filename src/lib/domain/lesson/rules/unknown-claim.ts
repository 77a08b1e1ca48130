import { unknownMentions } from './rule.ts';
import type { LibraryRule } from './rule.ts';

/** Framings, items and cards rest on claims that were checked: each one named exists. */
export const unknownClaim: LibraryRule = {
	code: 'unknown-claim',
	about: 'Each claim that is named exists.',
	check: (library, places) => unknownMentions(places, 'claim', Object.keys(library.claims), 'claims.yaml')
};
