import type { CryptoPort } from '#lib/domain/classroom/sealing/port.ts';
import { checkBackup, parseBackupFile, toBackupFile, type BackupCheck } from '#lib/domain/classroom/roster/backup.ts';
import { createClass, createLock, openClass, toRecord, type Lock } from '#lib/domain/classroom/roster/class.ts';
import type { ClassRecord, Code, Id, OpenClass, TextFile } from '#lib/domain/classroom/model.ts';
import type { Mismatch } from '#lib/domain/parsed/mismatch.ts';
import { askToPersist } from '#lib/storage/persistence.ts';
import type { ClassroomStore } from '#lib/storage/classroom/store.ts';
import type { Failure } from '#lib/storage/store.ts';
import type { Brought, NewClass, Undo } from './class-changes.ts';
import { cryptoPort } from './crypto-port.ts';
import { theClassroom } from './the-classroom.ts';

interface Options {
	openStore?: () => Promise<ClassroomStore>;
	/** Null where the browser gives no cryptography: on plain http. */
	port?: CryptoPort | null;
	/** Milliseconds since 1970. */
	now?: () => number;
}

/**
 * The instructor's classes on this device, as a tab knows them. A class without a passphrase is open at once; one with
 * a passphrase is there by its codes alone until it is unlocked, and is locked again when the tab goes. Every change is
 * on disk before it is shown; what another tab changed meanwhile is read anew and never overwritten.
 */
export class Classes {
	/** `no-crypto`: the browser seals nothing on plain http; `unreadable`: there is a database, and it gives nothing. */
	phase = $state<'opening' | 'ready' | 'unreadable' | 'no-crypto'>('opening');
	/** In the order in which they were made. */
	list = $state.raw<ClassRecord[]>([]);
	/** Why the last change is not on disk; null when it is. */
	trouble = $state<Failure | null>(null);
	/** Why nothing outlives this tab; null when it does. */
	memoryOnly = $state<Failure | null>(null);
	undoable = $state.raw<Undo | null>(null);
	#open = $state.raw<ReadonlyMap<Id, OpenClass>>(new Map());
	#locks = new Map<Id, Lock>();
	#revs = new Map<Id, number>();
	#store: ClassroomStore | undefined;
	#stop: () => void = () => undefined;
	#openStore: () => Promise<ClassroomStore>;
	#port: CryptoPort | null;
	#now: () => number;

	constructor({ openStore = theClassroom, port = cryptoPort(), now = Date.now }: Options = {}) {
		this.#openStore = openStore;
		this.#port = port;
		this.#now = now;
	}

	get store(): ClassroomStore | null {
		return this.#store ?? null;
	}
	get port(): CryptoPort {
		if (!this.#port) throw new Error('There is no cryptography here; the page says so before it asks for any.');
		return this.#port;
	}
	now(): number {
		return this.#now();
	}
	recordOf(id: Id): ClassRecord | null {
		return this.list.find((one) => one.id === id) ?? null;
	}
	/** Null while it is locked. */
	openOf(id: Id): OpenClass | null {
		return this.#open.get(id) ?? null;
	}
	isLocked(id: Id): boolean {
		return this.recordOf(id)?.secret.kind === 'locked';
	}

	async open(): Promise<void> {
		if (!this.#port) {
			this.phase = 'no-crypto';
			return;
		}
		this.#store = await this.#openStore();
		this.memoryOnly = this.#store.kind === 'memory' ? (this.#store.why ?? 'unavailable') : null;
		this.#stop = this.#store.onChange(() => void this.#read());
		await this.#read();
	}
	close(): void {
		this.#stop();
	}

	/** Takes up what is on disk, and opens what is not under a passphrase, or was unlocked in this tab. */
	async #read(): Promise<void> {
		const { records, failed } = await this.#store!.classes();
		this.phase = failed ? 'unreadable' : 'ready';
		if (failed) return;
		const opened = new Map<Id, OpenClass>();
		for (const { data: record, rev } of records) {
			const { id } = record;
			const before = this.#open.get(id);
			if (record.secret.kind === 'open') this.#locks.delete(id);
			// Unlocked here, and not changed elsewhere since: opening it anew would take its passphrase.
			if (before && this.#revs.get(id) === rev) opened.set(id, before);
			else {
				const result = await openClass(record, null, this.port);
				if (result.ok) opened.set(id, result.open);
			}
			this.#revs.set(id, rev);
		}
		this.#open = opened;
		this.list = records.map(({ data }) => data).toSorted((a, b) => a.made - b.made);
	}

	/** Puts `open` on disk and then shows it; false when it is not on disk, and `trouble` says why. */
	async #write(
		open: OpenClass,
		lock = this.#locks.get(open.id) ?? null,
		rev = this.#revs.get(open.id) ?? 0
	): Promise<boolean> {
		const record = await toRecord(open, lock, this.port);
		const saved = await this.#store!.save({ classes: [{ data: record, rev }] });
		this.trouble = saved.ok ? null : saved.reason;
		if (!saved.ok) {
			if (saved.reason === 'stale') await this.#read();
			return false;
		}
		this.#revs.set(open.id, saved.revs.classes[0]!);
		this.#open = new Map(this.#open).set(open.id, open);
		this.list = [...this.list.filter(({ id }) => id !== open.id), record].toSorted((a, b) => a.made - b.made);
		return true;
	}

	/** The new class's id; null when it is not on disk, and `trouble` says why. */
	async create({ name, students, deleteBy, passphrase }: NewClass): Promise<Id | null> {
		const open = await createClass({ name, students, now: this.#now(), deleteBy }, this.port);
		const lock = passphrase === null ? null : await createLock(passphrase, this.port);
		if (lock) this.#locks.set(open.id, lock);
		if (!(await this.#write(open))) return null;
		void askToPersist(globalThis.navigator?.storage);
		return open.id;
	}

	/** Changes an open class. With `said` it can be undone, in these words. */
	async change(id: Id, edit: (open: OpenClass) => OpenClass, said?: Pick<Undo, 'what' | 'name'>): Promise<boolean> {
		const before = this.#open.get(id);
		if (!before || !(await this.#write(edit(before)))) return false;
		// Refused as stale when another tab has written since: its change stays, a new passphrase above all.
		const rev = this.#revs.get(id) ?? 0;
		const undo = () => this.#write(before, undefined, rev);
		this.undoable = said ? { ...said, classId: id, undo } : null;
		return true;
	}

	async unlock(id: Id, passphrase: string): Promise<'open' | 'wrong-passphrase' | 'damaged'> {
		const record = this.recordOf(id);
		if (!record) return 'damaged';
		const result = await openClass(record, passphrase, this.port);
		if (!result.ok) return result.code === 'damaged' ? 'damaged' : 'wrong-passphrase';
		if (result.lock) this.#locks.set(id, result.lock);
		this.#open = new Map(this.#open).set(id, result.open);
		return 'open';
	}
	/** Forgets names and key until the passphrase is given again. */
	lock(id: Id): void {
		this.#locks.delete(id);
		this.#open = new Map([...this.#open].filter(([open]) => open !== id));
		this.undoable = null;
	}
	/** Null takes the passphrase away. */
	async setPassphrase(id: Id, passphrase: string | null): Promise<boolean> {
		const open = this.#open.get(id);
		if (!open) return false;
		const lock = passphrase === null ? null : await createLock(passphrase, this.port);
		if (!(await this.#write(open, lock))) return false;
		if (lock) this.#locks.set(id, lock);
		else this.#locks.delete(id);
		this.undoable = null;
		return true;
	}

	/** The file that brings the class's key and roster back; null for a class that is not here. */
	backup(id: Id): TextFile | null {
		const record = this.recordOf(id);
		return record && toBackupFile(record, this.#now());
	}
	/** Proves a saved file by sealing and opening with it; only what is `good` lets the class assign. */
	async proveBackup(id: Id, text: string, passphrase: string | null): Promise<BackupCheck> {
		const open = this.#open.get(id);
		if (!open) return 'other-class';
		const check = await checkBackup(text, open, passphrase, this.port);
		if (check === 'good') await this.change(id, (one) => ({ ...one, backedUpAt: this.#now() }));
		return check;
	}

	/** Everything of a class, or of all, as a file; null when it cannot be read. */
	copy(id?: Id): Promise<TextFile | null> {
		return this.#store!.exportAll(id).catch(() => null);
	}

	/** A class comes back by undo as a copy of it would bring it. */
	async remove(id: Id): Promise<boolean> {
		const name = this.recordOf(id)?.name ?? '';
		const copy = await this.copy(id);
		const lock = this.#locks.get(id);
		const deleted = await this.#store!.deleteClass(id);
		this.trouble = deleted.ok ? null : deleted.reason;
		if (!deleted.ok) return false;
		this.lock(id);
		await this.#read();
		if (copy)
			this.undoable = {
				what: 'class-deleted',
				name,
				classId: null,
				undo: async () => {
					if (!(await this.#bringCopy(copy.text)).ok) return false;
					if (lock) this.#locks.set(id, lock);
					return true;
				}
			};
		return true;
	}
	async removeAll(): Promise<boolean> {
		const deleted = await this.#store!.deleteAll();
		this.trouble = deleted.ok ? null : deleted.reason;
		this.#locks.clear();
		this.undoable = null;
		await this.#read();
		return deleted.ok;
	}
	/** With all results. It cannot be undone. */
	async removeStudent(id: Id, code: Code): Promise<boolean> {
		const open = this.#open.get(id);
		if (!open) return false;
		const next = { ...open, roster: open.roster.filter((one) => one.code !== code) };
		const record = await toRecord(next, this.#locks.get(id) ?? null, this.port);
		const deleted = await this.#store!.deleteStudent(id, code, { data: record, rev: this.#revs.get(id) ?? 0 });
		this.trouble = deleted.ok ? null : deleted.reason;
		this.undoable = null;
		if (deleted.ok) {
			this.#revs.set(id, (this.#revs.get(id) ?? 0) + 1);
			this.#open = new Map(this.#open).set(id, next);
			this.list = this.list.map((one) => (one.id === id ? record : one));
		} else await this.#read();
		return deleted.ok;
	}
	/** What another part of the page has done and can be undone. */
	offerUndo(undo: Undo): void {
		this.undoable = undo;
	}
	async undo(): Promise<boolean> {
		const done = (await this.undoable?.undo()) ?? false;
		this.undoable = null;
		return done;
	}

	/** Brings in a backup or a copy that another device has saved. What is here already stays as it is. */
	async bring(text: string): Promise<Brought> {
		const backup = parseBackupFile(text);
		if (!backup.ok) return this.#bringCopy(text, backup.problem);
		const { id, name } = backup.value;
		const classes = [{ id, name }];
		if (this.recordOf(id)) return { ok: true, from: 'backup', anew: false, classes };
		const proved = { ...backup.value, backedUpAt: this.#now() };
		const saved = await this.#store!.save({ classes: [{ data: proved, rev: 0 }] });
		if (!saved.ok) return { ok: false, failed: saved.reason, problem: null };
		await this.#read();
		return { ok: true, from: 'backup', anew: true, classes };
	}
	async #bringCopy(text: string, otherwise: Mismatch | null = null): Promise<Brought> {
		const brought = await this.#store!.importCopy(text);
		if (!brought.ok) {
			// Of a file that is neither, what is wrong with a backup says no more than that.
			const problem = brought.problem?.path === '' && otherwise?.path ? otherwise : brought.problem;
			return { ok: false, failed: brought.failed, problem };
		}
		await this.#read();
		const { classes, refused } = brought;
		return { ok: true, from: 'copy', anew: brought.brought > 0, classes, refused: refused.length };
	}
}
