import { flattened } from '../../argument/authoring/wrong-maps.ts';
import { scoreAgainst } from '../../argument/index.ts';
import { requiredFrames } from '../../frame.ts';
import { passingBands } from '../../learning/perspective.ts';
import { problemAt } from '../problem.ts';
import { placeOf } from '../reading.ts';
import { stepOf } from './rule.ts';
import { leastLinks } from './frame-coverage.ts';
import type { Rule } from './rule.ts';

/**
 * A map with every card straight on the contention says nothing of how the considerations bear on each other, so it
 * may not pass. (That one frame alone does not pass follows from `frame-coverage`, which speaks first.)
 */
export const flatMapPasses: Rule = {
	code: 'flat-map-passes',
	about: 'A map with every card straight on the contention does not pass.',
	whole: true,
	check(lesson, _library, places) {
		const weigh = stepOf(lesson, 'weigh');
		return (weigh?.references ?? []).flatMap((reference) => {
			const { kit } = weigh!;
			const { band, frames } = scoreAgainst(kit, reference, flattened(kit, reference));
			const covered = frames.filter((frame) => frame.reference >= leastLinks).length === requiredFrames.length;
			if (!covered || !passingBands.includes(band)) return [];
			return problemAt(places.doc, placeOf(places, reference), {
				code: this.code,
				found: 'a map with every card straight on the contention passes',
				expected: 'a reference in which some cards bear on other cards',
				mend: 'Put rebuttals, inference objections and reasons for claims where they belong.'
			});
		});
	}
};
