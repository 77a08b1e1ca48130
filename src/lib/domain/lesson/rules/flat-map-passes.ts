import { easyMaps } from '../../argument/authoring/prove.ts';
import { problemAt } from '../problem.ts';
import { placeOf } from '../reading.ts';
import { stepOf } from './rule.ts';
import type { Rule } from './rule.ts';

/**
 * A map with every card straight on the contention says nothing of how the considerations bear on each other, so it
 * may not pass. (That one frame alone does not pass follows from `frame-coverage`, which speaks first.)
 */
export const flatMapPasses: Rule = {
	code: 'flat-map-passes',
	whole: true,
	check(lesson, _library, places) {
		const weigh = stepOf(lesson, 'weigh');
		if (!weigh) return [];
		const breaches = easyMaps(weigh.kit, weigh.references);
		if (breaches.some(({ code }) => code === 'one-frame-passes')) return [];
		const flat = new Set(breaches.flatMap((breach) => ('reference' in breach ? breach.reference : [])));
		return weigh.references
			.filter(({ id }) => flat.has(id))
			.map((reference) =>
				problemAt(places.doc, placeOf(places, reference), {
					code: this.code,
					found: 'a map with every card straight on the contention passes',
					expected: 'a reference in which some cards bear on other cards',
					mend: 'Put rebuttals, inference objections and reasons for claims where they belong.'
				})
			);
	}
};
