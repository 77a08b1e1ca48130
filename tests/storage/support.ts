// idb looks for the IndexedDB classes among the globals.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach } from 'vitest';
import type { StepId } from '#lib/domain/lesson/model.ts';
import { openStore } from '#lib/storage/store.ts';
import type { Store, StoreOptions } from '#lib/storage/store.ts';

export const lessonId = 'one-slogan-many-englishes';

const opened: { close(): void }[] = [];
afterEach(() => {
	for (const one of opened.splice(0)) one.close();
});
/** Closes it after the test. */
export function closing<T extends { close(): void }>(one: T): T {
	opened.push(one);
	return one;
}

let names = 0;
/** A device: its tabs share one database and one channel; time passes by a second a save. */
export function device(): { factory: IDBFactory; name: string; now: () => number; tab: Tab } {
	const factory = new IDBFactory();
	const name = `device-${++names}`;
	let time = 1_760_000_000_000;
	const now = (): number => (time += 1000);
	const tab = async (options: Partial<StoreOptions> = {}): Promise<Store> =>
		closing(await openStore({ now, name, indexedDB: factory, ...options }));
	return { factory, name, now, tab };
}
type Tab = (options?: Partial<StoreOptions>) => Promise<Store>;

export const stepSave = (rev: number, work: unknown = { answer: rev }, stepId: StepId = 'check') => ({
	lessonId,
	stepId,
	lessonVersion: 1,
	rev,
	work,
	place: { value: 'answering' }
});

export const lessonSave = (rev: number, lastStep: StepId = 'check') => ({
	lessonId,
	lessonVersion: 1,
	rev,
	lastStep,
	place: null,
	results: {
		check: {
			done: true,
			frames: { western: { earned: { n: 1, d: 2 }, possible: { n: 2, d: 1 } } },
			map: { total: 0.75, band: 'sound' as const }
		}
	}
});

/** Writes behind the app's back. */
export async function tamper(
	factory: IDBFactory,
	name: string,
	table: string,
	change: (table: IDBObjectStore) => void
): Promise<void> {
	const db = await new Promise<IDBDatabase>((resolve, reject) => {
		const request = factory.open(name);
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
	const tx = db.transaction(table, 'readwrite');
	change(tx.objectStore(table));
	await new Promise((resolve) => (tx.oncomplete = resolve));
	db.close();
}
