import type { LessonId, StepId } from '#lib/domain/lesson/model.ts';
import type { Backup, ImportReport } from './backup.ts';
import type { LessonRecord, StepRecord } from './envelopes.ts';
import type { Failure } from './failure.ts';
import type { OwnRecord, OwnSave } from './own-record.ts';
import type { ReviewRecord, ReviewSave } from './review-record.ts';
import type { LessonSave, StepSave } from './records.ts';
import type { Settings } from './settings.ts';

/** What is written together: both records are on disk afterwards, or neither. */
export interface Change {
	step?: StepSave;
	lesson?: LessonSave;
}

export type Saved = { ok: true; revs: { step?: number; lesson?: number } } | { ok: false; reason: Failure };

export interface Read<T> {
	/** Null when there is none, or none that can be read. */
	record: T | null;
	/** There was one, and it did not parse: it is set aside in quarantine, and in every export. */
	damaged: boolean;
	/** Nothing is known: the database could not be asked. */
	failed: Failure | null;
}

export interface ReadAll<T> {
	records: T[];
	/** The keys of the damaged ones: `lesson-id`. */
	damaged: string[];
	failed: Failure | null;
}

/** What another tab has done. */
export type Notice =
	/** `stepId` is null for the lesson's own record. */
	| { lessonId: LessonId; stepId: StepId | null; rev: number }
	| { kind: string; id: string; rev: number }
	/** Cards were added or reviewed. */
	| { review: true }
	/** Everything was deleted, or a backup was brought in: any record may differ. `ended`: the learner has gone. */
	| { everything: true; ended?: true };

/** Notes and whatever else is the learner's own, each kind by itself. */
export interface OwnStore {
	/** All records of a kind, deleted ones (`data: null`) too. What does not parse is set aside. */
	all(kind: string): Promise<{ records: OwnRecord[]; failed: Failure | null }>;
	/**
	 * Writes in one strict transaction that is handed over whole before the call returns. Throws a TypeError on what
	 * could not be read back.
	 */
	save(save: OwnSave): Promise<{ ok: true; rev: number } | { ok: false; reason: Failure }>;
}

export interface Store {
	/** In memory nothing outlives the tab, and the learner has to be told. */
	readonly kind: 'disk' | 'memory';
	/** Why it is in memory only; null on disk. */
	readonly why: Failure | null;
	readStep(lessonId: LessonId, stepId: StepId): Promise<Read<StepRecord>>;
	readLesson(lessonId: LessonId): Promise<Read<LessonRecord>>;
	readLessons(): Promise<ReadAll<LessonRecord>>;
	/**
	 * Writes in one strict transaction that is handed over whole before the call returns, so a tab that
	 * closes right after loses nothing. Rejects with a TypeError or DataCloneError on what is no plain data.
	 */
	save(change: Change): Promise<Saved>;
	/** Rejects when the database cannot be read. */
	exportAll(settings?: Settings): Promise<Backup>;
	/** Brings in a backup from `unknown`; see `ImportReport`. All of it happens, or nothing. */
	importAll(input: unknown, options: { mode: 'merge' | 'replace' }): Promise<ImportReport>;
	/** All cards, the learner's choices for them, and the place in today's session. */
	readReview(): Promise<ReadAll<ReviewRecord>>;
	/**
	 * Writes all of `saves` in one strict transaction, or, where one of their revs is not the one on disk, none (`stale`).
	 * Rejects with a TypeError on what could not be read back.
	 */
	saveReview(saves: readonly ReviewSave[]): Promise<{ ok: true } | { ok: false; reason: Failure }>;
	/** Whether there is any record of a kind; false where the database cannot be asked. */
	holdsOwn(kind: string): Promise<boolean>;
	/** What is kept beside steps and lessons; its code is loaded when it is first asked for. */
	own(): Promise<OwnStore>;
	/** Deletes everything, quarantine too. What other tabs still show is stale afterwards; `ended` sends them away. */
	deleteAll(said?: { ended?: true }): Promise<{ ok: true } | { ok: false; reason: Failure }>;
	/** Hears of what other tabs do, until the function that it returns is called. */
	onChange(listener: (notice: Notice) => void): () => void;
	close(): void;
}
