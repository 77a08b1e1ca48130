import { keyOf } from './contents.ts';
import { toLessonRecord, toStepRecord } from './records.ts';
import type { LessonSave, StepSave } from './records.ts';
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
	/**
	 * Resolves when all is on disk (`saved`), what is handed over by the end of this turn among it, or when writing has
	 * stopped, with the reason.
	 */
	settled(): Promise<SaverStatus>;
	/** After `stale` or another failure: write what waits (tell first, with `saw`, what it succeeds), or drop it. */
	resume(keep: 'mine' | 'theirs'): Promise<SaverStatus>;
}

/**
 * How many writes may be under way at once. On a slow disk each takes a while, and what only waits in this tab dies with
 * it; more than these would keep a fast typist's disk busy with states that are long outdated.
 */
const atOnce = 8;

/**
 * Writes a page's changes one after the other and carries the revs forward. A change of a lesson's record is handed
 * over at once, even while earlier ones of the same lesson are under way: each succeeds the rev before it, so the
 * database refuses all that follow one that failed. Of other changes only the newest state of each record waits. After
 * `stale` nothing is written until `resume`; after any other failure the next save tries again with all that waits.
 */
export function createSaver(store: Pick<Store, 'save'>): Saver {
	/** As on disk, for all that is known. */
	const known = new Map<string, number>();
	/** As on disk once all that is under way has been written. */
	let ahead = new Map<string, number>();
	const listeners = new Set<(status: SaverStatus) => void>();
	let steps = new Map<string, StepWork>();
	let lessons = new Map<string, LessonProgress>();
	let status: SaverStatus = 'saved';
	let underWay: Work[] = [];
	let failure: Failure | null = null;
	/** With its place in the order in which they were handed over. */
	let lost: { work: Work; place: number }[] = [];
	let handedOver = 0;
	let settling: (() => void)[] = [];

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

	/** Whether what waits would be refused by the database if any of what is under way were not written. */
	function canFollow(): boolean {
		const [lesson, another] = lessons.values();
		if (underWay.length >= atOnce || !lesson || another || steps.size > 1) return false;
		// The first record of all succeeds none, and so depends on none.
		return (known.get(keyOf(lesson)) ?? 0) > 0 && underWay.every((work) => work.lesson?.lessonId === lesson.lessonId);
	}

	const withRev = <T extends { lessonId: string; stepId?: string }>(record: T): T & { rev: number } => ({
		...record,
		rev: ahead.get(keyOf(record)) ?? 0
	});

	async function write(work: Work, place: number): Promise<void> {
		const change: Change = {
			...(work.step && { step: withRev(work.step) }),
			...(work.lesson && { lesson: withRev(work.lesson) })
		};
		for (const record of [change.step, change.lesson]) if (record) ahead.set(keyOf(record), record.rev + 1);
		const saved = await store.save(change).catch((): Saved => ({ ok: false, reason: 'unavailable' }));
		underWay = underWay.filter((one) => one !== work);
		if (saved.ok) {
			if (work.step) known.set(keyOf(work.step), saved.revs.step ?? 0);
			if (work.lesson) known.set(keyOf(work.lesson), saved.revs.lesson ?? 0);
		} else {
			// What follows one that failed is refused as stale: the first reason is the true one.
			failure ??= saved.reason;
			lost.push({ work, place });
		}
		start();
		if (underWay.length === 0) finish();
	}

	function start(): void {
		while (!failure && steps.size + lessons.size > 0 && (underWay.length === 0 || canFollow())) {
			const work = take();
			underWay = [...underWay, work];
			void write(work, handedOver++);
		}
		// In this order: a listener that saves then finds the write under way.
		if (underWay.length > 0) turn('saving');
	}

	function finish(): void {
		// The newest first: what is older then finds its place taken.
		for (const { work } of [...lost].sort((a, b) => b.place - a.place)) putBack(work);
		const next = failure ?? 'saved';
		failure = null;
		lost = [];
		ahead = new Map(known);
		turn(next);
		const told = settling;
		settling = [];
		for (const tell of told) tell();
	}

	async function settled(): Promise<SaverStatus> {
		await Promise.resolve();
		while (underWay.length > 0) await new Promise<void>((tell) => settling.push(tell));
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
		saw(record) {
			known.set(keyOf(record), record.rev);
			ahead.set(keyOf(record), record.rev);
		},
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
				if (underWay.length === 0) turn('saved');
			}
			start();
			return settled();
		}
	};
}
