import type { Code, Id } from '#lib/domain/classroom/model.ts';

export const kinds = ['class', 'assignment', 'result', 'judgement', 'waiting', 'lesson', 'lesson-key'] as const;
export type Kind = (typeof kinds)[number];

/** A record as it lies in the one table. */
export interface Row {
	kind: Kind;
	id: string;
	/** Of results and judgements the assignment, of assignments and waiting files the class; empty for all else. */
	of: string;
	/** Empty for lesson keys, which belong to no class. */
	classId: Id | '';
	/** The student's; empty for all that is of no student. */
	code: Code | '';
	rev: number;
	/** Milliseconds since 1970. */
	savedAt: number;
	data: unknown;
}

/**
 * One of the things that are done together. `succeed` puts a row in the place of the one with the rev before, and fails
 * where there is another; `lay` puts down what is named after its content, whether or not it is there; `sweep` removes all
 * rows that fit, of a class or of all.
 */
export type Write =
	{ do: 'succeed'; row: Row } | { do: 'lay'; row: Row } | { do: 'sweep'; classId?: Id; fits: (row: Row) => boolean };

/** Where rows are kept. Both reject with a DOMException as IndexedDB does. */
export interface Rows {
	/** All of a kind, or those of one class, assignment or id. */
	read(kind: Kind, where?: { of: string } | { id: string }): Promise<unknown[]>;
	/** All of it, or nothing. */
	write(writes: readonly Write[]): Promise<void>;
	/** Whether a row with that kind and id is there, for each. */
	has(keys: readonly (readonly [Kind, string])[]): Promise<boolean[]>;
	close(): void;
}
