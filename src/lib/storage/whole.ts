import type { Connection } from './connection.ts';
import { parseBackup, refusal, toBackup } from './backup.ts';
import type { Backup, ImportReport } from './backup.ts';
import { empty } from './contents.ts';
import type { Contents } from './contents.ts';
import { answerTo } from './database.ts';
import { toFailure } from './failure.ts';
import { merge, sift } from './merge.ts';
import { generationOf, rowsOf } from './rows.ts';
import type { Settings } from './settings.ts';

// What is done to all records at once. A lesson's page never needs it: the store loads it when it is asked for.

type Transact = Connection['transact'];

/** All there is; what does not parse is in its quarantine, found at `at` (ms since 1970). */
const readAll = async (tx: IDBTransaction, at: number): Promise<Contents> => sift(await rowsOf(tx), at);

/** Puts `contents` in the place of all there is, and gives them back. */
async function rewrite(tx: IDBTransaction, contents: Contents): Promise<Contents> {
	for (const kind of ['steps', 'lessons', 'own', 'quarantine', 'review'] as const) {
		const table = tx.objectStore(kind);
		const requests: IDBRequest[] = [table.clear(), ...contents[kind].map((row) => table.add(row))];
		await Promise.all(requests.map(answerTo<unknown>));
	}
	return contents;
}

/** Raises the generation, which refuses every page that was opened before; gives the new one. */
async function startOver(tx: IDBTransaction): Promise<number> {
	const number = (await generationOf(tx)) + 1;
	await answerTo(tx.objectStore('generations').clear());
	await answerTo(tx.objectStore('generations').add({ number, only: 1 }));
	return number;
}

/** Moves every damaged row into the quarantine, found at `at`, and gives all that is there then. */
export const mendAll = (transact: Transact, at: number): Promise<Contents> =>
	transact('readwrite', async (tx) => rewrite(tx, await readAll(tx, at)));

export const exportAll = async (transact: Transact, at: number, settings?: Settings): Promise<Backup> =>
	toBackup(await transact('readonly', (tx) => readAll(tx, at)), at, settings);

/** The report, and where anything was written the generation that holds from then on; see `Store.importAll`. */
export async function importAll(
	transact: Transact,
	input: unknown,
	mode: 'merge' | 'replace',
	at: number
): Promise<{ report: ImportReport; generation?: number }> {
	const parsed = parseBackup(input);
	if (!parsed.ok) return { report: refusal({ refused: [parsed.problem] }) };
	const { contents: incoming, refused, settings } = parsed.value;
	try {
		return await transact('readwrite', async (tx) => {
			const { contents, imported, kept, divided } = merge(mode === 'replace' ? empty : await readAll(tx, at), incoming);
			await rewrite(tx, contents);
			const report = { imported, kept, divided, refused, failed: null, settings };
			return { report, generation: mode === 'replace' ? await startOver(tx) : await generationOf(tx) };
		});
	} catch (error) {
		return { report: refusal({ refused, failed: toFailure(error) }) };
	}
}

/** Deletes all records, and gives the new generation. */
export const deleteAll = (transact: Transact): Promise<number> =>
	transact('readwrite', async (tx) => {
		await rewrite(tx, empty);
		return startOver(tx);
	});
