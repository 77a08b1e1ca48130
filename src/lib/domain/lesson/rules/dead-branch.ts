import { problemAt } from '../problem.ts';
import { placeOf } from '../reading.ts';
import { listed } from '../nearest.ts';
import type { Rule } from './rule.ts';

/** A branch that changes nothing, or that nobody can take, is a slip: its author meant another. */
export const deadBranch: Rule = {
	code: 'dead-branch',
	about: 'Each branch of the flow can be taken and leads elsewhere than simply going on.',
	whole: true,
	check(lesson, _library, places) {
		const order = lesson.steps.map(({ id }) => id);
		const items = lesson.steps.flatMap((step) => ('items' in step ? step.items : []));
		return lesson.flow.flatMap((branch) => {
			const { after, any, go } = branch;
			const at = order.indexOf(after);
			// Steps can be worked in any order, so what counts is whether any item tests the frame.
			const untested = any
				.filter(({ frame }) => !items.some(({ sides }) => sides.includes(frame)))
				.map(({ frame }) => frame);
			const trouble =
				go === after
					? `a branch from \`${after}\` to itself`
					: at !== -1 && order[at + 1] === go
						? `a branch to \`${go}\`, which comes next anyway`
						: any.length > 0 && untested.length === any.length
							? `a branch on ${listed(untested, 'and')}, which no item tests`
							: undefined;
			if (trouble === undefined) return [];
			return [
				problemAt(places.doc, placeOf(places, branch), {
					code: this.code,
					found: trouble,
					expected: 'a way that some learners take and others do not',
					mend: 'Correct `after`, `when` or `go`, or take the branch out.'
				})
			];
		});
	}
};
