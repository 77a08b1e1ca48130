import type { Calibration } from '../calibration.ts';

/** How certainty and success agree; `points` of 100, a whole number, is the distance between them. */
export interface Leaning {
	code: 'fits' | 'over' | 'under';
	points: number;
}
/** The same where there may be too few answers to say; `count` is how many there are. */
export interface Sureness {
	code: Leaning['code'] | 'few';
	points: number;
	count: number;
}

/** With fewer answers one of them alone decides which way it leans. */
export const leastSure = 3;
/** What differs by less is the same to a reader. */
const leastPoints = 5;

/** `bias` is the mean certainty less the share that was right, −1…1. */
export function leaningOf(bias: number): Leaning {
	const points = Math.abs(Math.round(100 * bias));
	return { code: points < leastPoints ? 'fits' : bias > 0 ? 'over' : 'under', points };
}

/** Of some part of all answers: a module's, a perspective's, an outcome's. Null: none says how sure the learner was. */
export function surenessOf(calibration: Calibration | null): Sureness {
	const count = calibration?.count ?? 0;
	if (!calibration || count < leastSure) return { code: 'few', points: 0, count };
	return { ...leaningOf(calibration.bias), count };
}
