import { problemAt } from '../problem.ts';
import { placeOf } from '../reading.ts';
import { stepOf } from './rule.ts';
import type { Rule } from './rule.ts';

/** Who guesses wants to know: the close shows the guess again, with what turned out. */
export const guessUntold: Rule = {
	code: 'guess-untold',
	about: 'Below the guess stands what turns out, as a quotation `> …`; it is shown when the lesson closes.',
	check(lesson, _library, places) {
		const guess = stepOf(lesson, 'orient')?.prediction;
		if (!guess || guess.options.length === 0 || guess.reveal !== undefined) return [];
		return [
			problemAt(places.doc, placeOf(places, guess), {
				code: this.code,
				severity: 'warning',
				found: 'a guess without what turns out',
				expected: '`> …` below its options',
				mend: 'Say in a sentence what turns out.'
			})
		];
	}
};
