import { problemAt } from '../problem.ts';
import { placeOf } from '../reading.ts';
import { stepOf } from './rule.ts';
import type { Rule } from './rule.ts';

/** What may carry an argument can be looked up: cards of the kit, and the strong cards of a best case. */
export const cardWithoutClaim: Rule = {
	code: 'card-without-claim',
	about: 'Each card of the kit, and each strong card of a best case, rests on a claim.',
	whole: true,
	check(lesson, _library, places) {
		const kit = (stepOf(lesson, 'weigh')?.kit.cards ?? []).filter(({ distractor }) => distractor === undefined);
		const pools = (stepOf(lesson, 'reverse')?.items ?? []).flatMap((item) =>
			item.kind === 'best-case' ? item.cards : []
		);
		return [...kit, ...pools.filter(({ label }) => label === 'strong')]
			.filter(({ claims }) => claims.length === 0)
			.map((card) =>
				problemAt(places.doc, placeOf(places, card), {
					code: this.code,
					severity: 'warning',
					found: `card \`${card.id}\`, which rests on no claim`,
					expected: 'claim ids in its column `claims`',
					mend: 'Name the claims that carry it, or add one to claims.yaml with its source.'
				})
			);
	}
};
