import { problemAt } from '../problem.ts';
import { has, placeOf } from '../reading.ts';
import { listed } from '../nearest.ts';
import { stepOf } from './rule.ts';
import type { Rule } from './rule.ts';

/** Nobody loses a point over what was never checked. */
export const unverifiedKey: Rule = {
	code: 'unverified-key',
	about: 'No question is marked by claims alone that were not verified.',
	check(lesson, library, places) {
		return (stepOf(lesson, 'check')?.items ?? []).flatMap((item) => {
			const known = item.claims.filter((id) => has(library.claims, id));
			const loose = known.filter((id) => library.claims[id]?.status === 'unverified');
			if (known.length === 0 || loose.length < known.length) return [];
			return [
				problemAt(places.doc, placeOf(places, item), {
					code: this.code,
					severity: 'warning',
					found: `item \`${item.id}\`, which rests on ${listed(loose, 'and')} alone`,
					expected: 'a claim that was checked, among those of the item',
					mend: 'Check the claim, ask about what a checked source says, or take the item out.'
				})
			];
		});
	}
};
