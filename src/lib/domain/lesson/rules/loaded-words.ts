import { outOfBandsOf } from '../balance/bands.ts';
import { bandProblems } from './rule.ts';
import type { Rule } from './rule.ts';

/** The list is in `balance/loaded-words.ts`; what a source says in “ ” is not counted. */
export const loadedWordsRule: Rule = {
	code: 'loaded-words',
	about: 'No side has more than one loaded word in a hundred words of our own.',
	whole: true,
	check: (lesson, library, places) => bandProblems('loaded-words', outOfBandsOf(lesson, library), lesson, places)
};
