import type { LessonOutline } from '#lib/content/documents.ts';
import { fromWorkId } from '#lib/domain/classroom/ids.ts';
import { headlineOver, standingOf, type LessonWork } from '#lib/domain/learning/overview.ts';
import { loadDocument } from './load.ts';
import { nextAction } from './next-action.ts';

/** Work on an assignment is kept in the same table, and is no part of what a learner does for themselves. */
const ownOf = (works: readonly LessonWork[]): LessonWork[] => works.filter(({ lessonId }) => !fromWorkId(lessonId));

/** What the catalogue shows of the lessons that were begun. */
export const overviewOf = (works: readonly LessonWork[]) => ({
	lessons: Object.fromEntries(works.map((work) => [work.lessonId, standingOf(work)])),
	headline: headlineOver(ownOf(works))
});

/** The next action, with the outlines that it needs read from the site; one that cannot be reached is passed over. */
export const nextOf = (works: readonly LessonWork[], first: string) =>
	nextAction(ownOf(works), first, (lesson) =>
		loadDocument<LessonOutline>(fetch, `${lesson}/lesson.json`).catch(() => null)
	);
