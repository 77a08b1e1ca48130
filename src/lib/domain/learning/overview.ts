import { compare, toPercent } from '../fraction.ts';
import type { RequiredFrame } from '../frame.ts';
import type { LessonId, StepId } from '../lesson/model.ts';
import type { StepResult } from './model.ts';
import { headlineOf, mergeTallies, passMark, type Headline } from './perspective.ts';

/** What is kept of a lesson, as far as the catalogue needs it. */
export interface LessonWork {
	lessonId: LessonId;
	/** Milliseconds since 1970. */
	savedAt: number;
	lastStep: StepId;
	results: Partial<Record<StepId, StepResult>>;
}

export interface Standing {
	/** Steps. */
	done: number;
	lastStep: StepId;
	/** Null until both required frames were tested. */
	weaker: { frame: RequiredFrame; percent: number; other: number } | null;
}

const resultsOf = ({ results }: LessonWork): StepResult[] => Object.values(results);
const headlineIn = (work: LessonWork): Headline | null => headlineOf(mergeTallies(resultsOf(work)).frames);

/** How far a lesson has got, and how well its weaker side is known (0…100 of 100). */
export function standingOf(work: LessonWork): Standing {
	const headline = headlineIn(work);
	const stronger = headline?.frame === 'western' ? 'chinese' : 'western';
	return {
		done: resultsOf(work).filter(({ done }) => done).length,
		lastStep: work.lastStep,
		weaker: headline && {
			frame: headline.frame,
			percent: toPercent(headline.share),
			other: toPercent(headline.shares[stronger])
		}
	};
}

/** The weaker side over all lessons; null until both required frames were tested. */
export const headlineOver = (works: readonly LessonWork[]): Headline | null =>
	headlineOf(mergeTallies(works.flatMap(resultsOf)).frames);

/** What to go on with among the lessons that were begun. */
export type Pending =
	| { kind: 'continue'; lesson: LessonId; step: LessonWork['lastStep'] }
	/** The lesson is closed, and one of its sides is below the pass mark. */
	| { kind: 'revisit'; lesson: LessonId; frame: RequiredFrame };

/**
 * The one thing to do next: of the lessons that were worked on, latest first, the first that is not closed or has a
 * side below the pass mark. Null when all are closed and sound: then something new is to be begun.
 */
export function pendingAmong(works: readonly LessonWork[]): Pending | null {
	for (const work of [...works].sort((a, b) => b.savedAt - a.savedAt)) {
		if (!work.results.close?.done) return { kind: 'continue', lesson: work.lessonId, step: work.lastStep };
		const headline = headlineIn(work);
		if (headline && compare(headline.share, passMark) < 0)
			return { kind: 'revisit', lesson: work.lessonId, frame: headline.frame };
	}
	return null;
}
