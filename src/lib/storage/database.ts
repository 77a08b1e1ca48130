export const databaseVersion = 3;

/*
 * Rows are keyed with their rev, and a unique index allows one row for each record. So "delete the row that I saw,
 * add its successor" is refused by the database itself when the row that is there is another one: a stale write needs
 * no read before it, and the whole write can be handed over, committed, in the same task.
 *
 * `generations` holds one row, and the same trick: each write deletes and adds the generation that its tab was opened
 * in. Deleting everything raises it, and so refuses tabs that still show what was deleted.
 */
export const tables = ['steps', 'lessons', 'own', 'quarantine', 'generations', 'review'] as const;

function upgrade(db: IDBDatabase, oldVersion: number): void {
	if (oldVersion < 1) {
		const steps = db.createObjectStore('steps', { keyPath: ['lessonId', 'stepId', 'rev'] });
		steps.createIndex('current', ['lessonId', 'stepId'], { unique: true });
		const lessons = db.createObjectStore('lessons', { keyPath: ['lessonId', 'rev'] });
		lessons.createIndex('current', 'lessonId', { unique: true });
		db.createObjectStore('quarantine', { keyPath: ['from', 'key', 'foundAt'] });
		const generations = db.createObjectStore('generations', { keyPath: 'number' });
		generations.createIndex('only', 'only', { unique: true });
		generations.add({ number: 0, only: 1 });
	}
	if (oldVersion < 2) {
		const review = db.createObjectStore('review', { keyPath: ['id', 'rev'] });
		review.createIndex('current', 'id', { unique: true });
	}
	if (oldVersion < 3) {
		const own = db.createObjectStore('own', { keyPath: ['kind', 'id', 'rev'] });
		own.createIndex('current', ['kind', 'id'], { unique: true });
	}
}

export interface OpenOptions {
	name: string;
	factory: IDBFactory;
	/** The connection is gone: the browser ended it, or it gave way to a newer version of the app. */
	onLost: () => void;
	/** Other than the present one only in tests of upgrades. */
	version?: number;
	/** Another database than the learner's. */
	plan?: Plan;
}

/** How a database is laid out, and brought up from an older version (0: there was none). */
export interface Plan {
	version: number;
	tables: readonly string[];
	upgrade: (db: IDBDatabase, oldVersion: number) => void;
}

/**
 * Opens the database, creating or upgrading it. Rejects with a DOMException: `VersionError` when a newer version of
 * the app was here, `BlockedError` when another tab holds an older version and does not give way.
 */
export function openDatabase({
	name,
	factory,
	onLost,
	plan = { version: databaseVersion, tables, upgrade },
	version = plan.version
}: OpenOptions): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const request = factory.open(name, version);
		let blocked = false;
		request.onupgradeneeded = (event) => plan.upgrade(request.result, event.oldVersion);
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
			// The caller has long gone on without us.
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

/** Resolves when a transaction has ended: null when it is on disk, else the error that undid it. */
export const ending = (transaction: IDBTransaction): Promise<DOMException | null> =>
	new Promise((resolve) => {
		transaction.oncomplete = () => resolve(null);
		// Not `onerror`: only here is the cause known.
		transaction.onabort = () => resolve(transaction.error ?? new DOMException('Aborted', 'AbortError'));
	});

/** Puts `row` in the place of the one at `key`; fails with a ConstraintError when another one is there. */
export function succeed(table: IDBObjectStore, key: IDBValidKey, row: unknown): void {
	table.delete(key);
	table.add(row);
}

/** What a request brings, or the error that it failed with. */
export const answerTo = <T>(request: IDBRequest<T>): Promise<T> =>
	new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
