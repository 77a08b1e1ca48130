import { one, zero } from '../../fraction.ts';
import type { Feedback, ResponseOf } from '../kind.ts';
import type { Score, TrueFalseItem } from '../model.ts';
import { pointsScore } from '../points.ts';

/** All points for the right judgement, none for the other. One part, `true` or `false`: the one that was chosen. */
export function scoreTrueFalse(item: TrueFalseItem, { answer }: ResponseOf<'truefalse'>): Score {
	const right = answer === item.answer;
	return pointsScore(item.points, right ? one : zero, [{ id: String(answer), right }]);
}

/** Two entries, `true` and `false`, in this order. */
export function feedbackTrueFalse(item: TrueFalseItem, { answer }: ResponseOf<'truefalse'>): Feedback[] {
	return [true, false].map((judgement) => ({
		id: String(judgement),
		right: judgement === item.answer,
		chosen: judgement === answer,
		html: judgement ? item.feedback.true : item.feedback.false
	}));
}
