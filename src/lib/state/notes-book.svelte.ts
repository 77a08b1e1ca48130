import { noteKey, writeNote, mergeNotes } from '#lib/domain/learning/notes/note.ts';
import type { Note, NoteSource } from '#lib/domain/learning/notes/model.ts';
import { askToPersist } from '#lib/storage/persistence.ts';
import type { Failure, OwnStore, Store } from '#lib/storage/store.ts';
import { theStore } from './the-store.ts';

interface Options {
	openStore?: () => Promise<Store>;
	/** Milliseconds since 1970. */
	now?: () => number;
	/** Names this tab among all that ever write. */
	by?: string;
}

const drawn = (): string =>
	[...crypto.getRandomValues(new Uint32Array(2))].map((number) => number.toString(36)).join('');

/**
 * All notes of this device, in this tab. What is typed is shown at once and on its way to the disk before `write`
 * returns; while a write is under way only the newest text of a note waits. What another tab has written meanwhile is
 * never overwritten: then both texts stand, and the learner says what holds.
 */
export class NotesBook {
	/** `unreadable`: there is a database, and it gives nothing. */
	phase = $state<'opening' | 'ready' | 'unreadable'>('opening');
	/** Why what was written last is not on disk; null when it is, or is on its way. */
	trouble = $state<Failure | null>(null);
	saving = $state(false);
	/** By their key; deleted ones, without a text, too. */
	#notes = $state.raw<ReadonlyMap<string, Note>>(new Map());
	#revs = new Map<string, number>();
	#waiting = new Set<string>();
	#writing = new Map<string, Promise<void>>();
	#store: Store | undefined;
	#own: OwnStore | undefined;
	#opened: Promise<void> | undefined;
	#stop: () => void = () => undefined;
	#openStore: () => Promise<Store>;
	#now: () => number;
	#by: string;

	constructor({ openStore = theStore, now = Date.now, by = drawn() }: Options = {}) {
		this.#openStore = openStore;
		this.#now = now;
		this.#by = by;
	}

	get all(): Note[] {
		return [...this.#notes.values()];
	}
	/** Why nothing outlives this tab; null when it does. */
	get memoryOnly(): Failure | null {
		return this.#store?.kind === 'memory' ? (this.#store.why ?? 'unavailable') : null;
	}

	of(about: Pick<NoteSource, 'kind' | 'id' | 'lesson'>): Note | null {
		return this.#notes.get(noteKey(about)) ?? null;
	}

	open(): Promise<void> {
		return (this.#opened ??= this.#open());
	}

	async #open(): Promise<void> {
		this.#store = await this.#openStore();
		this.#own = await this.#store.own();
		this.#stop = this.#store.onChange((notice) => {
			if ('everything' in notice || ('kind' in notice && notice.kind === 'note')) void this.#read();
		});
		await this.#read();
	}

	close(): void {
		this.#stop();
	}

	/** Takes up what is on disk; of a note that is being written, `#write` takes care. */
	async #read(): Promise<void> {
		if (!this.#own) return;
		const { records, failed } = await this.#own.all('note');
		this.phase = failed ? 'unreadable' : 'ready';
		if (failed) return;
		const busy = [...this.#waiting, ...this.#writing.keys()];
		const kept = [...this.#notes].filter(([key]) => busy.includes(key));
		const read = records.filter(({ id, data }) => data !== null && !busy.includes(id));
		for (const [key] of this.#revs) if (!busy.includes(key)) this.#revs.delete(key);
		for (const { id, rev } of read) this.#revs.set(id, rev);
		this.#notes = new Map([...read.map(({ id, data }) => [id, data as Note] as const), ...kept]);
	}

	/** `about` is what the card is now; a note that was begun keeps what it was about then. Empty text deletes. */
	write(about: NoteSource, text: string): void {
		const key = noteKey(about);
		const note = this.#notes.get(key) ?? null;
		if (!note && text === '') return;
		this.#set(key, writeNote(note, text, { by: this.#by, at: this.#now(), about }));
		this.#waiting.add(key);
		if (!this.#writing.has(key)) this.#begin(key);
	}

	/** Resolves when all that was written is on disk, or cannot be written and `trouble` says why. */
	async settled(): Promise<void> {
		while (this.#writing.size > 0) await Promise.all(this.#writing.values());
	}

	#set(key: string, note: Note): void {
		this.#notes = new Map(this.#notes).set(key, note);
	}

	#begin(key: string): void {
		this.saving = true;
		const writing = this.#write(key).finally(() => {
			this.#writing.delete(key);
			this.saving = this.#writing.size > 0;
		});
		this.#writing.set(key, writing);
	}

	async #write(key: string): Promise<void> {
		let reread = false;
		while (this.#waiting.delete(key)) {
			const rev = this.#revs.get(key) ?? 0;
			const saved = await this.#own!.save({ kind: 'note', id: key, rev, data: this.#notes.get(key) }).catch(
				() => ({ ok: false, reason: 'unavailable' }) as const
			);
			if (saved.ok) {
				this.#revs.set(key, saved.rev);
				this.trouble = null;
				if (rev === 0) void askToPersist(globalThis.navigator?.storage);
				continue;
			}
			// Once: where nothing has changed, it is the whole store that this tab has been shut out of.
			if (saved.reason === 'stale' && !reread && (await this.#takeUp(key))) reread = true;
			else {
				this.trouble = saved.reason;
				// The next change tries again, with all that was written until then.
				return;
			}
		}
	}

	/** Joins what another tab has written to `key`; false when it has written nothing. */
	async #takeUp(key: string): Promise<boolean> {
		const { records } = await this.#own!.all('note');
		const record = records.find(({ id }) => id === key);
		if (!record?.data || record.rev === this.#revs.get(key)) return false;
		this.#revs.set(key, record.rev);
		const mine = this.#notes.get(key);
		this.#set(key, mine ? mergeNotes(mine, record.data as Note) : (record.data as Note));
		this.#waiting.add(key);
		return true;
	}
}

let opened: NotesBook | undefined;

/** The one book of this tab. */
export const theNotes = (): NotesBook => (opened ??= new NotesBook());
