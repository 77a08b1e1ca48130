import type { Band } from '../argument/model.ts';
import { add, compare, divide, fraction, subtract, toNumber, zero } from '../fraction.ts';
import type { Fraction } from '../fraction.ts';
import { frames as allFrames, requiredFrames } from '../frame.ts';
import type { Frame, RequiredFrame } from '../frame.ts';
import type { Item, ItemId, Score } from '../quiz/model.ts';
import type { StepResult, Tally } from './model.ts';

export interface Tallies {
	frames: Partial<Record<Frame, Tally>>;
	overall: Tally;
}

const nothing: Tally = { earned: zero, possible: zero };
const both = (a: Tally, b: Tally): Tally => ({
	earned: add(a.earned, b.earned),
	possible: add(a.possible, b.possible)
});

function addFrames(a: Tallies['frames'], b: Tallies['frames']): Tallies['frames'] {
	const sum: Tallies['frames'] = {};
	for (const frame of allFrames) {
		const tally = both(a[frame] ?? nothing, b[frame] ?? nothing);
		if (tally.possible.n > 0) sum[frame] = tally;
	}
	return sum;
}

/**
 * Marks by frame and over all, in points. An item counts fully in each of its sides and once in `overall`; an item
 * without a score counts as possible and earns nothing. A frame that no item tests is absent.
 */
export function tallyItems(items: readonly Item[], scores: Readonly<Record<ItemId, Score>>): Tallies {
	return items.reduce<Tallies>(
		(so, item) => {
			const tally = { earned: scores[item.id]?.earned ?? zero, possible: fraction(item.points) };
			const own = Object.fromEntries(item.sides.map((side) => [side, tally]));
			return { frames: addFrames(so.frames, own), overall: both(so.overall, tally) };
		},
		{ frames: {}, overall: nothing }
	);
}

/** The marks of several steps as one; steps that are not marked, and the argument map's T, add nothing. */
export function mergeTallies(results: readonly StepResult[]): Tallies {
	return results.reduce<Tallies>(
		(so, result) => ({
			frames: addFrames(so.frames, result.frames),
			overall: both(so.overall, result.overall ?? nothing)
		}),
		{ frames: {}, overall: nothing }
	);
}

/** Earned / possible, 0…1; null where nothing was possible. */
function shareOf(tally: Tally | undefined): Fraction | null {
	return tally && tally.possible.n > 0 ? divide(tally.earned, tally.possible) : null;
}

/** The share of each required frame; null where it was not tested. */
export function sharesOf(frames: Tallies['frames']): Record<RequiredFrame, Fraction | null> {
	return { western: shareOf(frames.western), chinese: shareOf(frames.chinese) };
}

/**
 * Whether any of the named frames was tested and its share is below its bound (0…1): what sends a learner back. A
 * share of exactly 3/5 is not below 0.6, since dividing gives the very number that `0.6` stands for.
 */
export function isWeak({ frames }: Pick<Tallies, 'frames'>, any: readonly { frame: Frame; below: number }[]): boolean {
	return any.some(({ frame, below }) => {
		const share = shareOf(frames[frame]);
		return share !== null && toNumber(share) < below;
	});
}

export interface Headline {
	/** The weaker required frame; of equals, the first of `requiredFrames`. */
	frame: RequiredFrame;
	share: Fraction;
	/** Western share − Chinese share, −1…1: positive where the Western frame is known better. */
	gap: Fraction;
	shares: Record<RequiredFrame, Fraction>;
}

/** The weaker side decides. Null unless both required frames were tested: one side alone makes no headline. */
export function headlineOf(frames: Tallies['frames']): Headline | null {
	const { western, chinese } = sharesOf(frames);
	if (!western || !chinese) return null;
	const shares = { western, chinese };
	const frame = requiredFrames.reduce((low, next) => (compare(shares[next], shares[low]) < 0 ? next : low));
	return { frame, share: shares[frame], gap: subtract(western, chinese), shares };
}

/** The least headline share that passes: exactly 0.60. */
export const passMark: Fraction = fraction(3, 5);
export const passingBands: readonly Band[] = ['sound', 'strong'];

/** Passed: a headline of at least `passMark`, and an argument map that is at least sound. Without either, no pass. */
export function hasPassed(headline: Headline | null, band: Band | undefined): boolean {
	if (!headline || !band) return false;
	return compare(headline.share, passMark) >= 0 && passingBands.includes(band);
}
