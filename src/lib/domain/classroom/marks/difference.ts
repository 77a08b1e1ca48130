import type { LessonId, StepId } from '../../lesson/model.ts';

/**
 * Where a file claims something else than its answers give; numbers in percent.
 * - `points`: the share of a step's points; `map`: the total of its map;
 * - `not-claimed`: the answers give marks that the file does not claim; `not-marked`: the other way round;
 * - `attempts`: more attempts at a step than the assignment allows (`claimed`: how many; `found`: allowed);
 * - `unknown-items`: answers to so many items that the step does not have.
 */
export interface Difference {
	code: 'points' | 'map' | 'not-claimed' | 'not-marked' | 'attempts' | 'unknown-items';
	lesson: LessonId;
	step: StepId;
	claimed: number | null;
	found: number | null;
}
