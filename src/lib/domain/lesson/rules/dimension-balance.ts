import { problemAt } from '../problem.ts';
import { placeOf } from '../reading.ts';
import { stepOf } from './rule.ts';
import type { Rule } from './rule.ts';

/** A comparison needs two sides. Third-party views may stand in for Western ones, never for Chinese ones. */
export const dimensionBalance: Rule = {
	code: 'dimension-balance',
	about: 'Each dimension has a Chinese card and a Western or third-party one.',
	whole: true,
	check(lesson, _library, places) {
		return (stepOf(lesson, 'framings')?.dimensions ?? []).flatMap((dimension) => {
			const kinds = new Set(dimension.framings.map(({ kind }) => kind));
			const missing = [
				...(kinds.has('chinese') ? [] : ['a `chinese` card']),
				...(kinds.has('western') || kinds.has('third-party') ? [] : ['a `western` or `third-party` card'])
			];
			if (missing.length === 0) return [];
			return [
				problemAt(places.doc, placeOf(places, dimension), {
					code: this.code,
					severity: 'warning',
					found: `a dimension without ${missing.join(' and without ')}`,
					expected: 'a Chinese card and a Western or third-party one in each dimension',
					mend: 'Add the card, or say in the heading what is compared instead.'
				})
			];
		});
	}
};
