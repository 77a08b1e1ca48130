import { unwrap } from 'idb';
import { parseBackup, refusal, toBackup } from './backup.ts';
import { connect } from './connection.ts';
import type { Transaction } from './connection.ts';
import { damagedKeys, empty, merge, sift } from './contents.ts';
import type { Contents, Rows } from './contents.ts';
import type { OpenOptions } from './database.ts';
import { parseLessonRecord, parseStepRecord, toLessonRecord, toStepRecord } from './envelopes.ts';
import { toFailure } from './failure.ts';
import type { Read, Store } from './model.ts';
import { openNotices } from './notices.ts';
import type { Parsed } from './parsed.ts';

interface DiskOptions extends Omit<OpenOptions, 'onLost'> {
	/** Milliseconds since 1970. */
	now: () => number;
}

/** The store in IndexedDB. Rejects with a DOMException when the database cannot be opened. */
export async function openDisk({ now, ...options }: DiskOptions): Promise<Store> {
	const { transact, close } = await connect(options);
	let generation = await transact('readonly', generationOf);
	const notices = openNotices(options.name);

	/** Moves every damaged row into the quarantine. */
	const mend = (): Promise<Contents> => transact('readwrite', async (tx) => rewrite(tx, sift(await rowsOf(tx), now())));

	async function read<T>(
		key: string,
		ask: (tx: Transaction<'readonly'>) => Promise<unknown>,
		parse: (row: unknown) => Parsed<T>
	): Promise<Read<T>> {
		try {
			const row = await transact('readonly', ask);
			const parsed = row === undefined ? null : parse(row);
			if (parsed?.ok) return { record: parsed.value, damaged: false, failed: null };
			const setAside = parsed ? (await mend()).quarantine : await transact('readonly', quarantineOf);
			return { record: null, damaged: setAside.some((entry) => entry.key === key), failed: null };
		} catch (error) {
			return { record: null, damaged: false, failed: toFailure(error) };
		}
	}

	/** Raises the generation, which refuses every page that was opened before. */
	async function startOver(tx: Transaction<'readwrite'>): Promise<number> {
		const number = (await generationOf(tx)) + 1;
		await tx.objectStore('generations').clear();
		return tx.objectStore('generations').add({ number, only: 1 });
	}

	return {
		kind: 'disk',
		why: null,
		readStep: (lessonId, stepId) =>
			read(
				`${lessonId}/${stepId}`,
				(tx) => tx.objectStore('steps').index('current').get([lessonId, stepId]),
				parseStepRecord
			),
		readLesson: (lessonId) =>
			read(lessonId, (tx) => tx.objectStore('lessons').index('current').get(lessonId), parseLessonRecord),

		async readLessons() {
			try {
				const rows = await transact('readonly', lessonRowsOf);
				const fine = rows.lessons.every((row) => parseLessonRecord(row).ok);
				const contents = fine ? sift(rows, now()) : await mend();
				return { records: contents.lessons, damaged: damagedKeys(contents, 'lessons'), failed: null };
			} catch (error) {
				return { records: [], damaged: [], failed: toFailure(error) };
			}
		},

		async save(change) {
			const at = now();
			const step = change.step && toStepRecord(change.step, at);
			const lesson = change.lesson && toLessonRecord(change.lesson, at);
			try {
				// No await in here: see `transact`. The database itself refuses what is stale: see `database.ts`.
				await transact('readwrite', (tx) => {
					const raw = unwrap(tx);
					succeed(raw.objectStore('generations'), generation, { number: generation, only: 1 });
					if (step) succeed(raw.objectStore('steps'), [step.lessonId, step.stepId, step.rev - 1], step);
					if (lesson) succeed(raw.objectStore('lessons'), [lesson.lessonId, lesson.rev - 1], lesson);
					// Without it the browser would wait for this page to say that no more is coming.
					raw.commit?.();
				});
			} catch (error) {
				return { ok: false, reason: toFailure(error) };
			}
			if (step) notices.post({ lessonId: step.lessonId, stepId: step.stepId, rev: step.rev });
			if (lesson) notices.post({ lessonId: lesson.lessonId, stepId: null, rev: lesson.rev });
			return { ok: true, revs: { ...(step && { step: step.rev }), ...(lesson && { lesson: lesson.rev }) } };
		},

		async exportAll(settings) {
			const at = now();
			return toBackup(sift(await transact('readonly', rowsOf), at), at, settings);
		},

		async importAll(input, { mode }) {
			const parsed = parseBackup(input);
			if (!parsed.ok) return refusal({ refused: [parsed.problem] });
			const { contents: incoming, refused, settings } = parsed.value;
			try {
				const merged = await transact('readwrite', async (tx) => {
					const current = mode === 'replace' ? empty : sift(await rowsOf(tx), now());
					const result = merge(current, incoming);
					await rewrite(tx, result.contents);
					return { ...result, generation: mode === 'replace' ? await startOver(tx) : generation };
				});
				generation = merged.generation;
				notices.post({ everything: true });
				return { imported: merged.imported, kept: merged.kept, refused, failed: null, settings };
			} catch (error) {
				return refusal({ refused, failed: toFailure(error) });
			}
		},

		async deleteAll() {
			try {
				generation = await transact('readwrite', async (tx) => {
					await rewrite(tx, empty);
					return startOver(tx);
				});
			} catch (error) {
				return { ok: false, reason: toFailure(error) };
			}
			notices.post({ everything: true });
			return { ok: true };
		},

		onChange: notices.onChange,
		close() {
			notices.close();
			close();
		}
	};
}

type Any = Transaction<'readonly'> | Transaction<'readwrite'>;
const readable = (tx: Any): Transaction<'readonly'> => tx as Transaction<'readonly'>;

/** Puts `row` in the place of the one at `key`; fails with a ConstraintError when another one is there. */
function succeed(table: IDBObjectStore, key: IDBValidKey, row: unknown): void {
	table.delete(key);
	table.add(row);
}

const generationOf = async (tx: Any): Promise<number> =>
	(await readable(tx).objectStore('generations').getAll())[0]?.number ?? 0;

const quarantineOf = (tx: Any): Promise<Contents['quarantine']> =>
	readable(tx).objectStore('quarantine').getAll() as Promise<Contents['quarantine']>;

async function lessonRowsOf(tx: Any): Promise<Rows> {
	const [lessons, quarantine] = await Promise.all([readable(tx).objectStore('lessons').getAll(), quarantineOf(tx)]);
	return { steps: [], lessons, quarantine };
}

async function rowsOf(tx: Any): Promise<Rows> {
	const [steps, rest] = await Promise.all([readable(tx).objectStore('steps').getAll(), lessonRowsOf(tx)]);
	return { ...rest, steps };
}

/** Puts `contents` in the place of all there is, and gives them back. */
async function rewrite(tx: Transaction<'readwrite'>, contents: Contents): Promise<Contents> {
	for (const kind of ['steps', 'lessons', 'quarantine'] as const) {
		const table = tx.objectStore(kind);
		await Promise.all([table.clear(), ...contents[kind].map((row) => table.add(row))]);
	}
	return contents;
}
