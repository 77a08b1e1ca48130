import { createActor, type Actor } from 'xstate';
import { attemptsLeft } from '#lib/domain/classroom/assignment/standing.ts';
import type { Assignment, AssignmentWork } from '#lib/domain/classroom/model.ts';
import type { LessonId } from '#lib/domain/lesson/model.ts';
import {
	createAssignmentMachine,
	type AssignmentEvent,
	type AssignmentMachine
} from '#lib/machines/assignment-machine.ts';
import { askToPersist } from '#lib/storage/persistence.ts';
import type { Failure, Store } from '#lib/storage/store.ts';
import { followActor } from '../actor.svelte.ts';
import { assignedContent } from './assigned-content.ts';
import { AssignedLesson } from './assigned-lesson.svelte.ts';

export const kind = 'assignment';

/** What is known of one assigned lesson: `unreachable` offline, if it was not kept before. */
export type Asked = { id: LessonId; lesson: AssignedLesson | null; state: 'opening' | 'open' | 'unreachable' };

/** One assignment in this tab: its actor, written to the disk at every event, and the lessons that it asks for. */
export class AssignmentSession {
	/** Why what was done last is not on disk; null when it is, or is on its way. */
	trouble = $state<Failure | null>(null);
	asked = $state.raw<Asked[]>([]);
	#actor = $state.raw<Actor<AssignmentMachine>>(null!);
	#followed;
	readonly store: Store;
	#rev: number;
	#writing: Promise<void> | null = null;
	#waiting = false;
	#opened: Promise<void> | undefined;

	/** `rev`: of the record as it was read; 0 for none. */
	constructor(store: Store, work: AssignmentWork, rev: number) {
		this.store = store;
		this.#rev = rev;
		this.#actor = this.#started(work);
		this.#followed = $derived(followActor(this.#actor));
		this.asked = work.assignment.lessons.map(({ id }) => ({ id, lesson: null, state: 'opening' }));
	}

	get snapshot() {
		return this.#followed.current;
	}
	get work(): AssignmentWork {
		return this.snapshot.context;
	}
	get assignment() {
		return this.work.assignment;
	}
	get id() {
		return this.assignment.id;
	}
	/** The newest state of the work has left the app. */
	get isHandedIn(): boolean {
		return this.snapshot.matches('handedIn') || this.snapshot.matches('closed');
	}
	/** How often it can still be handed in; null: as often as one likes. */
	get attemptsLeft(): number | null {
		return attemptsLeft(this.work);
	}

	#started(work: AssignmentWork): Actor<AssignmentMachine> {
		return createActor(createAssignmentMachine(), { input: { work } }).start();
	}

	send(event: AssignmentEvent): void {
		if (!this.#actor.getSnapshot().can(event)) return;
		this.#actor.send(event);
		this.save();
	}

	/** Writes what there is; while a write is under way only the newest waits. */
	save(): void {
		this.#waiting = true;
		this.#writing ??= this.#write().finally(() => (this.#writing = null));
	}

	async #write(): Promise<void> {
		while (this.#waiting) {
			this.#waiting = false;
			const first = this.#rev === 0;
			const { context } = this.#actor.getSnapshot();
			const own = await this.store.own();
			const saved = await own
				.save({ kind, id: context.assignment.id, rev: this.#rev, data: context })
				.catch(() => ({ ok: false, reason: 'unavailable' }) as const);
			this.trouble = saved.ok ? null : saved.reason;
			if (!saved.ok) return;
			this.#rev = saved.rev;
			if (first) void askToPersist(globalThis.navigator?.storage);
		}
	}

	/** Takes up what the instructor has changed; whether it is late is found out anew. */
	renew(assignment: Assignment): void {
		this.#restart({ ...this.work, assignment, late: false });
		this.save();
	}

	/** Takes up what another tab has written. */
	follow(work: AssignmentWork, rev: number): void {
		if (rev <= this.#rev || this.#writing) return;
		this.#rev = rev;
		this.trouble = null;
		this.#restart(work);
	}

	#restart(work: AssignmentWork): void {
		this.#actor.stop();
		this.#actor = this.#started(work);
	}

	/** Opens all lessons that are asked for, with the work on them; those that could not be reached are tried again. */
	openLessons(): Promise<void> {
		return (this.#opened ??= this.#openLessons());
	}

	async #openLessons(): Promise<void> {
		this.asked = await Promise.all(this.asked.map((one) => this.#open(one)));
		if (this.asked.some(({ state }) => state !== 'open')) this.#opened = undefined;
	}

	async #open(one: Asked): Promise<Asked> {
		const asked = this.assignment.lessons.find(({ id }) => id === one.id);
		if (one.state === 'open' || !asked) return one;
		try {
			const lesson = new AssignedLesson(
				this.assignment,
				asked,
				await assignedContent(this.assignment, one.id),
				async () => this.store
			);
			await lesson.open();
			return { id: one.id, lesson, state: 'open' };
		} catch {
			return { id: one.id, lesson: null, state: 'unreachable' };
		}
	}

	/** Resolves when all that was done is on disk, or cannot be written and the student has been told. */
	async settled(): Promise<void> {
		await Promise.all([this.#writing, ...this.asked.map(({ lesson }) => lesson?.settled())]);
	}

	close(): void {
		for (const { lesson } of this.asked) lesson?.close();
		this.#actor.stop();
	}
}
