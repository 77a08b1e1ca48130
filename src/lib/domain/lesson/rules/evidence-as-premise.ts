import { problemAt } from '../problem.ts';
import { placeOf } from '../reading.ts';
import { stepOf } from './rule.ts';
import type { Rule } from './rule.ts';

/** Evidence attaches to a claim; what it shows for the question is said by a claim. */
export const evidenceAsPremise: Rule = {
	code: 'evidence-as-premise',
	about: 'Only claims follow `because` and `however`.',
	check(lesson, _library, places) {
		const weigh = stepOf(lesson, 'weigh');
		const evidence = new Set(weigh?.kit.cards.filter(({ role }) => role === 'evidence').map(({ id }) => id));
		return (weigh?.references ?? []).flatMap(({ map }) =>
			map.groups.flatMap((group) =>
				group.premises
					.filter((card) => evidence.has(card))
					.map((card) =>
						problemAt(places.doc, placeOf(places, group), {
							code: this.code,
							found: `\`${card}\`, which is evidence, as a premise`,
							expected: 'claims after `because` and `however`',
							mend: `Write \`evidence\` below the claim that it is for, or make \`${card}\` a claim.`
						})
					)
			)
		);
	}
};
