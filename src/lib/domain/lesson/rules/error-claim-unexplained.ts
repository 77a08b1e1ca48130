import { problemAt } from '../problem.ts';
import { placeOf } from '../reading.ts';
import type { LibraryRule } from './rule.ts';

/** Wherever such a claim appears, its correction appears: quizzes, maps and best cases take it from the claim. */
export const errorClaimUnexplained: LibraryRule = {
	code: 'error-claim-unexplained',
	about: 'Each claim of status `error` in claims.yaml names its discrepancy, which is shown with it.',
	check(library, places) {
		if (!places.doc.file.endsWith('claims.yaml')) return [];
		return Object.values(library.claims)
			.filter(({ status, discrepancies }) => status === 'error' && discrepancies.length === 0)
			.map((claim) =>
				problemAt(places.doc, placeOf(places, claim), {
					code: this.code,
					found: `claim \`${claim.id}\` of status \`error\` without discrepancies`,
					expected: '`discrepancies: [d01]`: what the record says instead',
					mend: 'Add the discrepancy to discrepancies.yaml and name it here.'
				})
			);
	}
};
