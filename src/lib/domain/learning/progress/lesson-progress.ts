import type { Band } from '../../argument/model.ts';
import type { Frame, RequiredFrame } from '../../frame.ts';
import type { StepId } from '../../lesson/model.ts';
import type { StepResult, Tally } from '../model.ts';
import { hasPassed, headlineOf, isWeak, mergeTallies, passMark, sharesOf } from '../perspective.ts';
import { toNumber, toPercent } from '../../fraction.ts';

export type Results = Partial<Record<StepId, StepResult>>;

/** What a lesson asks of its learner next. */
export type Next =
	| { code: 'begin' }
	| { code: 'continue'; step: StepId }
	/** All is done, and this side is still below the pass mark. */
	| { code: 'revisit'; frame: RequiredFrame }
	/** All is done but a map that is at least sound. */
	| { code: 'map' }
	| { code: 'done' };

export interface LessonProgress {
	/** In the lesson's order. */
	steps: { id: StepId; done: boolean }[];
	done: number;
	/** Whole numbers 0…100; null for a side that was not tested yet. */
	sides: Record<RequiredFrame, number | null>;
	band: Band | null;
	passed: boolean;
	/** Plain mark and certainty mark of the quiz, as whole per cents; null where certainty was not asked or said. */
	sure: { plain: number; certainty: number } | null;
	next: Next;
}

const percentOf = (tally: Tally | undefined): number | null =>
	tally && tally.possible.n > 0 ? Math.round((100 * toNumber(tally.earned)) / toNumber(tally.possible)) : null;

function nextOf(steps: readonly StepId[], results: Results, current: StepId | null): Next {
	if (!steps.some((step) => results[step])) return { code: 'begin' };
	const open = steps.filter((step) => !results[step]?.done);
	const [first] = open;
	if (first) return { code: 'continue', step: current !== null && open.includes(current) ? current : first };
	const { frames } = mergeTallies(Object.values(results));
	const headline = headlineOf(frames);
	if (headline && isWeak({ frames }, [{ frame: headline.frame, below: toNumber(passMark) }]))
		return { code: 'revisit', frame: headline.frame };
	return hasPassed(headline, results.weigh?.map?.band) ? { code: 'done' } : { code: 'map' };
}

/** How far a lesson has got, and how well; `current` is the step that the learner was at last. */
export function lessonProgress(steps: readonly StepId[], results: Results, current: StepId | null): LessonProgress {
	const { frames } = mergeTallies(Object.values(results));
	const shares = sharesOf(frames);
	const band = results.weigh?.map?.band ?? null;
	const plain = percentOf(results.check?.overall);
	const certainty = percentOf(results.check?.certainty);
	const entries = steps.map((id) => ({ id, done: results[id]?.done ?? false }));
	return {
		steps: entries,
		done: entries.filter(({ done }) => done).length,
		sides: {
			western: shares.western && toPercent(shares.western),
			chinese: shares.chinese && toPercent(shares.chinese)
		},
		band,
		passed: hasPassed(headlineOf(frames), band ?? undefined),
		sure: plain !== null && certainty !== null ? { plain, certainty } : null,
		next: nextOf(steps, results, current)
	};
}

export interface FrameProgress {
	frame: Frame;
	percent: number;
	/** Points, as a reader counts them: to one decimal. */
	earned: number;
	possible: number;
}

/** Marks by frame over all the results, in the order of `frames`. */
export function frameProgress(all: readonly Results[], frames: readonly Frame[]): FrameProgress[] {
	const tallies = mergeTallies(all.flatMap((results) => Object.values(results)));
	return frames.flatMap((frame) => {
		const tally = tallies.frames[frame];
		const percent = percentOf(tally);
		if (!tally || percent === null) return [];
		const points = (value: number) => Math.round(10 * value) / 10;
		return [{ frame, percent, earned: points(toNumber(tally.earned)), possible: points(toNumber(tally.possible)) }];
	});
}
