import { problemAt } from '../problem.ts';
import { placeOf } from '../reading.ts';
import { stepOf } from './rule.ts';
import type { Rule } from './rule.ts';

/** With one option there is nothing to take a stance on, and nothing to guess. */
export const oneChoice: Rule = {
	code: 'one-choice',
	about: 'The stance and the guess have at least two options.',
	check(lesson, _library, places) {
		const orient = stepOf(lesson, 'orient');
		return (orient ? [orient.stance, orient.prediction] : [])
			.filter(({ options }) => options.length === 1)
			.map((poll) =>
				problemAt(places.doc, placeOf(places, poll), {
					code: this.code,
					found: 'one option',
					expected: 'at least two',
					mend: 'Add what else a learner might choose.'
				})
			);
	}
};
