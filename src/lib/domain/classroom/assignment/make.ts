import type { StepId } from '../../lesson/model.ts';
import type { CarriedLesson } from '../carried/model.ts';
import { newId } from '../ids.ts';
import type { Random } from '../ids.ts';
import type { AssignedLesson, Assignment, OpenClass } from '../model.ts';
import { longest } from './bounds.ts';

/** An assignment as the form has it. */
export interface AssignmentDraft extends Pick<
	Assignment,
	'title' | 'note' | 'due' | 'attempts' | 'counts' | 'policy' | 'marking' | 'asks'
> {
	class: Pick<OpenClass, 'id' | 'name' | 'publicKey' | 'backedUpAt' | 'archived'>;
	lessons: AssignedLesson[];
	/** What the picked lessons that are not built in carry, by lesson. */
	carried: CarriedLesson[];
}

/**
 * Why a draft cannot be assigned: the class has no tested backup of its key, or is archived; there is no title, or one
 * that is too long, as the note; no lesson is picked, or none of its steps, or too many; nothing is marked (only a
 * warning's worth where it is meant); the due date is past; the instructor is to mark built-in lessons; a policy tells
 * marks after a date that there is not.
 */
export type DraftProblem =
	| 'no-backup'
	| 'archived'
	| 'no-title'
	| 'title-too-long'
	| 'note-too-long'
	| 'no-lessons'
	| 'too-many-lessons'
	| 'no-steps'
	| 'due-past'
	| 'built-in-marked-by-instructor'
	| 'after-due-without-due';

/** What stands against assigning, in the order of the form; `now` in ms since 1970. */
export function draftProblems(draft: AssignmentDraft, now: number): DraftProblem[] {
	const { title, note, lessons, due, marking, policy, carried } = draft;
	const keyless = new Set(carried.filter(({ key }) => !key).map(({ lesson }) => lesson.id));
	const problems: [DraftProblem, boolean][] = [
		['no-backup', draft.class.backedUpAt === null],
		['archived', draft.class.archived],
		['no-title', title.trim() === ''],
		['title-too-long', title.length > longest.title],
		['note-too-long', note.length > longest.note],
		['no-lessons', lessons.length === 0],
		['too-many-lessons', lessons.length > longest.lessons],
		['no-steps', lessons.some(({ steps }) => steps.length === 0)],
		['due-past', due !== null && due <= now],
		['built-in-marked-by-instructor', marking === 'instructor' && lessons.some(({ id }) => !keyless.has(id))],
		['after-due-without-due', due === null && [policy.feedback, policy.key].includes('after-due')]
	];
	return problems.flatMap(([code, holds]) => (holds ? [code] : []));
}

/** The assignment that a draft without problems is. Throws a TypeError on one that has problems. */
export function makeAssignment(draft: AssignmentDraft, { now, random }: { now: number; random: Random }): Assignment {
	const [problem] = draftProblems(draft, now);
	if (problem) throw new TypeError(`Not a draft that can be assigned: ${problem}.`);
	const { class: of, title, note, lessons, due, attempts, counts, policy, marking, asks, carried } = draft;
	return {
		app: 'parallax',
		kind: 'assignment',
		version: 1,
		id: newId(random),
		class: { id: of.id, name: of.name.slice(0, longest.className), publicKey: of.publicKey },
		title: title.trim(),
		note: note.trim(),
		made: now,
		lessons: lessons.map(({ id, version, hash, steps }) => ({ id, version, hash, steps })),
		due,
		attempts,
		counts,
		policy,
		marking,
		asks,
		carried: carried.filter(({ lesson }) => lessons.some(({ id }) => id === lesson.id))
	};
}

/** The steps that are marked, in their order. */
export const markedSteps = ['check', 'weigh', 'reverse'] as const satisfies readonly StepId[];
