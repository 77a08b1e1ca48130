import { canonical } from '#lib/domain/canonical.ts';
import { parseAssignmentWork } from '#lib/domain/classroom/assignment/parse-work.ts';
import { openedWork } from '#lib/domain/classroom/assignment/standing.ts';
import type { Assignment, Id } from '#lib/domain/classroom/model.ts';
import type { Failure, Store } from '#lib/storage/store.ts';
import { theStore } from '../the-store.ts';
import { AssignmentSession, kind } from './assignment-session.svelte.ts';

interface Options {
	/** For an instructor who looks at it as a student would: nothing is kept. */
	preview?: boolean;
	openStore?: () => Promise<Store>;
	/** Milliseconds since 1970. */
	now?: () => number;
}

/** What of an assignment can never change under its id. */
const fixed = ({ class: { id, publicKey }, lessons, marking, carried }: Assignment): string =>
	canonical([id, publicKey, lessons, marking, carried]);

/** `differs`: it has the id of one that is here, and is another one; that stays as it is. */
export type Taken = 'new' | 'same' | 'renewed' | 'differs';

const openNothing = async (now: () => number): Promise<Store> =>
	(await import('#lib/storage/memory.ts')).openMemory({ now, why: 'unavailable' });

/** All assignments of this device, in this tab. */
export class AssignmentShelf {
	readonly preview: boolean;
	/** `unreadable`: there is a database, and it gives nothing. */
	phase = $state<'opening' | 'ready' | 'unreadable'>('opening');
	/** How many could not be read; they stay on the disk as they are. */
	damaged = $state(0);
	#sessions = $state.raw<ReadonlyMap<Id, AssignmentSession>>(new Map());
	#openStore: () => Promise<Store>;
	#now: () => number;
	#store: Store | undefined;
	#opened: Promise<void> | undefined;
	#stop: () => void = () => undefined;

	constructor({ openStore, now = Date.now, preview = false }: Options = {}) {
		this.preview = preview;
		this.#openStore = openStore ?? (preview ? () => openNothing(now) : theStore);
		this.#now = now;
	}

	/** The one that was opened last comes first. */
	get all(): AssignmentSession[] {
		return [...this.#sessions.values()].toSorted((a, b) => b.work.openedAt - a.work.openedAt);
	}
	/** Why nothing outlives this tab; null when it does. */
	get memoryOnly(): Failure | null {
		return this.#store?.kind === 'memory' && !this.preview ? (this.#store.why ?? 'unavailable') : null;
	}
	of(id: Id): AssignmentSession | null {
		return this.#sessions.get(id) ?? null;
	}

	open(): Promise<void> {
		return (this.#opened ??= this.#open());
	}

	async #open(): Promise<void> {
		this.#store = await this.#openStore();
		this.#stop = this.#store.onChange((notice) => {
			if ('everything' in notice || ('kind' in notice && notice.kind === kind)) void this.#read();
		});
		await this.#read();
	}

	async #read(): Promise<void> {
		const { records, failed } = await (await this.#store!.own()).all(kind);
		this.phase = failed ? 'unreadable' : 'ready';
		if (failed) return;
		this.damaged = 0;
		const sessions = new Map(this.#sessions);
		for (const { id, rev, data } of records) {
			const parsed = data === null ? null : parseAssignmentWork(data);
			if (!parsed?.ok) {
				if (parsed) this.damaged += 1;
				continue;
			}
			const here = sessions.get(id);
			if (here) here.follow(parsed.value, rev);
			else sessions.set(id, new AssignmentSession(this.#store!, parsed.value, rev));
		}
		this.#sessions = sessions;
	}

	/**
	 * Keeps an assignment that was opened. One that is here already takes up what its instructor has changed (title, note,
	 * due date, attempts, policy); never another class or key, whatever a link says, nor other lessons below the work.
	 */
	take(assignment: Assignment): Taken {
		const here = this.#sessions.get(assignment.id);
		if (here) {
			if (canonical(here.assignment) === canonical(assignment)) return 'same';
			if (fixed(here.assignment) !== fixed(assignment)) return 'differs';
			here.renew(assignment);
			return 'renewed';
		}
		const session = new AssignmentSession(this.#store!, openedWork(assignment, this.#now()), 0);
		this.#sessions = new Map(this.#sessions).set(assignment.id, session);
		session.save();
		return 'new';
	}

	async settled(): Promise<void> {
		await Promise.all(this.all.map((session) => session.settled()));
	}

	close(): void {
		this.#stop();
		for (const session of this.all) session.close();
	}
}
