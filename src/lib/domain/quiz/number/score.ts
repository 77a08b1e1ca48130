import { one, zero } from '../../fraction.ts';
import type { Feedback, ResponseOf } from '../kind.ts';
import type { NumberItem, Score } from '../model.ts';
import { pointsScore } from '../points.ts';
import { numberOf } from './number-of.ts';

// Both ends and the answer are the floats nearest to decimals, so comparing them is comparing the decimals.
const isWithin = ({ least, most }: NumberItem, value: number | null): boolean =>
	value !== null && least <= value && value <= most;

/** All points within the tolerance, ends included, none outside. One part: the answer. */
export function scoreNumber(item: NumberItem, { text }: ResponseOf<'number'>): Score {
	const right = isWithin(item, numberOf(text, item.unit));
	return pointsScore(item.points, right ? one : zero, [{ id: 'answer', right }]);
}

/** One entry, `answer`; `key` is the number itself. */
export function feedbackNumber(item: NumberItem, { text }: ResponseOf<'number'>): Feedback[] {
	const value = numberOf(text, item.unit);
	const right = isWithin(item, value);
	const slip = item.slips.find((one) => one.value === value);
	const html = right ? item.feedback : (slip?.feedback ?? item.other);
	return [{ id: 'answer', right, chosen: true, html, key: String(item.answer) }];
}
