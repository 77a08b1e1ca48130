import { problemAt } from '../problem.ts';
import { placeOf } from '../reading.ts';
import { stepOf } from './rule.ts';
import type { Rule } from './rule.ts';

/** No view without a voice: a card of the comparison rests on a claim, which names its source. */
export const framingWithoutClaim: Rule = {
	code: 'framing-without-claim',
	about: 'Each card of the comparison rests on a claim, which names its source.',
	check(lesson, _library, places) {
		const framings = (stepOf(lesson, 'framings')?.dimensions ?? []).flatMap((dimension) => dimension.framings);
		return framings
			.filter(({ claims }) => claims.length === 0)
			.map((framing) =>
				problemAt(places.doc, placeOf(places, framing), {
					code: this.code,
					found: 'a card that rests on no claim',
					expected: `claim ids on its first line: \`[!${framing.kind}] c001\``,
					mend: 'Name the claims that carry it; if there is none, the card cannot stay.'
				})
			);
	}
};
