import { keyOf } from './contents.ts';
import { toLessonRecord, toStepRecord } from './envelopes.ts';
import type { LessonSave, StepSave } from './envelopes.ts';
import type { Failure } from './failure.ts';
import type { Change, Saved, Store } from './model.ts';

export type SaverStatus = 'saved' | 'saving' | Failure;

type StepWork = Omit<StepSave, 'rev'>;
type LessonProgress = Omit<LessonSave, 'rev'>;
/** A change as a page knows it: the saver adds the revs. */
export interface Work {
	step?: StepWork;
	lesson?: LessonProgress;
}

export interface Saver {
	readonly status: SaverStatus;
	/** Calls back whenever the status changes, until the function that it returns is called. */
	subscribe(listener: (status: SaverStatus) => void): () => void;
	/** Tells what the page shows, so that its next save succeeds it: a record just read, or `rev: 0` for none. */
	saw(record: { lessonId: string; stepId?: string; rev: number }): void;
	/**
	 * Copies the change and returns at once; when nothing is being written it is already under way. Throws on what is
	 * no plain data (a `$state` proxy: take `$state.snapshot` first), and then nothing is saved.
	 */
	save(work: Work): void;
	/** Resolves when all is on disk (`saved`), or when writing has stopped, with the reason. */
	settled(): Promise<SaverStatus>;
	/** After `stale` or another failure: write what waits (tell first, with `saw`, what it succeeds), or drop it. */
	resume(keep: 'mine' | 'theirs'): Promise<SaverStatus>;
}

/**
 * Writes a page's changes one after the other and carries the revs forward. While one write is under way only the
 * newest state of each record waits. After `stale` nothing is written until `resume`; after any other failure the next
 * save tries again with all that waits.
 */
export function createSaver(store: Pick<Store, 'save'>): Saver {
	const revs = new Map<string, number>();
	const listeners = new Set<(status: SaverStatus) => void>();
	let steps = new Map<string, StepWork>();
	let lessons = new Map<string, LessonProgress>();
	let status: SaverStatus = 'saved';
	let run: Promise<void> | null = null;

	function turn(next: SaverStatus): void {
		if (next === status) return;
		status = next;
		for (const listener of listeners) listener(next);
	}

	/** A lesson's record goes with the last step that waits, so it never tells of an answer that is not on disk. */
	function take(): Work {
		const [step] = steps.values();
		const [lesson] = steps.size > 1 ? [] : lessons.values();
		if (step) steps.delete(keyOf(step));
		if (lesson) lessons.delete(keyOf(lesson));
		return { ...(step && { step }), ...(lesson && { lesson }) };
	}

	/** What was not written waits again, in front, unless something newer took its place. */
	function putBack({ step, lesson }: Work): void {
		if (step) steps = new Map([[keyOf(step), step], ...steps]);
		if (lesson) lessons = new Map([[keyOf(lesson), lesson], ...lessons]);
	}

	const withRev = <T extends { lessonId: string; stepId?: string }>(record: T): T & { rev: number } => ({
		...record,
		rev: revs.get(keyOf(record)) ?? 0
	});

	async function write(): Promise<void> {
		while (steps.size + lessons.size > 0) {
			const work = take();
			const change: Change = {
				...(work.step && { step: withRev(work.step) }),
				...(work.lesson && { lesson: withRev(work.lesson) })
			};
			const saved = await store.save(change).catch((): Saved => ({ ok: false, reason: 'unavailable' }));
			if (!saved.ok) {
				putBack(work);
				run = null;
				return turn(saved.reason);
			}
			if (work.step) revs.set(keyOf(work.step), saved.revs.step ?? 0);
			if (work.lesson) revs.set(keyOf(work.lesson), saved.revs.lesson ?? 0);
		}
		run = null;
		turn('saved');
	}

	function start(): void {
		if (run || steps.size + lessons.size === 0) return;
		// In this order: a listener that saves then finds the write under way.
		run = write();
		turn('saving');
	}

	async function settled(): Promise<SaverStatus> {
		while (run) await run;
		return status;
	}

	return {
		get status() {
			return status;
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		saw: (record) => void revs.set(keyOf(record), record.rev),
		save(work) {
			const { step, lesson } = structuredClone(work);
			if (step) toStepRecord(withRev(step), 0);
			if (lesson) toLessonRecord(withRev(lesson), 0);
			for (const [waiting, record] of [[steps, step] as const, [lessons, lesson] as const]) {
				if (!record) continue;
				// Deleted first: the newest is written last.
				waiting.delete(keyOf(record));
				(waiting as Map<string, typeof record>).set(keyOf(record), record);
			}
			if (status !== 'stale') start();
		},
		settled,
		resume(keep) {
			if (keep === 'theirs') {
				steps.clear();
				lessons.clear();
				if (!run) turn('saved');
			}
			start();
			return settled();
		}
	};
}
