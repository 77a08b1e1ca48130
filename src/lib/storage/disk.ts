import { connect } from './connection.ts';
import { damagedKeys } from './contents.ts';
import type { Contents } from './contents.ts';
import { answerTo, succeed } from './database.ts';
import type { OpenOptions } from './database.ts';
import { toFailure } from './failure.ts';
import type { Read, Store } from './model.ts';
import { openNotices } from './notices.ts';
import type { Parsed } from '#lib/domain/parsed/mismatch.ts';
import { toLessonRecord, toStepRecord } from './records.ts';
import { generationOf, lessonRowsOf, quarantineOf } from './rows.ts';

interface DiskOptions extends Omit<OpenOptions, 'onLost'> {
	/** Milliseconds since 1970. */
	now: () => number;
}

type Envelopes = typeof import('./envelopes.ts');

/** What is done to all records at once. */
const whole = () => import('./whole.ts');
const review = () => import('./review-rows.ts');

/** The store in IndexedDB. Rejects with a DOMException when the database cannot be opened. */
export async function openDisk({ now, ...options }: DiskOptions): Promise<Store> {
	const { transact, close } = await connect(options);
	let generation = await transact('readonly', generationOf);
	const notices = openNotices(options.name);

	const mend = async (): Promise<Contents> => (await whole()).mendAll(transact, now());

	async function read<T>(
		key: string,
		ask: (tx: IDBTransaction) => IDBRequest<unknown>,
		parserIn: (envelopes: Envelopes) => (row: unknown) => Parsed<T>
	): Promise<Read<T>> {
		try {
			const row = await transact('readonly', (tx) => answerTo(ask(tx)));
			const parsed = row === undefined ? null : parserIn(await import('./envelopes.ts'))(row);
			if (parsed?.ok) return { record: parsed.value, damaged: false, failed: null };
			const setAside = parsed ? (await mend()).quarantine : await transact('readonly', quarantineOf);
			return { record: null, damaged: setAside.some((entry) => entry.key === key), failed: null };
		} catch (error) {
			return { record: null, damaged: false, failed: toFailure(error) };
		}
	}

	return {
		kind: 'disk',
		why: null,
		readStep: (lessonId, stepId) =>
			read(
				`${lessonId}/${stepId}`,
				(tx) => tx.objectStore('steps').index('current').get([lessonId, stepId]),
				({ parseStepRecord }) => parseStepRecord
			),
		readLesson: (lessonId) =>
			read(
				lessonId,
				(tx) => tx.objectStore('lessons').index('current').get(lessonId),
				({ parseLessonRecord }) => parseLessonRecord
			),

		async readLessons() {
			try {
				const rows = await transact('readonly', lessonRowsOf);
				if (rows.lessons.length + rows.quarantine.length === 0) return { records: [], damaged: [], failed: null };
				const { parseLessonRecord } = await import('./envelopes.ts');
				const lessons = rows.lessons.flatMap((row) => {
					const parsed = parseLessonRecord(row);
					return parsed.ok ? [parsed.value] : [];
				});
				const fine = lessons.length === rows.lessons.length;
				const contents = fine ? { ...rows, lessons } : await mend();
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
					succeed(tx.objectStore('generations'), generation, { number: generation, only: 1 });
					if (step) succeed(tx.objectStore('steps'), [step.lessonId, step.stepId, step.rev - 1], step);
					if (lesson) succeed(tx.objectStore('lessons'), [lesson.lessonId, lesson.rev - 1], lesson);
					// Without it the browser would wait for this page to say that no more is coming.
					tx.commit?.();
				});
			} catch (error) {
				return { ok: false, reason: toFailure(error) };
			}
			if (step) notices.post({ lessonId: step.lessonId, stepId: step.stepId, rev: step.rev });
			if (lesson) notices.post({ lessonId: lesson.lessonId, stepId: null, rev: lesson.rev });
			return { ok: true, revs: { ...(step && { step: step.rev }), ...(lesson && { lesson: lesson.rev }) } };
		},

		exportAll: async (settings) => (await whole()).exportAll(transact, now(), settings),

		async importAll(input, { mode }) {
			const { report, generation: next } = await (await whole()).importAll(transact, input, mode, now());
			if (next === undefined) return report;
			// Else it stays: a tab that another one's `deleteAll` has shut out must not be let in again.
			if (mode === 'replace') generation = next;
			notices.post({ everything: true });
			return report;
		},

		readReview: async () => (await review()).readReview(transact, now()),
		async saveReview(saves) {
			const saved = await (await review()).saveReview(transact, generation, saves, now());
			if (saved.ok) notices.post({ review: true });
			return saved;
		},

		holdsOwn: (kind) =>
			transact('readonly', (tx) =>
				answerTo(
					tx
						.objectStore('own')
						.index('current')
						.count(IDBKeyRange.bound([kind], [kind, []]))
				)
			).then(
				(count) => count > 0,
				() => false
			),
		own: async () =>
			(await import('./own.ts')).ownOnDisk({ transact, now, mend, generation: () => generation, post: notices.post }),

		async deleteAll({ ended } = {}) {
			try {
				generation = await (await whole()).deleteAll(transact);
			} catch (error) {
				return { ok: false, reason: toFailure(error) };
			}
			notices.post({ everything: true, ...(ended && { ended }) });
			return { ok: true };
		},

		onChange: notices.onChange,
		close() {
			notices.close();
			close();
		}
	};
}
