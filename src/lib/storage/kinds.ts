import * as v from 'valibot';
import { canonical } from '#lib/domain/canonical.ts';
import { mergeAssignmentWork } from '#lib/domain/classroom/assignment/merge-work.ts';
import type { AssignmentWork } from '#lib/domain/classroom/model.ts';
import type { Note } from '#lib/domain/learning/notes/model.ts';
import { isDivided, mergeNotes } from '#lib/domain/learning/notes/note.ts';
import { noteSchema } from '#lib/domain/learning/notes/parse-note.ts';
import { stepIds } from '#lib/domain/lesson/model.ts';
import type { StepId } from '#lib/domain/lesson/model.ts';
import { instant } from './instant.ts';

/** A record's data as it stands in a merge; null when it was deleted. */
export interface Held<T> {
	savedAt: number;
	data: T | null;
}

/** How records of a kind are read, and how two of them become one. */
export interface Kind<T> {
	/** None for a kind that this version does not know. */
	schema?: v.GenericSchema<unknown, T>;
	/**
	 * What holds of two records with the same id. Commutative, associative, and merging a record with itself changes
	 * nothing: then copies can be brought back in any order, and any number of times.
	 */
	merge: (a: Held<T>, b: Held<T>) => T | null;
	/** Whether it waits for the learner to say what holds. */
	isOpen: (data: T) => boolean;
}

/** The later one wins; in one and the same millisecond all devices agree on one. For what is no text of the learner's. */
export function latest<T>(a: Held<T>, b: Held<T>): T | null {
	if (a.savedAt !== b.savedAt) return a.savedAt > b.savedAt ? a.data : b.data;
	return canonical(a.data) >= canonical(b.data) ? a.data : b.data;
}

/** A step's answers that gave way to later ones in a merge, and say something that those do not. */
export interface Spare {
	lessonId: string;
	stepId: StepId;
	lessonVersion: number;
	/** When these answers were saved, in milliseconds since 1970. */
	savedAt: number;
	work: unknown;
}

const spareSchema: v.GenericSchema<unknown, Spare> = v.strictObject({
	lessonId: v.pipe(v.string(), v.nonEmpty(), v.maxLength(100)),
	stepId: v.picklist(stepIds),
	lessonVersion: v.pipe(v.number(), v.safeInteger('a whole number'), v.minValue(1)),
	savedAt: instant,
	work: v.unknown()
});

const note: Kind<Note> = {
	schema: noteSchema,
	// A deleted note is one without texts; only damage leaves nothing at all.
	merge: (a, b) => (a.data && b.data ? mergeNotes(a.data, b.data) : (a.data ?? b.data)),
	isOpen: isDivided
};

const spare: Kind<Spare> = {
	schema: spareSchema,
	// The id says all that is in it. Once it was dealt with it stays so.
	merge: (a, b) => (a.data && b.data ? a.data : null),
	isOpen: () => true
};

/**
 * A student's assignment, receipts and feedback with it. Its own parser is asked where it is opened: it knows whole
 * lessons, and a page with notes has no use for it.
 */
const assignment: Kind<AssignmentWork> = {
	schema: v.looseObject({
		format: v.literal(1),
		assignment: v.looseObject({ id: v.string() }),
		receipts: v.array(v.looseObject({ id: v.string(), madeAt: instant, via: v.array(v.string()) })),
		late: v.boolean(),
		feedback: v.array(v.looseObject({ result: v.string(), madeAt: instant }))
	}) as unknown as v.GenericSchema<unknown, AssignmentWork>,
	merge(a, b) {
		const later = latest(a, b);
		const earlier = later === a.data ? b.data : a.data;
		// Once it was deleted it stays so, unless it was opened again later.
		return later && earlier ? mergeAssignmentWork(later, earlier) : later;
	},
	isOpen: () => false
};

/** One line for each kind of record beside steps and lessons. */
const kinds: Readonly<Record<string, Kind<unknown>>> = {
	assignment: assignment as Kind<unknown>,
	note: note as Kind<unknown>,
	spare: spare as Kind<unknown>
};

const unknown: Kind<unknown> = { merge: latest, isOpen: () => false };

/** How a kind is handled. What only a newer version of the app knows is carried along, the later one of two. */
export const kindOf = (kind: string): Kind<unknown> => (Object.hasOwn(kinds, kind) ? kinds[kind]! : unknown);
