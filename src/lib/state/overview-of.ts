import type { LessonOutline } from '#lib/content/documents.ts';
import { headlineOver, standingOf, type LessonWork } from '#lib/domain/learning/overview.ts';
import { loadDocument } from './load.ts';
import { nextAction } from './next-action.ts';

/** What the catalogue shows of the lessons that were begun. */
export const overviewOf = (works: readonly LessonWork[]) => ({
	lessons: Object.fromEntries(works.map((work) => [work.lessonId, standingOf(work)])),
	headline: headlineOver(works)
});

/** The next action, with the outlines that it needs read from the site; one that cannot be reached is passed over. */
export const nextOf = (works: readonly LessonWork[], first: string) =>
	nextAction(works, first, (lesson) => loadDocument<LessonOutline>(fetch, `${lesson}/lesson.json`).catch(() => null));
