import type { KeptLesson } from '#lib/domain/classroom/carried/parse-kept-lesson.ts';
import type { LessonKey } from '#lib/domain/classroom/carried/model.ts';
import type { Judgement } from '#lib/domain/classroom/gradebook/model.ts';
import type { Assignment, ClassRecord, Code, Id, LessonHash, TextFile } from '#lib/domain/classroom/model.ts';
import type { KeptResult, WaitingFile } from '#lib/domain/classroom/verdict.ts';
import type { Mismatch } from '#lib/domain/parsed/mismatch.ts';
import type { Failure } from '../failure.ts';

/** A record as it is on disk. */
export interface Kept<T> {
	data: T;
	/** 1 for the first. */
	rev: number;
}
/** What is to take the place of a record. */
export interface Save<T> {
	data: T;
	/** That of the record that was seen; 0: there was none. */
	rev: number;
}

export interface ReadKept<T> {
	records: Kept<T>[];
	/** Rows that did not parse. They stay where they are. */
	damaged: number;
	/** Nothing is known: the database could not be asked. */
	failed: Failure | null;
}

/** What is written together: all of it is on disk afterwards, or nothing. */
export interface ClassroomChange {
	classes?: Save<ClassRecord>[];
	assignments?: (Save<Assignment> & { data: Assignment })[];
	judgements?: (Save<Judgement> & { assignment: Id; classId: Id; code: Code })[];
	/** By their ids, and never changed afterwards: writing one once more changes nothing. */
	results?: KeptResult[];
	waiting?: WaitingFile[];
	/** By their hashes. */
	lessonKeys?: LessonKey[];
	/** The whole of lessons of one's own, by their hashes. */
	lessons?: KeptLesson[];
}

/** The revs of what was written, in the order of the change. */
export type SavedChange =
	| { ok: true; revs: { classes: number[]; assignments: number[]; judgements: number[] } }
	| { ok: false; reason: Failure };
export type Deleted = { ok: true } | { ok: false; reason: Failure };

/**
 * What became of a copy: `brought` records are new on this device, `here` were there already and stay as they are,
 * `refused` did not parse.
 */
export type ImportedCopy =
	| { ok: true; classes: { id: Id; name: string }[]; brought: number; here: number; refused: Mismatch[] }
	| { ok: false; problem: Mismatch; failed: null }
	| { ok: false; problem: null; failed: Failure };

/** All that an instructor's device keeps of classes, in a database of its own. */
export interface ClassroomStore {
	/** In memory nothing outlives the tab, and the instructor has to be told. */
	readonly kind: 'disk' | 'memory';
	/** Why it is in memory only; null on disk. */
	readonly why: Failure | null;
	classes(): Promise<ReadKept<ClassRecord>>;
	assignments(classId: Id): Promise<ReadKept<Assignment>>;
	results(assignmentId: Id): Promise<ReadKept<KeptResult>>;
	judgements(assignmentId: Id): Promise<ReadKept<Judgement>>;
	waiting(classId: Id): Promise<ReadKept<WaitingFile>>;
	/** Those that are here; in the order of the hashes. */
	lessonKeys(hashes: readonly LessonHash[]): Promise<LessonKey[]>;
	/** The same of lessons that were assigned from files. */
	lessons(hashes: readonly LessonHash[]): Promise<KeptLesson[]>;
	/** Refused as `stale` where another tab has written one of the records that have a rev. */
	save(change: ClassroomChange): Promise<SavedChange>;
	/** With all results, judgements; `then` is the class without the student, written with it. */
	deleteStudent(classId: Id, code: Code, then?: Save<ClassRecord>): Promise<Deleted>;
	/** One attempt and what was said of it; `id` is the kept result's. */
	deleteResult(id: string): Promise<Deleted>;
	deleteWaiting(id: string): Promise<Deleted>;
	/** With its results and judgements. */
	deleteAssignment(id: Id): Promise<Deleted>;
	/** With everything of it. */
	deleteClass(id: Id): Promise<Deleted>;
	deleteAll(): Promise<Deleted>;
	/** Everything of a class, or of all; rejects where it cannot be read. */
	exportAll(classId?: Id): Promise<TextFile>;
	/** Adds what a copy has and this device has not. All of it happens, or nothing. */
	importCopy(text: string): Promise<ImportedCopy>;
	/** Hears of what other tabs do, until the function that it returns is called. */
	onChange(listener: () => void): () => void;
	close(): void;
}
