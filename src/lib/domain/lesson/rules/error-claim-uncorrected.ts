import { problemAt } from '../problem.ts';
import { has, placeOf } from '../reading.ts';
import { listed } from '../nearest.ts';
import { stepOf } from './rule.ts';
import type { Rule } from './rule.ts';

/** What a source got wrong may be shown only together with what the record says. */
export const errorClaimUncorrected: Rule = {
	code: 'error-claim-uncorrected',
	about: 'A card of the comparison that rests on an error names the discrepancy that corrects it.',
	check(lesson, library, places) {
		const framings = (stepOf(lesson, 'framings')?.dimensions ?? []).flatMap((dimension) => dimension.framings);
		return framings.flatMap((framing) => {
			const wrong = framing.claims.filter((id) => has(library.claims, id) && library.claims[id]?.status === 'error');
			if (wrong.length === 0 || framing.discrepancies.length > 0) return [];
			const known = wrong.flatMap((id) => library.claims[id]?.discrepancies ?? []);
			return [
				problemAt(places.doc, placeOf(places, framing), {
					code: this.code,
					found: `a card that rests on ${listed(wrong, 'and')}, which checking found to be an error`,
					expected: 'the discrepancy beside the claim, on the first line of the card',
					mend: known.length > 0 ? `Add ${listed(known)}.` : 'Add its discrepancy, or rest the card on another claim.'
				})
			];
		});
	}
};
