import type { AssignedLesson, Assignment } from '#lib/domain/classroom/model.ts';
import { minutesFor } from '#lib/domain/lesson/minutes.ts';
import type { LessonId } from '#lib/domain/lesson/model.ts';
import { builtInLessons, type Pickable } from './assignables.ts';

let known = $state.raw<ReadonlyMap<LessonId, Pickable>>(new Map());
let asked: Promise<void> | undefined;

const ask = (): Promise<void> =>
	(asked ??= builtInLessons().then(
		(modules) => {
			known = new Map(modules.flatMap(({ lessons }) => lessons).map((lesson) => [lesson.id, lesson]));
		},
		() => (asked = undefined)
	));

interface Titles {
	of: (id: LessonId) => string;
	/** About how many minutes the steps that are asked for take; 0 where that is not known. */
	minutes: (lesson: AssignedLesson) => number;
}

/**
 * What the lessons of an assignment are called, and how long they take. Built-in ones are looked up when they are first
 * asked for; until then, and where they cannot be reached, their ids stand for them.
 */
export function titlesOf({ carried }: Assignment): Titles {
	const own = new Map(
		carried.map(({ lesson }) => [lesson.id, { ...lesson, steps: lesson.steps.map((step) => step.id) }])
	);
	void ask();
	const find = (id: LessonId): Pick<Pickable, 'title' | 'minutes' | 'steps'> | undefined =>
		own.get(id) ?? known.get(id);
	return {
		of: (id) => find(id)?.title ?? id,
		minutes({ id, steps }) {
			const lesson = find(id);
			return lesson ? minutesFor(lesson, steps) : 0;
		}
	};
}
