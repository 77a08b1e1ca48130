import type { LessonKey } from '#lib/domain/classroom/carried/model.ts';
import type { QuizStepId } from '#lib/domain/classroom/gradebook/model.ts';

/**
 * The number of a question on its page of the lesson, from 1, in an attempt and in the analysis alike. Who drew other
 * questions than the others may have met it at another place.
 */
export const questionNumber = (key: LessonKey | undefined, step: QuizStepId, item: string): number =>
	(key?.[step]?.items ?? []).findIndex(({ id }) => id === item) + 1;
