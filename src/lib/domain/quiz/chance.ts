import { divide, fraction, one, subtract, sum } from '../fraction.ts';
import type { Fraction } from '../fraction.ts';

/** One thing that was put into a column: where the key has it, and where the learner put it. */
export interface Placing {
	column: string;
	given: string | undefined;
}

/**
 * The share of right placings, corrected for chance, in −1/(k − 1)…1: (r − 1/k) / (1 − 1/k), where r is the mean over
 * the k columns that the key uses of the share of a column's things that were put there. So a column with many things
 * counts no more than one with few, and putting all into one column, or each into one of the k by the toss of a die,
 * gives 0 in the mean. It is the balanced accuracy adjusted for chance (I. Guyon et al., "Design of the 2015 ChaLearn
 * AutoML challenge", IJCNN 2015; scikit-learn's `balanced_accuracy_score` with `adjusted`); for k = 2 it is Youden's J.
 * Refuses (throws) a key that uses fewer than two columns: the lesson's checker does not let such an item pass.
 *
 * Worked example: scikit-learn, manual of `balanced_accuracy_score`: key 0 1 0 0 1 0, given 0 1 0 0 0 1. Of the four 0
 * three are right, of the two 1 one: r = (3/4 + 1/2) / 2 = 0.625, and (0.625 − 1/2) / (1 − 1/2) = 1/4.
 */
export function chanceCorrected(item: string, placings: readonly Placing[]): Fraction {
	const columns = [...new Set(placings.map(({ column }) => column))];
	if (columns.length < 2)
		throw new RangeError(`Item "${item}" cannot be marked; expected a key that uses at least two columns.`);
	const shares = columns.map((column) => {
		const own = placings.filter((placing) => placing.column === column);
		return fraction(own.filter(({ given }) => given === column).length, own.length);
	});
	const chance = fraction(1, columns.length);
	const mean = divide(sum(shares), fraction(columns.length));
	return divide(subtract(mean, chance), subtract(one, chance));
}
