import { fraction, subtract } from '../../fraction.ts';
import type { Fraction } from '../../fraction.ts';
import type { Feedback, ResponseOf } from '../kind.ts';
import type { MultipleItem, Score } from '../model.ts';
import { pointsScore } from '../points.ts';

/**
 * Chosen right / right − chosen wrong / wrong, in −1…1: the hit rate less the false-alarm rate, known as Youden's J
 * (W. J. Youden, "Index for rating diagnostic tests", Cancer 3, 1950). Choosing all, none, or by the toss of a coin
 * gives 0 in the mean. Refuses (throws) an item without a right or without a wrong option: the lesson's checker
 * does not let such an item pass.
 */
export function multipleShare({ id, options }: MultipleItem, choices: readonly string[]): Fraction {
	const chosen = new Set(choices);
	const right = options.filter((option) => option.right);
	const wrong = options.filter((option) => !option.right);
	if (right.length === 0 || wrong.length === 0)
		throw new RangeError(`Item "${id}" cannot be marked; expected at least one right and one wrong option.`);
	const hits = right.filter((option) => chosen.has(option.id)).length;
	const falseAlarms = wrong.filter((option) => chosen.has(option.id)).length;
	return subtract(fraction(hits, right.length), fraction(falseAlarms, wrong.length));
}

/** `multipleShare` of the points, not below 0. A part is an option; it is right if chosen or left as the key says. */
export function scoreMultiple(item: MultipleItem, { choices }: ResponseOf<'multiple'>): Score {
	const chosen = new Set(choices);
	const parts = item.options.map(({ id, right }) => ({ id, right: chosen.has(id) === right }));
	return pointsScore(item.points, multipleShare(item, choices), parts);
}

export function feedbackMultiple(item: MultipleItem, { choices }: ResponseOf<'multiple'>): Feedback[] {
	const chosen = new Set(choices);
	return item.options.map(({ id, right, feedback }) => ({ id, right, chosen: chosen.has(id), html: feedback }));
}
