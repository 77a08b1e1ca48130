import { answerTo, succeed } from '../database.ts';

/** A record as it lies on disk. */
export interface Row {
	format: 1;
	kind: string;
	id: string;
	/** What it is read with: the class of an assignment or a waiting file, the assignment of a result or a judgement. */
	group: string;
	/** Counts the writes: 1 for the first. */
	rev: number;
	savedAt: number;
	data: unknown;
}

/** What is done in one transaction: all of it or nothing. */
export type RowChange = { put: Omit<Row, 'rev'>; rev: number } | { drop: { kind: string; id: string } };

export const allRows = (tx: IDBTransaction): Promise<Row[]> => answerTo<Row[]>(tx.objectStore('records').getAll());

export const rowsOfKind = (tx: IDBTransaction, kind: string): Promise<Row[]> =>
	answerTo<Row[]>(
		tx
			.objectStore('records')
			.index('current')
			.getAll(IDBKeyRange.bound([kind], [kind, []]))
	);

export const rowsOfGroup = (tx: IDBTransaction, kind: string, group: string): Promise<Row[]> =>
	answerTo<Row[]>(
		tx
			.objectStore('records')
			.index('group')
			.getAll(IDBKeyRange.only([kind, group]))
	);

export async function dropRow(tx: IDBTransaction, kind: string, id: string): Promise<void> {
	const table = tx.objectStore('records');
	const key = await answerTo(table.index('current').getKey([kind, id]));
	if (key !== undefined) table.delete(key);
}

/** Without an await before the last write: the whole is handed over in one task. */
export function putRow(tx: IDBTransaction, { put, rev }: Extract<RowChange, { put: unknown }>): void {
	succeed(tx.objectStore('records'), [put.kind, put.id, rev], { ...put, rev: rev + 1 });
}
