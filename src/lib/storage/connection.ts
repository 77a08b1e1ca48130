import { ending, openDatabase, tables } from './database.ts';
import type { OpenOptions } from './database.ts';

type Mode = 'readonly' | 'readwrite';

export interface Connection {
	/**
	 * Runs `work` in one transaction over all tables of the database and resolves once it is on disk. What `work` asks for before
	 * its first await is under way when `transact` returns, unless the connection was lost and has to be found again.
	 * Rejects with the error that undid the transaction; nothing of it is then left.
	 */
	transact<T>(mode: Mode, work: (tx: IDBTransaction) => T | Promise<T>): Promise<T>;
	close(): void;
}

/** Opens the database, and opens it anew whenever it was lost. Rejects as `openDatabase` does. */
export async function connect(options: Omit<OpenOptions, 'onLost'>): Promise<Connection> {
	let live: IDBDatabase | null = null;
	let opening: Promise<unknown> | null = null;

	const reopen = (): Promise<unknown> => {
		opening ??= openDatabase({ ...options, onLost: () => (live = null) })
			.then((db) => (live = db))
			.finally(() => (opening = null));
		return opening;
	};

	function begin(mode: Mode): IDBTransaction | null {
		try {
			// Chromium's default durability is relaxed: done before it is on disk.
			return live?.transaction([...(options.plan?.tables ?? tables)], mode, { durability: 'strict' }) ?? null;
		} catch {
			// Some browsers drop a connection without a word.
			live = null;
			return null;
		}
	}

	await reopen();
	return {
		async transact(mode, work) {
			const tx = begin(mode) ?? (await reopen(), begin(mode));
			if (!tx) throw new DOMException('The database cannot be reached.', 'InvalidStateError');
			const ended = ending(tx);
			try {
				const value = await work(tx);
				const undone = await ended;
				if (undone) throw undone;
				return value;
			} catch (error) {
				abort(tx);
				const cause = await ended;
				throw cause && cause.name !== 'AbortError' ? cause : error;
			}
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
