import { idShape } from '#lib/domain/classroom/ids.ts';
import type { Id } from '#lib/domain/classroom/model.ts';
import { stepIds, type LessonId, type StepId } from '#lib/domain/lesson/model.ts';

/** A page of one assignment. */
export interface AssignmentPlace {
	at: 'overview' | 'hand-in' | 'feedback';
	id: Id;
}

/** What the fragment of `/assignment/` leads to. Nothing of it reaches a server. */
export type Place =
	/** Where an assignment is opened, and all that are here are listed. */
	| { at: 'shelf' }
	/** A link as an instructor sends it: the assignment itself. */
	| { at: 'link'; fragment: string }
	| AssignmentPlace
	/** `card`: of the comparison, where a question leads back to it. */
	| { at: 'step'; id: Id; lesson: LessonId; step: StepId; card: string | null };

/** Links say first how they are written; what is longer than any name on the page is meant as one, and refused with words. */
const isLink = (fragment: string): boolean => /^\d+\./.test(fragment) || fragment.length > 60;
const lessonShape = /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/;

/** The place that a fragment (`#…`) names; null for an anchor within the page, such as `#main`. */
export function placeIn(hash: string): Place | null {
	const fragment = hash.replace(/^#/, '');
	if (fragment === '') return { at: 'shelf' };
	const [path = '', card = null] = fragment.split('#card-');
	const [id = '', second, third, ...more] = path.split('/');
	if (idShape.test(id) && more.length === 0) {
		if (second === undefined) return { at: 'overview', id };
		if (third === undefined) return second === 'hand-in' || second === 'feedback' ? { at: second, id } : null;
		const step = stepIds.find((one) => one === third);
		return step && lessonShape.test(second) ? { at: 'step', id, lesson: second, step, card } : null;
	}
	return isLink(fragment) ? { at: 'link', fragment } : null;
}

/** The fragment of a place, with its `#`. */
export function hashOf(place: Exclude<Place, { at: 'link' }>): string {
	if (place.at === 'shelf') return '#';
	if (place.at === 'overview') return `#${place.id}`;
	if (place.at !== 'step') return `#${place.id}/${place.at}`;
	const { id, lesson, step, card } = place;
	return `#${id}/${lesson}/${step}${card === null ? '' : `#card-${card}`}`;
}
