import { chanceCorrected } from '../chance.ts';
import type { Feedback, ResponseOf } from '../kind.ts';
import type { Score, WhoSaidItem } from '../model.ts';
import { pointsScore } from '../points.ts';

type Answers = ResponseOf<'whosaid'>['answers'];

/** `chanceCorrected` of the points, not below 0. A part is a statement with the column that it was given. */
export function scoreWhoSaid({ id: item, points, statements }: WhoSaidItem, { answers }: ResponseOf<'whosaid'>): Score {
	const share = chanceCorrected(
		item,
		statements.map(({ id, column }) => ({ column, given: answers[id] }))
	);
	const parts = statements.map(({ id, column }) => ({ id, right: answers[id] === column }));
	return pointsScore(points, share, parts);
}

/** `key` is the id of the right column. */
export function feedbackWhoSaid({ statements }: WhoSaidItem, { answers }: { answers: Answers }): Feedback[] {
	return statements.map(({ id, column, feedback }) => ({
		id,
		right: answers[id] === column,
		chosen: Object.hasOwn(answers, id),
		html: feedback,
		key: column
	}));
}
