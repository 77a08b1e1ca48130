import { fraction } from '../../fraction.ts';
import type { Feedback, ResponseOf } from '../kind.ts';
import type { ClassifySourceItem, Score } from '../model.ts';
import { pointsScore } from '../points.ts';

/** Right fields / fields, the predicted stance left out. A part is a field. */
export function scoreClassifySource(item: ClassifySourceItem, { answers }: ResponseOf<'classify-source'>): Score {
	const parts = item.fields
		.filter(({ answer }) => answer !== null)
		.map(({ id, answer }) => ({ id, right: answers[id] === answer }));
	const share = fraction(parts.filter(({ right }) => right).length, parts.length);
	return pointsScore(item.points, share, parts);
}

/** `key` is the id of the right option. The stance has none, and counts as right whatever was predicted. */
export function feedbackClassifySource(
	{ fields }: ClassifySourceItem,
	{ answers }: ResponseOf<'classify-source'>
): Feedback[] {
	return fields.map(({ id, answer, feedback }) => ({
		id,
		right: answer === null || answers[id] === answer,
		chosen: Object.hasOwn(answers, id),
		html: feedback,
		...(answer !== null && { key: answer })
	}));
}
