import type { ImportReport } from '#lib/storage/backup.ts';
import { askToPersist, estimateSpace } from '#lib/storage/persistence.ts';
import type { Settings } from '#lib/storage/settings.ts';
import type { Failure, Store } from '#lib/storage/store.ts';
import { amountOf, backupName } from './backup-file.ts';
import type { Amount, FoundCopy } from './backup-file.ts';
import { forgetTraces } from './session-end.ts';
import { theStore } from './the-store.ts';

/** Whether the browser may clear our data by itself: `open` when it may and has not been asked on this page. */
export type Persistence = 'unknown' | 'open' | 'persisted' | 'refused' | 'unsupported';

/** All that is kept of the learner on this device, as the settings page shows and handles it. */
export class OwnData {
	/** `unreadable`: there is a database, and it gives nothing. */
	phase = $state<'opening' | 'ready' | 'unreadable'>('opening');
	/** Why nothing outlives this tab; null when it does. */
	memoryOnly = $state<Failure | null>(null);
	held = $state.raw<Amount | null>(null);
	/** Bytes, of the whole site; null when the browser does not say. */
	space = $state.raw<{ used: number; allowed: number } | null>(null);
	persistence = $state<Persistence>('unknown');
	#openStore: () => Promise<Store>;
	#manager: StorageManager | undefined;
	#stop: () => void = () => undefined;
	#closed = false;
	#turn = 0;

	constructor(openStore = theStore, manager = globalThis.navigator?.storage as StorageManager | undefined) {
		this.#openStore = openStore;
		this.#manager = manager;
	}

	async open(): Promise<void> {
		const store = await this.#openStore();
		if (this.#closed) return;
		this.memoryOnly = store.kind === 'memory' ? (store.why ?? 'unavailable') : null;
		this.#stop = store.onChange(() => void this.look());
		this.persistence = await this.#isPersisted();
		await this.look();
	}

	close(): void {
		this.#closed = true;
		this.#stop();
	}

	/** Counts anew what there is. Of two counts under way the later one holds. */
	async look(): Promise<void> {
		const turn = ++this.#turn;
		const store = await this.#openStore();
		const held = await store.exportAll().then(amountOf, () => null);
		const space = await estimateSpace(this.#manager);
		if (turn !== this.#turn) return;
		this.held = held;
		this.space = space;
		this.phase = held ? 'ready' : 'unreadable';
	}

	async #isPersisted(): Promise<Persistence> {
		if (!this.#manager?.persist) return 'unsupported';
		return (await this.#manager.persisted?.().catch(() => false)) ? 'persisted' : 'open';
	}

	async askToKeep(): Promise<void> {
		this.persistence = await askToPersist(this.#manager);
	}

	/** A copy of everything as a file's name and text; null when the data cannot be read. */
	async copy(settings: Settings): Promise<{ name: string; text: string } | null> {
		try {
			const backup = await (await this.#openStore()).exportAll(settings);
			return { name: backupName(backup.savedAt), text: JSON.stringify(backup) };
		} catch {
			return null;
		}
	}

	async bringBack(copy: FoundCopy, mode: 'merge' | 'replace'): Promise<ImportReport> {
		const report = await (await this.#openStore()).importAll(copy.input, { mode });
		await this.look();
		return report;
	}

	/** Null when everything is deleted, else why nothing was. */
	async deleteAll(): Promise<Failure | null> {
		const deleted = await (await this.#openStore()).deleteAll();
		await this.look();
		return deleted.ok ? null : deleted.reason;
	}

	/** The same, and with it all else by which the next person could tell what was done here; see `forgetTraces`. */
	async endSession(): Promise<Failure | null> {
		const { dataset } = document.documentElement;
		// This tab hears itself: see session-told.ts.
		dataset.ending = '';
		const deleted = await (await this.#openStore()).deleteAll({ ended: true });
		if (!deleted.ok) {
			delete dataset.ending;
			return deleted.reason;
		}
		await forgetTraces();
		return null;
	}
}
