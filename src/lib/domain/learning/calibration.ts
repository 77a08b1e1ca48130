import { frames as allFrames } from '../frame.ts';
import type { Frame } from '../frame.ts';
import { certainties } from '../quiz/model.ts';
import type { Certainty, Item, Score } from '../quiz/model.ts';

/** An answer that was marked 0 or 1, and how sure the learner was. Plain data, kept with a step's result. */
export interface SureAnswer {
	certainty: Certainty;
	/** How many options there were to guess from, at least 2. */
	options: number;
	right: boolean;
	/** Whose view the item tests. */
	sides: Frame[];
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
	/** How many answers there are of each certainty. */
	counts: Record<Certainty, number>;
	/** By certainty, from the lowest; only where there are at least `leastBin` answers. */
	curve: CalibrationBin[];
}
/** Over all answers, and over those to items that test one view; an answer counts for each view that it tests. */
export interface Calibrations {
	overall: Calibration | null;
	frames: { frame: Frame; calibration: Calibration }[];
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

/**
 * A marked answer as it counts for calibration; null for an item that can be part right, even when it came out at 0 or
 * 1: to take it then would be to pick it by its result.
 */
export function sureAnswerOf(item: Item, { earned }: Score, certainty: Certainty): SureAnswer | null {
	const options = optionsOf(item);
	return options === null ? null : { certainty, options, right: earned.n > 0, sides: item.sides };
}

const mean = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0) / values.length;

/**
 * How well certainty and success agree: r is 1 or 0, p is 1/options for a guess, .73 and .90 for the others (the
 * middles of the ranges in which they pay best: 2/3…4/5 and 4/5…1). Null without an answer.
 */
export function calibrationOf(answers: readonly SureAnswer[]): Calibration | null {
	if (answers.length === 0) return null;
	const judged = answers.map(({ certainty, options, right }) => {
		const p = { guess: 1 / options, 'fairly-sure': 0.73, certain: 0.9 }[certainty];
		return { certainty, p, r: right ? 1 : 0 };
	});
	const binOf = (certainty: Certainty) => judged.filter((answer) => answer.certainty === certainty);
	const curve = certainties.flatMap((certainty): CalibrationBin[] => {
		const bin = binOf(certainty);
		if (bin.length < leastBin) return [];
		return [
			{ certainty, count: bin.length, expected: mean(bin.map(({ p }) => p)), right: mean(bin.map(({ r }) => r)) }
		];
	});
	return {
		count: judged.length,
		brier: mean(judged.map(({ p, r }) => (p - r) ** 2)),
		bias: mean(judged.map(({ p }) => p)) - mean(judged.map(({ r }) => r)),
		counts: {
			guess: binOf('guess').length,
			'fairly-sure': binOf('fairly-sure').length,
			certain: binOf('certain').length
		},
		curve
	};
}

/** The same overall and by view; a view without an answer is left out. */
export function calibrationsOf(answers: readonly SureAnswer[]): Calibrations {
	const frames = allFrames.flatMap((frame) => {
		const calibration = calibrationOf(answers.filter(({ sides }) => sides.includes(frame)));
		return calibration ? [{ frame, calibration }] : [];
	});
	return { overall: calibrationOf(answers), frames };
}
