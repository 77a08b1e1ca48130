import { problemAt } from '../problem.ts';
import { placeOf } from '../reading.ts';
import { stepOf } from './rule.ts';
import type { Rule } from './rule.ts';

/** The key is what a source says: a question that rests on no claim cannot show why its answer is right. */
export const itemWithoutClaim: Rule = {
	code: 'item-without-claim',
	about: 'Each question of the quiz names the claims that its answer rests on.',
	whole: true,
	check(lesson, _library, places) {
		return (stepOf(lesson, 'check')?.items ?? [])
			.filter(({ claims }) => claims.length === 0)
			.map((item) =>
				problemAt(places.doc, placeOf(places, item), {
					code: this.code,
					severity: 'warning',
					found: `item \`${item.id}\` without claims`,
					expected: '`claims="c001"` in the braces of its heading',
					mend: 'Name the claims that its key rests on; they are shown with the marks.'
				})
			);
	}
};
