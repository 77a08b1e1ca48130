import { carryLesson } from '#lib/domain/classroom/carried/carry.ts';
import { compileTravelling } from '#lib/domain/classroom/carried/compile-travelling.ts';
import { lessonKeyOf } from '#lib/domain/classroom/carried/lesson-key.ts';
import type { LessonId, Library, Problem } from '#lib/domain/lesson/model.ts';
import { loadDocument } from '../load.ts';
import type { Pickable } from './assignables.ts';

/**
 * The lessons in files of the instructor's own: Markdown, with the YAML that they need. `taken` are the ids that they
 * may not have. Rejects where a file, or the app's library, cannot be read.
 */
export async function readOwnLessons(
	files: readonly File[],
	taken: readonly LessonId[]
): Promise<{ lessons: Pickable[]; problems: Problem[] }> {
	const [library, texts] = await Promise.all([
		loadDocument<Library>(fetch, 'teaching/library.json'),
		Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() })))
	]);
	const { lessons, problems } = compileTravelling(texts, library, taken);
	return {
		problems,
		lessons: lessons.map(({ lesson, library: shelf }): Pickable => {
			const { id, version, title, minutes, steps } = lesson;
			const key = lessonKeyOf(lesson);
			return {
				id,
				version,
				hash: key.hash,
				title,
				minutes,
				steps: steps.map((step) => step.id),
				own: {
					keyed: carryLesson(lesson, shelf, { key: true }),
					keyless: carryLesson(lesson, shelf, { key: false }),
					key
				}
			};
		})
	};
}
