import { connect } from '../connection.ts';
import { classroomPlan } from './database.ts';
import { allRows, dropRow, putRow, rowsOfGroup, rowsOfKind } from './rows.ts';
import type { Row, RowChange } from './rows.ts';

/** The one table, on disk or in memory. What rejects does so with a DOMException, and has changed nothing. */
export interface Rows {
	readonly kind: 'disk' | 'memory';
	/** All rows, those of a kind, or those of a kind and group. */
	read(kind?: string, group?: string): Promise<Row[]>;
	/** Writes in one transaction that is handed over before the call returns. */
	put(changes: readonly RowChange[]): Promise<void>;
	/** Reads all rows and changes some, in one transaction. */
	change(work: (rows: Row[]) => RowChange[]): Promise<void>;
	/** Hears that another tab has written. */
	onChange(listener: () => void): () => void;
	close(): void;
}

export async function rowsOnDisk(name: string, factory: IDBFactory): Promise<Rows> {
	const { transact, close } = await connect({ name, factory, plan: classroomPlan });
	const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name);
	const listeners = new Set<() => void>();
	if (channel) channel.onmessage = () => listeners.forEach((listener) => listener());
	const tell = (): void => channel?.postMessage('changed');
	return {
		kind: 'disk',
		read: (kind, group) =>
			transact('readonly', (tx) => {
				if (kind === undefined) return allRows(tx);
				return group === undefined ? rowsOfKind(tx, kind) : rowsOfGroup(tx, kind, group);
			}),
		async put(changes) {
			await transact('readwrite', (tx) => {
				for (const change of changes) if ('put' in change) putRow(tx, change);
				tx.commit?.();
			});
			tell();
		},
		async change(work) {
			await transact('readwrite', async (tx) => {
				for (const change of work(await allRows(tx)))
					if ('put' in change) putRow(tx, change);
					else await dropRow(tx, change.drop.kind, change.drop.id);
			});
			tell();
		},
		onChange(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		close() {
			channel?.close();
			close();
		}
	};
}

/** For a browser without a database: the same rules, and nothing outlives the tab. */
export function rowsInMemory(): Rows {
	let rows: Row[] = [];
	const apply = (changes: readonly RowChange[]): void => {
		let next = rows;
		for (const change of changes) {
			const { kind, id } = 'put' in change ? change.put : change.drop;
			const before = next.find((row) => row.kind === kind && row.id === id);
			if ('put' in change && (before?.rev ?? 0) !== change.rev)
				throw new DOMException('Another record is there.', 'ConstraintError');
			next = next.filter((row) => row !== before);
			if ('put' in change) next = [...next, { ...structuredClone(change.put), rev: change.rev + 1 }];
		}
		rows = next;
	};
	return {
		kind: 'memory',
		read: async (kind, group) =>
			structuredClone(
				rows.filter((row) => (kind === undefined || row.kind === kind) && (group === undefined || row.group === group))
			),
		put: async (changes) => apply(changes),
		change: async (work) => apply(work(structuredClone(rows))),
		onChange: () => () => undefined,
		close: () => undefined
	};
}
