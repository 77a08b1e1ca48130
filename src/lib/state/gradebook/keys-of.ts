import { lessonKeyOf } from '#lib/domain/classroom/carried/lesson-key.ts';
import type { LessonKey } from '#lib/domain/classroom/carried/model.ts';
import type { Assignment } from '#lib/domain/classroom/model.ts';
import type { ClassroomStore } from '#lib/storage/classroom/store.ts';
import { builtInKey } from '../classroom/assignables.ts';

/**
 * What marks the lessons of an assignment: as it was kept when they were assigned, else out of the lesson's own file or
 * of what the assignment carries, else that of the site if it is still the same lesson. A lesson for which there is none is left out.
 */
export async function keysOf(
	store: Pick<ClassroomStore, 'lessonKeys' | 'lessons'>,
	{ lessons, carried }: Pick<Assignment, 'lessons' | 'carried'>,
	ofSite: (id: string) => Promise<LessonKey> = builtInKey
): Promise<LessonKey[]> {
	const hashes = lessons.map(({ hash }) => hash);
	const [kept, files] = await Promise.all([store.lessonKeys(hashes), store.lessons(hashes)]);
	const found = await Promise.all(
		lessons.map(async ({ id, hash }): Promise<LessonKey | null> => {
			const own = kept.find((key) => key.lesson === id && key.hash === hash);
			if (own) return own;
			const file = files.find((one) => one.hash === hash && one.carried.lesson.id === id);
			if (file) return lessonKeyOf(file.carried.lesson);
			const travels = carried.find((one) => one.lesson.id === id);
			if (travels) return travels.key ? lessonKeyOf(travels.lesson) : null;
			const site = await ofSite(id).catch(() => null);
			return site?.hash === hash ? site : null;
		})
	);
	return found.filter((key) => key !== null);
}
