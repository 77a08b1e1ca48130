import { one, zero } from '../../fraction.ts';
import type { Feedback, ResponseOf } from '../kind.ts';
import type { Score, SingleItem } from '../model.ts';
import { pointsScore } from '../points.ts';

/** All points for the right option, none for another. One part: the option that was chosen. */
export function scoreSingle(item: SingleItem, { choice }: ResponseOf<'single'>): Score {
	const right = item.options.some((option) => option.id === choice && option.right);
	return pointsScore(item.points, right ? one : zero, [{ id: choice, right }]);
}

export function feedbackSingle(item: SingleItem, { choice }: ResponseOf<'single'>): Feedback[] {
	return item.options.map(({ id, right, feedback }) => ({ id, right, chosen: id === choice, html: feedback }));
}
