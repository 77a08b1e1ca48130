import { problemAt } from '../problem.ts';
import { placeOf } from '../reading.ts';
import { stepOf } from './rule.ts';
import type { Rule } from './rule.ts';

/** A best case must be within reach: as many strong cards as the learner picks, and others to choose from. */
export const tooFewStrong: Rule = {
	code: 'too-few-strong',
	about: 'A best case has at least as many strong cards as picks, and other cards beside them.',
	check(lesson, _library, places) {
		return (stepOf(lesson, 'reverse')?.items ?? []).flatMap((item) => {
			if (item.kind !== 'best-case' || item.cards.length === 0) return [];
			const strong = item.cards.filter(({ label }) => label === 'strong').length;
			if (strong >= item.picks && item.cards.length > item.picks) return [];
			return [
				problemAt(places.doc, placeOf(places, item), {
					code: this.code,
					found: `${strong} strong cards of ${item.cards.length} for ${item.picks} picks`,
					expected: 'at least as many strong cards as picks, and other cards beside them',
					mend: 'Add a strong card, or lower `picks=`.'
				})
			];
		});
	}
};
