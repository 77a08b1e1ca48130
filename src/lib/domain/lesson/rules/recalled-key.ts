import { problemAt } from '../problem.ts';
import { has, placeOf } from '../reading.ts';
import { listed } from '../nearest.ts';
import { stepOf } from './rule.ts';
import type { Rule } from './rule.ts';

/** The key is what a source says: nobody loses a point over a text that was never seen. */
export const recalledKey: Rule = {
	code: 'recalled-key',
	about: 'No question is marked by claims alone whose sources were recalled and not seen.',
	check(lesson, library, places) {
		const isRecalled = (id: string): boolean => {
			const source = has(library.claims, id) ? library.claims[id]?.source : undefined;
			return source !== undefined && has(library.sources, source) && library.sources[source]?.access === 'recalled';
		};
		return (stepOf(lesson, 'check')?.items ?? [])
			.filter(({ claims }) => claims.length > 0 && claims.every(isRecalled))
			.map((item) =>
				problemAt(places.doc, placeOf(places, item), {
					code: this.code,
					severity: 'warning',
					found: `item \`${item.id}\`, which rests on ${listed(item.claims, 'and')} alone`,
					expected: 'a claim whose source was seen, among those of the item',
					mend: 'Look the source up and raise its `access`, ask about what another source says, or take the item out.'
				})
			);
	}
};
