import type { ClaimChecks } from '#lib/content/documents.ts';
import type { AssignedLesson, Assignment } from '#lib/domain/classroom/model.ts';
import type { LessonId } from '#lib/domain/lesson/model.ts';
import type { ClassroomStore } from '#lib/storage/classroom/store.ts';
import { loadDocument } from '../load.ts';

/** By lesson; one of which nothing is known is not among them. */
export type ChecksByLesson = ReadonlyMap<LessonId, ClaimChecks>;

const filesOf = { check: 'key/check', reverse: 'key/reverse', weigh: 'weigh' };

/** Of a built-in lesson: of the steps that were assigned, as far as they can be reached. */
async function ofSite({ id, steps }: AssignedLesson): Promise<ClaimChecks | null> {
	const files = steps.flatMap((step) =>
		step === 'check' || step === 'reverse' || step === 'weigh' ? filesOf[step] : []
	);
	const loaded = await Promise.all(
		files.map((file) => loadDocument<ClaimChecks>(fetch, `${id}/${file}.json`).catch(() => null))
	);
	const found = loaded.filter((one) => one !== null);
	return found.length === 0
		? null
		: {
				claims: Object.assign({}, ...found.map(({ claims }) => claims)),
				discrepancies: Object.assign({}, ...found.map(({ discrepancies }) => discrepancies)),
				sources: Object.assign({}, ...found.map(({ sources }) => sources))
			};
}

/**
 * What checking showed of the claims that assigned lessons rest on: out of the lesson's own file or of what the
 * assignment carries, else as the site's lesson has it now. Never rejects.
 */
export async function checksOf(
	store: Pick<ClassroomStore, 'lessons'>,
	{ lessons, carried }: Pick<Assignment, 'lessons' | 'carried'>
): Promise<ChecksByLesson> {
	const files = await store.lessons(lessons.map(({ hash }) => hash)).catch(() => []);
	const found = await Promise.all(
		lessons.map(async (lesson): Promise<[LessonId, ClaimChecks][]> => {
			const file = files.find((one) => one.hash === lesson.hash && one.carried.lesson.id === lesson.id)?.carried;
			const own = file ?? carried.find((one) => one.lesson.id === lesson.id);
			const checks = own ? own.library : await ofSite(lesson);
			return checks ? [[lesson.id, checks]] : [];
		})
	);
	return new Map(found.flat());
}
