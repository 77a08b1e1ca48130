import { answerTo, ending, succeed } from '../database.ts';
import type { Row, Rows, Write } from './rows.ts';

const version = 1;
const table = 'records';

/*
 * Rows are keyed with their rev, and a unique index allows one row for each record, as in ../database.ts: a stale write is
 * refused by the database itself.
 */
function open(factory: IDBFactory, name: string, onLost: () => void): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const request = factory.open(name, version);
		let blocked = false;
		request.onupgradeneeded = () => {
			const records = request.result.createObjectStore(table, { keyPath: ['kind', 'id', 'rev'] });
			records.createIndex('current', ['kind', 'id'], { unique: true });
			records.createIndex('of', ['kind', 'of']);
			records.createIndex('class', 'classId');
		};
		request.onblocked = () => {
			blocked = true;
			reject(new DOMException('Another tab holds an older version of the database.', 'BlockedError'));
		};
		request.onerror = (event) => {
			event.preventDefault();
			reject(request.error);
		};
		request.onsuccess = () => {
			const db = request.result;
			if (blocked) return db.close();
			db.onversionchange = () => {
				db.close();
				onLost();
			};
			db.onclose = onLost;
			resolve(db);
		};
	});
}

/** Removes what fits while it is walked, in the transaction that all else is done in. */
function sweep(records: IDBObjectStore, { classId, fits }: Write & { do: 'sweep' }): void {
	const request = classId === undefined ? records.openCursor() : records.index('class').openCursor(classId);
	request.onsuccess = () => {
		const cursor = request.result;
		if (!cursor) return;
		if (fits(cursor.value as Row)) cursor.delete();
		cursor.continue();
	};
}

/** The database, opened anew whenever it was lost. Rejects with a DOMException when it cannot be opened. */
export async function rowsOnDisk(factory: IDBFactory, name: string): Promise<Rows> {
	let live: IDBDatabase | null = null;
	let opening: Promise<IDBDatabase> | null = null;
	const reopen = (): Promise<IDBDatabase> =>
		(opening ??= open(factory, name, () => (live = null))
			.then((db) => (live = db))
			.finally(() => (opening = null)));

	function begin(mode: 'readonly' | 'readwrite'): IDBTransaction | null {
		try {
			// Chromium's default durability is relaxed: done before it is on disk.
			return live?.transaction(table, mode, { durability: 'strict' }) ?? null;
		} catch {
			// Some browsers drop a connection without a word.
			live = null;
			return null;
		}
	}
	async function transact<T>(
		mode: 'readonly' | 'readwrite',
		work: (records: IDBObjectStore) => T | Promise<T>
	): Promise<T> {
		const tx = begin(mode) ?? (await reopen(), begin(mode));
		if (!tx) throw new DOMException('The database cannot be reached.', 'InvalidStateError');
		const ended = ending(tx);
		let value: T;
		try {
			value = await work(tx.objectStore(table));
		} catch (error) {
			abort(tx);
			const cause = await ended;
			throw cause && cause.name !== 'AbortError' ? cause : error;
		}
		const undone = await ended;
		if (undone) throw undone;
		return value;
	}

	await reopen();
	return {
		read: (kind, where) =>
			transact('readonly', (records) => {
				if (!where) return answerTo(records.index('current').getAll(IDBKeyRange.bound([kind], [kind, []])));
				return 'of' in where
					? answerTo(records.index('of').getAll([kind, where.of]))
					: answerTo(records.index('current').getAll([kind, where.id]));
			}),
		has: (keys) =>
			transact('readonly', async (records) => {
				const current = records.index('current');
				const found = await Promise.all(keys.map(([kind, id]) => answerTo(current.count([kind, id]))));
				return found.map((count) => count > 0);
			}),
		async write(writes) {
			let gone = false;
			const work = (records: IDBObjectStore): void => {
				for (const write of writes) {
					if (write.do === 'sweep') sweep(records, write);
					else if (write.do === 'lay') records.put(write.row);
					else {
						const { kind, id, rev } = write.row;
						const before = [kind, id, rev - 1];
						// What another tab has deleted does not come back by a late change.
						if (rev > 1)
							records.count(before).onsuccess = ({ target }) => {
								if ((target as IDBRequest<number>).result > 0) return;
								gone = true;
								records.transaction.abort();
							};
						succeed(records, before, write.row);
					}
				}
			};
			await transact('readwrite', work).catch((error: unknown) => {
				throw gone ? new DOMException('The row is gone.', 'ConstraintError') : error;
			});
		},
		close() {
			live?.close();
			live = null;
		}
	};
}

function abort(transaction: IDBTransaction): void {
	try {
		transaction.abort();
	} catch {
		// It has ended by itself.
	}
}
