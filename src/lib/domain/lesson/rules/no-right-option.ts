import { problemAt } from '../problem.ts';
import { placeOf } from '../reading.ts';
import { stepOf } from './rule.ts';
import type { Rule } from './rule.ts';

/**
 * A question must have an answer: one right option of a `single`, right and wrong ones of a `multiple`. (Which of
 * True and False is ticked is seen while reading.)
 */
export const noRightOption: Rule = {
	code: 'no-right-option',
	about: 'A question has an answer: one right option of a single, right and wrong ones of a multiple.',
	check(lesson, _library, places) {
		return (stepOf(lesson, 'check')?.items ?? []).flatMap((item) => {
			if (item.kind !== 'single' && item.kind !== 'multiple') return [];
			const right = item.options.filter((option) => option.right).length;
			const wrong = item.options.length - right;
			const holds = item.kind === 'single' ? right === 1 && wrong > 0 : right > 0 && wrong > 0;
			if (holds || item.options.length === 0) return [];
			return [
				problemAt(places.doc, placeOf(places, item), {
					code: this.code,
					found: `${right} right and ${wrong} wrong options`,
					expected:
						item.kind === 'single'
							? 'exactly one right option, and wrong ones'
							: 'right and wrong options, at least one of each',
					mend:
						item.kind === 'single' && right > 1 ? 'Tick one, or make it `.multiple`.' : 'Tick what is right with `[x]`.'
				})
			];
		});
	}
};
