import { emptyMap } from '../../argument/graph.ts';
import { scoreMap } from '../../argument/score/score.ts';
import { problemAt } from '../problem.ts';
import { has, placeOf } from '../reading.ts';
import { stepOf } from './rule.ts';
import type { Rule } from './rule.ts';

/** A learner who builds an accepted map exactly must get full marks, from the very scorer that marks learners. */
export const imperfectReference: Rule = {
	code: 'imperfect-reference',
	about: 'Each reference, handed in as it stands, scores 100 % by the real scorer, and an empty map 0 %.',
	whole: true,
	check(lesson, _library, places) {
		const weigh = stepOf(lesson, 'weigh');
		if (!weigh) return [];
		const cards = Object.fromEntries(weigh.kit.cards.map(({ id }) => [id, true]));
		return weigh.references.flatMap((reference) => {
			const { map } = reference;
			const used = [...map.groups.flatMap(({ premises }) => premises), ...map.evidence.map(({ evidence }) => evidence)];
			if (map.groups.length === 0 || used.some((card) => !has(cards, card))) return [];
			const { total, missing, extra } = scoreMap(weigh.kit, [reference], map);
			// Where every link is optional, nothing is asked, and nothing can be earned by building.
			const gift = scoreMap(weigh.kit, [reference], emptyMap(weigh.kit)).total;
			if (total >= 1 - 1e-9 && gift <= 1e-9) return [];
			const lost = [...missing, ...extra].slice(0, 3).join(', ');
			return [
				problemAt(places.doc, placeOf(places, reference), {
					code: this.code,
					found:
						gift > 1e-9
							? `a reference for which a map without a card scores ${Math.floor(100 * gift)} %`
							: `a reference that scores ${Math.floor(100 * total)} %${lost === '' ? '' : `, by ${lost}`}`,
					expected: '100 % for the reference as it stands, 0 % for nothing',
					mend: 'Look for a link that stands in the map and among the optional ones, and take one of the two out.'
				})
			];
		});
	}
};
