import { outOfBandsOf } from '../balance/bands.ts';
import { bandProblems } from './rule.ts';
import type { Rule } from './rule.ts';

/** One author is not yet a frame. */
export const oneSource: Rule = {
	code: 'one-source',
	about: 'A side with four cards or more has more than one source.',
	whole: true,
	check: (lesson, library, places) => bandProblems('one-source', outOfBandsOf(lesson, library), lesson, places)
};
