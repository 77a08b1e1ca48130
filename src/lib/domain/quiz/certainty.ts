import { add, divide, fraction, multiply, subtract } from '../fraction.ts';
import type { Fraction } from '../fraction.ts';
import { certainties } from './model.ts';
import type { Certainty, Item, Score } from './model.ts';

/**
 * Marks for an item of one point, by certainty: those of Moodle's question engine (`question_cbm`; tested by Moodle
 * in question/behaviour/deferredcbm/tests/question_cbm_test.php), after A. R. Gardner-Medwin, "Confidence assessment
 * in the teaching of basic science", ALT-J 3, 1995. With them it pays best to say what one believes: to be "fairly
 * sure" from two chances in three, and "certain" from four in five.
 */
export const certaintyMarks = {
	guess: { right: fraction(1), wrong: fraction(0) },
	'fairly-sure': { right: fraction(2), wrong: fraction(-2) },
	certain: { right: fraction(3), wrong: fraction(-6) }
} as const satisfies Record<Certainty, { right: Fraction; wrong: Fraction }>;

/**
 * The certainty-based mark of a score, in −6…3 times its points. A part-right answer of share f gets
 * wrong + f · (right − wrong). Moodle gives right · f for any f > 0, which would make one right option in ten free of
 * risk; so the two agree at f = 0 and f = 1 only. Refuses (throws) a score with a total of 0.
 */
export function certaintyMark({ earned, total }: Score, certainty: Certainty): Fraction {
	const { right, wrong } = certaintyMarks[certainty];
	const share = divide(earned, total);
	return multiply(total, add(wrong, multiply(share, subtract(right, wrong))));
}

/** An item that has been marked, and how sure the learner was. */
export interface SureAnswer {
	item: Item;
	score: Score;
	certainty: Certainty;
}
export interface CalibrationBin {
	certainty: Certainty;
	count: number;
	/** The mean chance of being right that the learner's certainty stands for, and the share that was right; 0…1. */
	expected: number;
	right: number;
}
/** Statistics for display and never compared with a threshold, hence plain numbers and not fractions. */
export interface Calibration {
	count: number;
	/** Mean of (p − r)², 0…1; 0 is best (G. W. Brier, Monthly Weather Review 78, 1950). */
	brier: number;
	/** Mean p − mean r, −1…1; positive: overconfident. */
	bias: number;
	/** By certainty, from the lowest; only where there are at least `leastBin` answers. */
	curve: CalibrationBin[];
}

/** With fewer answers in a bin, its share of right ones says little. */
export const leastBin = 10;

/**
 * How many options there are to guess from, for the kinds that are always marked 0 or 1; null for the others, and for an
 * answer that is typed: nobody can tell how many there are to guess from.
 */
function optionsOf(item: Item): number | null {
	if (item.kind === 'single') return item.options.length;
	if (item.kind === 'gap') return item.listed ? item.spellings.length : null;
	return item.kind === 'truefalse' ? 2 : null;
}

const mean = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0) / values.length;

/**
 * How well certainty and success agree, over `single` and `truefalse` items and gaps with a list: r is 1 or 0, p is
 * 1/options for a guess, .73 and .90 for the others (the middles of the ranges in which they pay best: 2/3…4/5 and
 * 4/5…1). Items that can be part right stay out even when they came out at 0 or 1, since that would pick them by their
 * result. Null if no answer is left.
 */
export function calibrationOf(answers: readonly SureAnswer[]): Calibration | null {
	const judged = answers.flatMap(({ item, score, certainty }) => {
		const options = optionsOf(item);
		if (options === null) return [];
		const p = { guess: 1 / options, 'fairly-sure': 0.73, certain: 0.9 }[certainty];
		return [{ certainty, p, r: score.earned.n > 0 ? 1 : 0 }];
	});
	if (judged.length === 0) return null;
	const curve = certainties.flatMap((certainty) => {
		const bin = judged.filter((answer) => answer.certainty === certainty);
		if (bin.length < leastBin) return [];
		return [
			{ certainty, count: bin.length, expected: mean(bin.map(({ p }) => p)), right: mean(bin.map(({ r }) => r)) }
		];
	});
	return {
		count: judged.length,
		brier: mean(judged.map(({ p, r }) => (p - r) ** 2)),
		bias: mean(judged.map(({ p }) => p)) - mean(judged.map(({ r }) => r)),
		curve
	};
}
