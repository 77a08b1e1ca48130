import { unknownMentions } from './rule.ts';
import type { LibraryRule } from './rule.ts';

/** What is said must be traceable: every source that is named is described once, in sources.yaml. */
export const unknownSource: LibraryRule = {
	code: 'unknown-source',
	about: 'Each source that is named exists.',
	check: (library, places) => unknownMentions(places, 'source', Object.keys(library.sources), 'sources.yaml')
};
