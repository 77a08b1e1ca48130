import { problemAt } from '../problem.ts';
import { placeOf } from '../reading.ts';
import { stepOf } from './rule.ts';
import type { Problem } from '../model.ts';
import type { Rule } from './rule.ts';

/** A distractor bears on nothing, so no accepted map may use it. */
export const distractorUsed: Rule = {
	code: 'distractor-used',
	about: 'No reference uses a distractor.',
	check(lesson, _library, places) {
		const weigh = stepOf(lesson, 'weigh');
		const distractors = new Set(weigh?.kit.cards.filter((card) => card.distractor !== undefined).map(({ id }) => id));
		const problem = (card: string, thing: object): Problem =>
			problemAt(places.doc, placeOf(places, thing), {
				code: this.code,
				found: `the distractor \`${card}\` in a reference`,
				expected: 'only cards that bear on the question',
				mend: 'Take it out of the map, or take `distractor` out of its role.'
			});
		return (weigh?.references ?? []).flatMap(({ map }) => [
			...map.groups.flatMap((group) =>
				group.premises.filter((card) => distractors.has(card)).map((card) => problem(card, group))
			),
			...map.evidence.filter(({ evidence }) => distractors.has(evidence)).map((link) => problem(link.evidence, link))
		]);
	}
};
