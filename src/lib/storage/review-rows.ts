import type { Connection } from './connection.ts';
import { answerTo, succeed } from './database.ts';
import { toFailure } from './failure.ts';
import type { Failure } from './failure.ts';
import type { ReadAll } from './model.ts';
import { parseReviewRecord, toReviewRecord } from './review-record.ts';
import type { ReviewRecord, ReviewSave } from './review-record.ts';
import { mendAll } from './whole.ts';

type Transact = Connection['transact'];

/** All records of the review; what does not parse is set aside, found at `at` (ms since 1970). */
export async function readReview(transact: Transact, at: number): Promise<ReadAll<ReviewRecord>> {
	try {
		const rows = await transact('readonly', (tx) => answerTo<unknown[]>(tx.objectStore('review').getAll()));
		const parsed = rows.map(parseReviewRecord);
		const records = parsed.flatMap((one) => (one.ok ? [one.value] : []));
		if (records.length === rows.length) return { records, damaged: [], failed: null };
		const { review, quarantine } = await mendAll(transact, at);
		const damaged = quarantine.filter(({ from }) => from === 'review').map(({ key }) => key);
		return { records: review, damaged, failed: null };
	} catch (error) {
		return { records: [], damaged: [], failed: toFailure(error) };
	}
}

/** Writes all of `saves` in one strict transaction, or none: see `Store.saveReview`. */
export async function saveReview(
	transact: Transact,
	generation: number,
	saves: readonly ReviewSave[],
	at: number
): Promise<{ ok: true } | { ok: false; reason: Failure }> {
	const records = saves.map((save) => toReviewRecord(save, at));
	try {
		await transact('readwrite', (tx) => {
			succeed(tx.objectStore('generations'), generation, { number: generation, only: 1 });
			for (const record of records) succeed(tx.objectStore('review'), [record.id, record.rev - 1], record);
			tx.commit?.();
		});
		return { ok: true };
	} catch (error) {
		return { ok: false, reason: toFailure(error) };
	}
}
