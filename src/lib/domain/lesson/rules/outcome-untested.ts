import { problemAt } from '../problem.ts';
import { placeOf } from '../reading.ts';
import { stepOf } from './rule.ts';
import type { Rule } from './rule.ts';

/** A promise that nothing tests cannot be seen to be kept. */
export const outcomeUntested: Rule = {
	code: 'outcome-untested',
	about: 'At least one item tests each outcome.',
	whole: true,
	check(lesson, _library, places) {
		const items = [...(stepOf(lesson, 'check')?.items ?? []), ...(stepOf(lesson, 'reverse')?.items ?? [])];
		const tested = new Set(items.flatMap(({ outcomes }) => outcomes));
		return lesson.outcomes
			.filter(({ id }) => !tested.has(id))
			.map((outcome) =>
				problemAt(places.doc, placeOf(places, outcome), {
					code: this.code,
					severity: 'warning',
					found: `outcome \`${outcome.id}\`, which no item tests`,
					expected: 'at least one item for each outcome',
					mend: `Add \`outcomes="${outcome.id}"\` to an item that tests it.`
				})
			);
	}
};
