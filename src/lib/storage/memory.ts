import { parseBackup, refusal, toBackup } from './backup.ts';
import { damagedKeys, empty, keyOf, ownKeyOf } from './contents.ts';
import { toLessonRecord, toStepRecord } from './records.ts';
import { toOwnRecord } from './own-record.ts';
import type { Failure } from './failure.ts';
import { merge } from './merge.ts';
import { toReviewRecord } from './review-record.ts';
import type { Read, Store } from './model.ts';

/** The same store where there is no disk: a lesson works from end to end, and nothing outlives the tab. */
export function openMemory({ now, why }: { now: () => number; why: Failure }): Store {
	let contents = empty;

	const find = <T extends { lessonId: string; stepId?: string }>(records: T[], key: string): T | undefined =>
		records.find((record) => keyOf(record) === key);
	const read = <T>(from: 'steps' | 'lessons', record: T | undefined, key: string): Read<T> => ({
		record: record === undefined ? null : structuredClone(record),
		damaged: damagedKeys(contents, from).includes(key),
		failed: null
	});
	/** `records` with `record` for its predecessor; null when that is not the one there. */
	function succeed<T extends { lessonId: string; stepId?: string; rev: number }>(records: T[], record?: T): T[] | null {
		if (!record) return records;
		const before = find(records, keyOf(record));
		// As on disk: nothing there, and a rev, is somebody who has seen what was deleted since.
		if ((before?.rev ?? 0) !== record.rev - 1) return null;
		return [...records.filter((other) => other !== before), structuredClone(record)];
	}

	return {
		kind: 'memory',
		why,
		readStep: async (lessonId, stepId) => {
			const key = `${lessonId}/${stepId}`;
			return read('steps', find(contents.steps, key), key);
		},
		readLesson: async (lessonId) => read('lessons', find(contents.lessons, lessonId), lessonId),
		readLessons: async () => ({
			records: structuredClone(contents.lessons),
			damaged: damagedKeys(contents, 'lessons'),
			failed: null
		}),
		async save(change) {
			const at = now();
			const step = change.step && toStepRecord(change.step, at);
			const lesson = change.lesson && toLessonRecord(change.lesson, at);
			const steps = succeed(contents.steps, step);
			const lessons = succeed(contents.lessons, lesson);
			if (!steps || !lessons) return { ok: false, reason: 'stale' };
			contents = { ...contents, steps, lessons };
			return { ok: true, revs: { ...(step && { step: step.rev }), ...(lesson && { lesson: lesson.rev }) } };
		},
		readReview: async () => ({ records: structuredClone(contents.review), damaged: [], failed: null }),
		async saveReview(saves) {
			const records = saves.map((save) => structuredClone(toReviewRecord(save, now())));
			const revs = new Map(contents.review.map(({ id, rev }) => [id, rev]));
			if (records.some(({ id, rev }) => (revs.get(id) ?? 0) !== rev - 1)) return { ok: false, reason: 'stale' };
			const written = new Set(records.map(({ id }) => id));
			contents = { ...contents, review: [...contents.review.filter(({ id }) => !written.has(id)), ...records] };
			return { ok: true };
		},
		exportAll: async (settings) => toBackup(structuredClone(contents), now(), settings),
		async importAll(input, { mode }) {
			const parsed = parseBackup(input);
			if (!parsed.ok) return refusal({ refused: [parsed.problem] });
			const merged = merge(mode === 'replace' ? empty : contents, structuredClone(parsed.value.contents));
			contents = merged.contents;
			const { refused, settings } = parsed.value;
			const { imported, kept, divided } = merged;
			return { imported, kept, divided, refused, failed: null, settings };
		},
		holdsOwn: async (kind) => contents.own.some((record) => record.kind === kind),
		own: async () => ({
			all: async (kind) => ({
				records: structuredClone(contents.own.filter((record) => record.kind === kind)),
				failed: null
			}),
			async save(save) {
				const record = toOwnRecord(save, now());
				const before = contents.own.find((one) => ownKeyOf(one) === ownKeyOf(record));
				if ((before?.rev ?? 0) !== save.rev) return { ok: false, reason: 'stale' };
				contents = { ...contents, own: [...contents.own.filter((one) => one !== before), structuredClone(record)] };
				return { ok: true, rev: record.rev };
			}
		}),
		async deleteAll() {
			contents = empty;
			return { ok: true };
		},
		// Nobody else can see this memory.
		onChange: () => () => undefined,
		close: () => undefined
	};
}
