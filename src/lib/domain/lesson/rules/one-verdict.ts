import { problemAt } from '../problem.ts';
import { placeOf } from '../reading.ts';
import { stepOf } from './rule.ts';
import type { Rule } from './rule.ts';

/** Where every accepted map leans one way, the score says who is right. */
export const oneVerdict: Rule = {
	code: 'one-verdict',
	about: 'There is a reference that leans for the contention and one that leans against it.',
	whole: true,
	check(lesson, _library, places) {
		const weigh = stepOf(lesson, 'weigh');
		const [first] = weigh?.references ?? [];
		if (!weigh || !first || weigh.references.some(({ verdict }) => verdict !== first.verdict)) return [];
		return [
			problemAt(places.doc, placeOf(places, weigh), {
				code: this.code,
				severity: 'warning',
				found: `references that all lean ${first.verdict} the contention`,
				expected: 'at least one with `verdict=for` and one with `verdict=against`',
				mend: 'Write the strongest map that leans the other way, so that no conclusion is the right one.'
			})
		];
	}
};
