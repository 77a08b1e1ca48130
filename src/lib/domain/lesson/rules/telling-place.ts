import { problemAt } from '../problem.ts';
import { placeOf } from '../reading.ts';
import { stepOf } from './rule.ts';
import type { Rule } from './rule.ts';

/** With fewer questions the same place may be chance. */
const fewest = 4;

/** Options are shown as written: a learner soon sees that the third is always right. */
export const tellingPlace: Rule = {
	code: 'telling-place',
	about: 'The right options of a quiz do not all stand at the same place.',
	whole: true,
	check(lesson, _library, places) {
		const check = stepOf(lesson, 'check');
		const singles = (check?.items ?? []).filter((item) => item.kind === 'single');
		const at = new Set(singles.map(({ options }) => options.findIndex(({ right }) => right)));
		const [place = -1] = at;
		if (!check || singles.length < fewest || at.size > 1 || place === -1) return [];
		return [
			problemAt(places.doc, placeOf(places, check), {
				code: this.code,
				severity: 'warning',
				found: `${singles.length} questions whose right option is number ${place + 1} each time`,
				expected: 'right options at different places',
				mend: 'Move some of them; their ids keep the answers of learners.'
			})
		];
	}
};
