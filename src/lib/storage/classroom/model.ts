import type { KeptLesson } from '#lib/domain/classroom/carried/parse-kept-lesson.ts';
import type { ClassroomCopy } from '#lib/domain/classroom/exchange/copy.ts';
import type { Judgement } from '#lib/domain/classroom/gradebook/model.ts';
import type { Assignment, ClassRecord, Code, Id } from '#lib/domain/classroom/model.ts';
import type { KeptResult, WaitingFile } from '#lib/domain/classroom/verdict.ts';
import type { Failure } from '../failure.ts';
import type { Mismatch } from '../mismatch.ts';
import type { Entry, Part } from './kinds.ts';

/** A record with the `rev` that the next save of it must name. */
export interface Stored<T> {
	rev: number;
	savedAt: number;
	data: T;
}
export interface ReadRecords<T> {
	records: Stored<T>[];
	/** Records that are there and cannot be read; they stay where they are, and in every copy. */
	damaged: { id: string; problem: Mismatch }[];
	/** Nothing is known: the database could not be asked. */
	failed: Failure | null;
}
export type Done = { ok: true } | { ok: false; reason: Failure };

/** One record to be written; `rev` is the one last seen, 0 for a new one. */
export type Save = { [P in Part]: { part: P; rev: number; data: Entry<P> } }[Part];

export interface CopyReport {
	imported: number;
	/** Already here, as they are or later. */
	kept: number;
	refused: Mismatch[];
	/** The copy is as it was saved; null: it could not be read at all. */
	intact: boolean | null;
	failed: Failure | null;
}

/** All that an instructor's device keeps of its classes. Nothing of it is in the learner's backup: it has its own copy. */
export interface ClassroomStore {
	/** In memory nothing outlives the tab, and the instructor has to be told. */
	readonly kind: 'disk' | 'memory';
	readonly why: Failure | null;
	classes(): Promise<ReadRecords<ClassRecord>>;
	/** Of one class, or of all. */
	assignments(classId?: Id): Promise<ReadRecords<Assignment>>;
	results(assignment: Id): Promise<ReadRecords<KeptResult>>;
	judgements(assignment: Id): Promise<ReadRecords<Judgement>>;
	/** What marks lessons that are not built in. */
	lessons(): Promise<ReadRecords<KeptLesson>>;
	/** Sealed files whose assignment is not here. */
	waiting(classId: Id): Promise<ReadRecords<WaitingFile>>;
	/**
	 * Writes all in one strict transaction, or, where one `rev` is not the one on disk, none (`stale`). A judgement needs
	 * its assignment, which the others name themselves. Rejects with a TypeError on what could not be read back.
	 */
	save(saves: readonly Save[], assignmentOf?: (judgement: Judgement) => Id): Promise<Done>;
	/** Removes sealed files that have been opened. */
	dropWaiting(ids: readonly string[]): Promise<Done>;
	/** Removes a student from the roster, with all results and what was said of them. */
	deleteStudent(classId: Id, code: Code): Promise<Done>;
	/** Removes an assignment with its results. */
	deleteAssignment(id: Id): Promise<Done>;
	/** Removes a class with all that belongs to it, its key included. */
	deleteClass(id: Id): Promise<Done>;
	deleteAll(): Promise<Done>;
	/** Everything, or all of one class, as `toCopy` has it. Rejects when the database cannot be read. */
	exportAll(classId?: Id): Promise<ClassroomCopy>;
	/** Brings a copy in beside what is here: of a record that both have the later one holds. */
	importCopy(input: unknown): Promise<CopyReport>;
	/** Hears that another tab has changed something. */
	onChange(listener: () => void): () => void;
	close(): void;
}
