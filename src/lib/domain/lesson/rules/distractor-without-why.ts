import { problemAt } from '../problem.ts';
import { placeOf } from '../reading.ts';
import { stepOf } from './rule.ts';
import type { Rule } from './rule.ts';

/** A learner who was drawn by a distractor learns why it does not bear. */
export const distractorWithoutWhy: Rule = {
	code: 'distractor-without-why',
	about: 'Each distractor says why it does not bear on the contention.',
	check(lesson, _library, places) {
		return (stepOf(lesson, 'weigh')?.kit.cards ?? [])
			.filter(({ distractor }) => distractor?.trim() === '')
			.map((card) =>
				problemAt(places.doc, placeOf(places, card), {
					code: this.code,
					found: `distractor \`${card.id}\` without a reason`,
					expected: `\`${card.role}, distractor: why it does not bear\``,
					mend: 'Say after a colon why the card does not bear on the contention.'
				})
			);
	}
};
