import { problemAt } from '../problem.ts';
import { placeOf } from '../reading.ts';
import { stepOf } from './rule.ts';
import type { Rule } from './rule.ts';

/** Evidence reports what can be looked up, and nothing argues about it: both of its ends must fit. */
export const claimAsEvidence: Rule = {
	code: 'claim-as-evidence',
	about:
		'Evidence reports what can be looked up, for a claim: `evidence` links a card of role evidence to one of role claim.',
	check(lesson, _library, places) {
		const weigh = stepOf(lesson, 'weigh');
		const roles = new Map(weigh?.kit.cards.map(({ id, role }) => [id, role]));
		const told = (id: string): string => `\`${id}\` (${roles.get(id) ?? 'the contention'})`;
		return (weigh?.references ?? []).flatMap(({ map }) =>
			map.evidence
				.filter(({ evidence, claim }) => roles.get(evidence) === 'claim' || roles.get(claim) === 'evidence')
				.map((link) =>
					problemAt(places.doc, placeOf(places, link), {
						code: this.code,
						found: `${told(link.evidence)} as evidence for ${told(link.claim)}`,
						expected: 'a card of role `evidence`, for a card of role `claim`',
						mend: 'Write `because` for a claim, or correct the role in the table of cards.'
					})
				)
		);
	}
};
