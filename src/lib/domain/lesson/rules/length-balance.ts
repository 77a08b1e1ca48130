import { outOfBandsOf } from '../balance/bands.ts';
import { bandProblems } from './rule.ts';
import type { Rule } from './rule.ts';

/** Room is a judgement as well: see `bands` for where the number comes from. */
export const lengthBalance: Rule = {
	code: 'length-balance',
	about: 'The two required sides of the comparison are about equally long: the longer has at most 1.7 times the words.',
	whole: true,
	check: (lesson, library, places) => bandProblems('length-balance', outOfBandsOf(lesson, library), lesson, places)
};
