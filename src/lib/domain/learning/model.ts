import type { Fraction } from '../fraction.ts';
import type { Frame } from '../frame.ts';
import type { SureAnswer } from './calibration.ts';
import type { Band } from '../argument/model.ts';

export interface Tally {
	earned: Fraction;
	possible: Fraction;
}

/** What a step tells the lesson: plain data, stored with the lesson's progress. */
export interface StepResult {
	done: boolean;
	/** Marks by frame; empty for steps that are not marked. */
	frames: Partial<Record<Frame, Tally>>;
	overall?: Tally;
	/** The same with certainty-based marking, where certainty was asked; may be negative. */
	certainty?: Tally;
	/** How sure the learner was of each first answer that is marked 0 or 1: what calibration is made of. */
	sure?: SureAnswer[];
	/** The argument map's total T in 0…1, never added to the frames. */
	map?: { total: number; band: Band };
}
