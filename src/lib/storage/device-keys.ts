import { makeDeviceKeys } from '#lib/domain/classroom/sealing/keys.ts';
import type { DeviceKeys } from '#lib/domain/classroom/sealing/keys.ts';
import type { CryptoPort } from '#lib/domain/classroom/sealing/port.ts';
import { answerTo, ending, openDatabase } from './database.ts';
import type { Plan } from './database.ts';

const plan: Plan = {
	version: 1,
	tables: ['keys'],
	upgrade: (db, oldVersion) => {
		if (oldVersion < 1) db.createObjectStore('keys');
	}
};
export const deviceKeysName = 'parallax-device';

interface Options {
	name?: string;
	indexedDB?: IDBFactory | null;
}

/**
 * The device's own keys, made once. They are kept as the browser's key objects, which nobody can read out, in a database
 * of their own: plain data goes into backups, and these never leave. Where there is no database they last as long as the
 * page, and `lasting` is false: feedback could not be opened later.
 */
export async function deviceKeys(
	port: CryptoPort,
	{ name = deviceKeysName, indexedDB }: Options = {}
): Promise<{ keys: DeviceKeys; lasting: boolean }> {
	try {
		const factory = indexedDB === undefined ? globalThis.indexedDB : indexedDB;
		if (!factory) return { keys: await makeDeviceKeys(port), lasting: false };
		const db = await openDatabase({ name, factory, plan, onLost: () => undefined });
		try {
			// Made before the transaction, which would not wait for it; of two tabs the first to write wins.
			const made = await makeDeviceKeys(port);
			const tx = db.transaction('keys', 'readwrite');
			const ended = ending(tx);
			const table = tx.objectStore('keys');
			const kept = await answerTo<DeviceKeys | undefined>(table.get('device'));
			if (!kept) table.put(made, 'device');
			const undone = await ended;
			if (undone) throw undone;
			return { keys: kept ?? made, lasting: true };
		} finally {
			db.close();
		}
	} catch {
		return { keys: await makeDeviceKeys(port), lasting: false };
	}
}

/** Forgets the device's keys, as at the end of a session on a shared computer. Never rejects. */
export async function forgetDeviceKeys({ name = deviceKeysName, indexedDB }: Options = {}): Promise<void> {
	try {
		const factory = indexedDB === undefined ? globalThis.indexedDB : indexedDB;
		if (factory) await answerTo(factory.deleteDatabase(name));
	} catch {
		// There is none, or it is blocked.
	}
}
