import { unknownMentions } from './rule.ts';
import type { LibraryRule } from './rule.ts';

/** Where sources contradict one another or the record is told once, in discrepancies.yaml. */
export const unknownDiscrepancy: LibraryRule = {
	code: 'unknown-discrepancy',
	about: 'Each discrepancy that is named exists.',
	check: (library, places) =>
		unknownMentions(places, 'discrepancy', Object.keys(library.discrepancies), 'discrepancies.yaml')
};
