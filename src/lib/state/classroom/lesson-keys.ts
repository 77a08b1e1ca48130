import { lessonKeyOf } from '#lib/domain/classroom/carried/lesson-key.ts';
import type { LessonKey } from '#lib/domain/classroom/carried/model.ts';
import type { KeptLesson } from '#lib/domain/classroom/carried/parse-kept-lesson.ts';
import type { Assignment } from '#lib/domain/classroom/model.ts';

type Fetch = (path: string) => Promise<Response>;

/**
 * What marks the lessons of an assignment: those that came in a file from what this device keeps of them, the built-in
 * ones from the app's own files (`data/teaching/marking/<lesson>.json`, by way of `fetchData`, which adds the base path). A lesson
 * that neither has is left out, and its results stay unmarked until it is there.
 */
export async function lessonKeysOf(
	{ lessons }: Assignment,
	kept: readonly KeptLesson[],
	fetchData: Fetch
): Promise<LessonKey[]> {
	const found = await Promise.all(
		lessons.map(async ({ id, hash }): Promise<LessonKey | null> => {
			const own = kept.find((one) => one.hash === hash) ?? kept.find(({ carried }) => carried.lesson.id === id);
			if (own) return lessonKeyOf(own.carried.lesson);
			try {
				const response = await fetchData(`data/teaching/marking/${id}.json`);
				return response.ok ? ((await response.json()) as LessonKey) : null;
			} catch {
				return null;
			}
		})
	);
	return found.filter((key) => key !== null);
}
