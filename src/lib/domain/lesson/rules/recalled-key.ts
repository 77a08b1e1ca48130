import { problemAt } from '../problem.ts';
import { has, placeOf } from '../reading.ts';
import { listed } from '../nearest.ts';
import { stepOf } from './rule.ts';
import type { Rule } from './rule.ts';

/** The key is what a source says: nobody loses a point over a text that was never seen. */
export const recalledKey: Rule = {
	code: 'recalled-key',
	about:
		'No question is marked by claims alone whose sources, or whose corrections, were recalled and not seen; the error hunt begins with no such card.',
	check(lesson, library, places) {
		const isRecalled = (id: string): boolean => {
			const claim = has(library.claims, id) ? library.claims[id] : undefined;
			if (!claim) return false;
			const { source, status, discrepancies } = claim;
			if (has(library.sources, source) && library.sources[source]?.access === 'recalled') return true;
			// What is wrong with it is all that a question can ask of it.
			return (
				status !== 'confirmed' &&
				discrepancies.length > 0 &&
				discrepancies.every(
					(one) => has(library.discrepancies, one) && library.discrepancies[one]?.certainty === 'recalled'
				)
			);
		};
		return (stepOf(lesson, 'check')?.items ?? [])
			.filter(({ claims }) => claims.length > 0 && claims.every(isRecalled))
			.map((item) =>
				problemAt(places.doc, placeOf(places, item), {
					code: this.code,
					severity: 'warning',
					found: `item \`${item.id}\`, which rests on ${listed(item.claims, 'and')} alone`,
					expected: 'a claim whose source, or whose correction, was seen, among those of the item',
					mend: 'Look it up and raise its `access` or `certainty`, ask about what another source says, or take the item out.'
				})
			);
	}
};
