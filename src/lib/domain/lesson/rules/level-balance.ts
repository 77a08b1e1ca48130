import { outOfBandsOf } from '../balance/bands.ts';
import { bandProblems } from './rule.ts';
import type { Rule } from './rule.ts';

/** What is easy to read is easily believed (Alter and Oppenheimer 2009 on fluency). */
export const levelBalance: Rule = {
	code: 'level-balance',
	about: 'The two sides are about equally hard to read: at most 3 school grades apart, and none above grade 12.',
	whole: true,
	check: (lesson, library, places) => bandProblems('level-balance', outOfBandsOf(lesson, library), lesson, places)
};
