import { connect } from '../connection.ts';
import { answerTo, succeed, type Plan } from '../database.ts';
import type { Row, Rows, Write } from './rows.ts';

const table = 'records';

/*
 * Rows are keyed with their rev, and a unique index allows one row for each record, as in ../database.ts: a stale write is
 * refused by the database itself.
 */
const plan: Plan = {
	version: 1,
	tables: [table],
	upgrade: (db) => {
		const records = db.createObjectStore(table, { keyPath: ['kind', 'id', 'rev'] });
		records.createIndex('current', ['kind', 'id'], { unique: true });
		records.createIndex('of', ['kind', 'of']);
		records.createIndex('class', 'classId');
	}
};

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
	const connection = await connect({ factory, name, plan });
	const transact = <T>(mode: 'readonly' | 'readwrite', work: (records: IDBObjectStore) => T | Promise<T>): Promise<T> =>
		connection.transact(mode, (tx) => work(tx.objectStore(table)));

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
		close: connection.close
	};
}
