import { isBrought, type KeptResult, type Verdict } from '#lib/domain/classroom/verdict.ts';

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
export interface CollectPort<File> {
	/** Opens files one by one; what a verdict speaks of is saved before the verdict comes. */
	read(files: readonly File[]): AsyncIterable<Told>;
	takeOut(kept: KeptResult): Promise<void>;
	putBack(kept: KeptResult): Promise<void>;
}

/** So often at most what is shown is drawn anew while files are read, in ms. */
const beat = 100;

/** Files as they are brought in: several drops queue up, one bad file stops no other, and each brought result can be taken out. */
export class CollectSession<File> {
	entries = $state.raw<Entry[]>([]);
	/** How many files were read of how many, in all drops since the page was opened; zips count as what is in them. */
	done = $state(0);
	of = $state(0);
	reading = $state(false);
	/** Reading broke off, though no file should be able to do that: the disk did. */
	failed = $state(false);

	#port: CollectPort<File>;
	#queue: Promise<void> = Promise.resolve();
	#fresh: Entry[] = [];
	#count = 0;
	#waiting = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#next = { done: 0, of: 0 };

	constructor(port: CollectPort<File>) {
		this.#port = port;
	}

	/** Resolves when these files, and all before them, have been read. */
	read(files: readonly File[]): Promise<void> {
		return files.length === 0 ? this.#queue : this.follow(this.#port.read(files), files.length);
	}
	/** The same for files whose verdicts come from elsewhere; `count` is how many there are, as far as it is known. */
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
				this.#timer ??= setTimeout(() => this.#show(), beat);
			}
		} catch {
			this.failed = true;
		} finally {
			this.#waiting -= 1;
			this.#show();
			this.reading = this.#waiting > 0;
		}
	}
	#show(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.done = this.#next.done;
		this.of = this.#next.of;
		if (this.#fresh.length === 0) return;
		this.entries = [...this.entries, ...this.#fresh];
		this.#fresh = [];
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
}
