import type { AssignableDocument } from '#lib/content/teaching-documents.ts';
import type { CarriedLesson, LessonKey } from '#lib/domain/classroom/carried/model.ts';
import type { AssignedLesson } from '#lib/domain/classroom/model.ts';
import type { LessonId, StepId } from '#lib/domain/lesson/model.ts';
import { loadDocument } from '../load.ts';

/** A lesson that can be picked for an assignment. */
export interface Pickable extends Omit<AssignedLesson, 'steps'> {
	title: string;
	/** Usual minutes for the whole lesson. */
	minutes: number;
	steps: StepId[];
	/** Present for a lesson of the instructor's own: what travels of it, with and without its key. */
	own?: { keyed: CarriedLesson; keyless: CarriedLesson; key: LessonKey };
}
export interface PickableModule {
	id: string;
	title: string;
	lessons: Pickable[];
}

/** All lessons of the course, by module. Rejects as `loadDocument` does. */
export async function builtInLessons(): Promise<PickableModule[]> {
	const { modules } = await loadDocument<AssignableDocument>(fetch, 'teaching/assignable.json');
	return modules
		.map(({ id, title, lessons }) => ({
			id,
			title,
			lessons: lessons.map(({ steps, ...lesson }) => ({ ...lesson, steps: steps.map((step) => step.id) }))
		}))
		.filter(({ lessons }) => lessons.length > 0);
}

/** What marks a built-in lesson. Rejects as `loadDocument` does. */
export const builtInKey = (id: LessonId): Promise<LessonKey> =>
	loadDocument<LessonKey>(fetch, `teaching/marking/${id}.json`);
