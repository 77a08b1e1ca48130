import { requiredFrames } from '../../frame.ts';
import { problemAt } from '../problem.ts';
import { placeOf } from '../reading.ts';
import { stepOf } from './rule.ts';
import type { Rule } from './rule.ts';

/** A learner argues both sides, or has only argued. */
export const oneSidedReverse: Rule = {
	code: 'one-sided-reverse',
	about: 'There is a best case to be made for each required frame.',
	whole: true,
	check(lesson, _library, places) {
		const reverse = stepOf(lesson, 'reverse');
		if (!reverse || reverse.items.length === 0) return [];
		const sides = new Set(reverse.items.flatMap((item) => item.sides));
		return requiredFrames
			.filter((frame) => !sides.has(frame))
			.map((frame) =>
				problemAt(places.doc, placeOf(places, reverse), {
					code: this.code,
					severity: 'warning',
					found: `no best case with \`sides="${frame}"\``,
					expected: `one for each of ${requiredFrames.join(' and ')}`,
					mend: 'Add the best case of the other side, at its strongest.'
				})
			);
	}
};
