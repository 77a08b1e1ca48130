import { toFailure, type Failure } from '../failure.ts';
import type { ClassroomStore } from './model.ts';
import type { Rows } from './rows.ts';
import { rowsOnDisk } from './rows-on-disk.ts';
import { storeOver } from './store-over.ts';

export type * from './model.ts';

export interface ClassroomOptions {
	/** Milliseconds since 1970, as `Date.now`. */
	now: () => number;
	/** Of the database and of the channel to the other tabs. */
	name?: string;
	indexedDB?: IDBFactory | null;
}

/**
 * Opens the instructor's data. It has a database of its own: a learner's transactions never wait for it, and neither a
 * learner's backup nor its deletion touches a class. Where there is no working IndexedDB the store is in memory, with
 * `kind: 'memory'` and `why`: the page says so and goes on.
 */
export async function openClassroom(options: ClassroomOptions): Promise<ClassroomStore> {
	const { now, name = 'parallax-classroom' } = options;
	const over = (rows: Rows, why: Failure | null): ClassroomStore => storeOver(rows, { now, name, why });
	const inMemory = async (why: Failure) => over((await import('./rows-in-memory.ts')).rowsInMemory(), why);
	try {
		// Naming it throws already in a sandboxed frame.
		const factory = options.indexedDB === undefined ? globalThis.indexedDB : options.indexedDB;
		if (!factory) return await inMemory('unavailable');
		return over(await rowsOnDisk(factory, name), null);
	} catch (error) {
		return inMemory(error instanceof DOMException ? toFailure(error) : 'unavailable');
	}
}
