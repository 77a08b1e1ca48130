import type { Code, Id } from '#lib/domain/classroom/model.ts';
import { isBrought, type KeptResult, type Verdict } from '#lib/domain/classroom/verdict.ts';
import { nextTask } from '../classroom/next-task.ts';

/** One file that was brought in, and what became of it. */
export interface Entry {
	/** In the order in which verdicts came, from 1. */
	number: number;
	file: string;
	verdict: Verdict;
	/** What it had brought was taken out again. */
	takenOut: boolean;
}

/** One verdict, and how far the reading is. */
interface Told {
	file: string;
	verdict: Verdict;
	done: number;
	of: number;
}
/** What a session asks of the classroom. */
export interface CollectPort {
	takeOut(kept: KeptResult): Promise<void>;
	putBack(kept: KeptResult): Promise<void>;
}

/** So often what is shown is drawn anew while files are read, in ms; so many verdicts at once, each draws some lines. */
const beat = 100;
const portion = 10;

/** Files as they are brought in: several drops queue up, one bad file stops no other, and each brought result can be taken out. */
export class CollectSession {
	entries = $state.raw<Entry[]>([]);
	/** How many files were read of how many, in all drops since the page was opened; zips count as what is in them. */
	done = $state(0);
	of = $state(0);
	reading = $state(false);
	/** Reading broke off, though no file should be able to do that: the disk did. */
	failed = $state(false);

	#port: CollectPort;
	#queue: Promise<void> = Promise.resolve();
	#fresh: Entry[] = [];
	#count = 0;
	#waiting = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#next = { done: 0, of: 0 };

	constructor(port: CollectPort) {
		this.#port = port;
	}

	/**
	 * Takes up verdicts as they come, one file after the other; what one speaks of is saved before it comes. `count` is how
	 * many files there are, as far as it is known. Resolves when these, and all before them, have been read.
	 */
	follow(verdicts: AsyncIterable<Told>, count = 0): Promise<void> {
		this.#waiting += 1;
		this.reading = true;
		this.#next.of += count;
		this.of = this.#next.of;
		this.#queue = this.#queue.then(() => this.#readAll(verdicts, count));
		return this.#queue;
	}
	async #readAll(verdicts: AsyncIterable<Told>, count: number): Promise<void> {
		const before = this.#next.done;
		let expected = count;
		try {
			this.failed = false;
			for await (const { file, verdict, done, of } of verdicts) {
				this.#count += 1;
				this.#fresh.push({ number: this.#count, file, verdict, takenOut: false });
				// What a zip holds is known only when it is opened; others may have been dropped meanwhile.
				this.#next = { done: before + done, of: this.#next.of + of - expected };
				expected = of;
				this.#timer ??= setTimeout(() => void this.#show(), beat);
			}
		} catch {
			this.failed = true;
		} finally {
			this.#waiting -= 1;
			await this.#show();
			this.reading = this.#waiting > 0;
		}
	}
	async #show(): Promise<void> {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.done = this.#next.done;
		this.of = this.#next.of;
		while (this.#fresh.length > 0) {
			this.entries = [...this.entries, ...this.#fresh.splice(0, portion)];
			if (this.#fresh.length > 0) await nextTask();
		}
	}

	/** Takes out what a file brought; a failure leaves everything as it is. */
	async takeOut(entry: Entry): Promise<void> {
		if (!isBrought(entry.verdict) || entry.takenOut) return;
		await this.#port.takeOut(entry.verdict.kept);
		this.#mark(entry, true);
	}
	async putBack(entry: Entry): Promise<void> {
		if (!isBrought(entry.verdict) || !entry.takenOut) return;
		await this.#port.putBack(entry.verdict.kept);
		this.#mark(entry, false);
	}
	#mark({ number }: Entry, takenOut: boolean): void {
		this.entries = this.entries.map((entry) => (entry.number === number ? { ...entry, takenOut } : entry));
	}
	/** Empties the list of what has been read; what was brought in stays where it is. */
	clear(): void {
		if (this.reading) return;
		this.entries = [];
		this.#next = { done: 0, of: 0 };
		this.done = 0;
		this.of = 0;
	}
	/** Drops the verdicts on what is deleted: it is not to come back from this list. Or on what waits no longer. */
	forget(isGone: (work: Work) => boolean): void {
		this.entries = this.entries.filter(({ verdict }) => {
			const work = workOf(verdict);
			return !work || !isGone(work);
		});
	}
}

/** Whose work a file holds, and for what. */
export interface Work {
	code: Code;
	assignment: Id;
	/** It is kept until its assignment is here. */
	waits: boolean;
}
/** Null where it is not known. */
function workOf(verdict: Verdict): Work | null {
	if (verdict.code === 'duplicate') return { code: verdict.student, assignment: verdict.assignment, waits: false };
	const waits = verdict.code === 'unknown-assignment';
	const of = waits ? verdict.waiting : isBrought(verdict) ? verdict.kept.result : null;
	return of && { code: of.code, assignment: of.assignment, waits };
}
