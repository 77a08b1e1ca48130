import type { Id, Student } from '#lib/domain/classroom/model.ts';
import type { Mismatch } from '#lib/domain/parsed/mismatch.ts';
import type { Failure } from '#lib/storage/store.ts';

/** What was done last and can be undone. */
export interface Undo {
	/** Of the class that it happened in; null when the class itself is gone. */
	classId: Id | null;
	what: 'student-removed' | 'student-changed' | 'renamed' | 'archived' | 'class-deleted' | 'assignment-deleted';
	/** Who or what it happened to. */
	name: string;
	undo: () => Promise<boolean>;
}

export interface NewClass {
	name: string;
	students: Student[];
	deleteBy: number | null;
	/** Null: names and key are kept as they are. */
	passphrase: string | null;
}

/** What became of a file that was to bring classes. */
export type Brought =
	| {
			ok: true;
			from: 'backup' | 'copy';
			/** Something of it was not here yet. */
			anew: boolean;
			classes: { id: Id; name: string }[];
			/** Records of a copy that could not be read. */
			refused?: number;
	  }
	| { ok: false; failed: Failure | null; problem: Mismatch | null };
