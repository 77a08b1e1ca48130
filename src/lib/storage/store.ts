import { databaseVersion } from './database.ts';
import { openDisk } from './disk.ts';
import { toFailure } from './failure.ts';
import type { Failure } from './failure.ts';
import type { Store } from './model.ts';

export type { Failure } from './failure.ts';
export type { Change, Notice, OwnStore, Read, ReadAll, Saved, Store } from './model.ts';

export interface StoreOptions {
	/** Milliseconds since 1970, as `Date.now`. */
	now: () => number;
	/** Of the database and of the channel to the other tabs. */
	name?: string;
	indexedDB?: IDBFactory | null;
	/** Other than the present one only in tests of upgrades. */
	version?: number;
}

/**
 * Opens the learner's data. Where there is no working IndexedDB (private mode, a blocked or newer database) the
 * store is in memory, with `kind: 'memory'` and `why`: the page says so and goes on.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
	const { now, name = 'parallax', version = databaseVersion } = options;
	// Loaded only where it is needed: nearly everywhere there is a disk.
	const inMemory = async (why: Failure) => (await import('./memory.ts')).openMemory({ now, why });
	try {
		// Naming it throws already in a sandboxed frame.
		const factory = options.indexedDB === undefined ? globalThis.indexedDB : options.indexedDB;
		if (!factory) return inMemory('unavailable');
		return await openDisk({ now, name, factory, version });
	} catch (error) {
		return inMemory(error instanceof DOMException ? toFailure(error) : 'unavailable');
	}
}
