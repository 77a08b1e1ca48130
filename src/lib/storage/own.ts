import type { Connection } from './connection.ts';
import { answerTo, succeed } from './database.ts';
import { toFailure } from './failure.ts';
import type { Notice, OwnStore } from './model.ts';
import { parseOwnRecord, toOwnRecord } from './own-record.ts';

interface Disk {
	transact: Connection['transact'];
	/** Milliseconds since 1970. */
	now: () => number;
	/** Sets aside what does not parse. */
	mend: () => Promise<unknown>;
	/** The one that this tab was opened in; see database.ts. */
	generation: () => number;
	post: (notice: Notice) => void;
}

/** What is the learner's own, in the same database as the steps and under the same two guards: rev and generation. */
export const ownOnDisk = ({ transact, now, mend, generation, post }: Disk): OwnStore => ({
	async all(kind) {
		try {
			const range = IDBKeyRange.bound([kind], [kind, []]);
			const rows = await transact('readonly', (tx) =>
				answerTo<unknown[]>(tx.objectStore('own').index('current').getAll(range))
			);
			const parsed = rows.map(parseOwnRecord);
			if (!parsed.every(({ ok }) => ok)) await mend();
			return { records: parsed.flatMap((one) => (one.ok ? [one.value] : [])), failed: null };
		} catch (error) {
			return { records: [], failed: toFailure(error) };
		}
	},

	async save(save) {
		const record = toOwnRecord(save, now());
		const number = generation();
		try {
			// No await in here, as in disk.ts.
			await transact('readwrite', (tx) => {
				succeed(tx.objectStore('generations'), number, { number, only: 1 });
				succeed(tx.objectStore('own'), [record.kind, record.id, save.rev], record);
				tx.commit?.();
			});
		} catch (error) {
			return { ok: false, reason: toFailure(error) };
		}
		post({ kind: record.kind, id: record.id, rev: record.rev });
		return { ok: true, rev: record.rev };
	}
});
