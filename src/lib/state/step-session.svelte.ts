import {
	createActor,
	transition,
	type Actor,
	type AnyMachineSnapshot,
	type AnyStateMachine,
	type EventFromLogic
} from 'xstate';
import type { StepResult } from '#lib/domain/learning/model.ts';
import type { StepId } from '#lib/domain/lesson/model.ts';
import { followActor } from './actor.svelte.ts';
import type { StepRecord } from '#lib/storage/envelopes.ts';
import type { StepWork } from './lesson-session.svelte.ts';

/** What a step's work belongs to, and by which it reaches the disk: a lesson, or an exercise beyond the lessons. */
export interface StepHost {
	readonly outline: { id: string; version: number };
	/** Under which id the work is kept. */
	readonly workId: string;
	readStep(step: StepId): Promise<StepRecord | null>;
	enter(step: StepId): void;
	record(step: StepId, result: StepResult): void;
	save(work: StepWork): void;
}

export interface StepKind<M extends AnyStateMachine, Work> {
	step: StepId;
	/** Asked for once, when the machine is first needed: the page can be read before. */
	machine: () => M;
	/** What a machine without stored work begins with; asked for once the disk has been read. */
	input?: () => object;
	/** The machine's context as plain data, and back from anything that was stored. */
	parse: (stored: unknown) => Work | null | Promise<Work | null>;
	/** Null when it cannot be told now: what was recorded before stands. */
	resultOf: (work: Work) => StepResult | null;
	/** Awaited before stored work is taken up. Never rejects. */
	prepare?: (work: Work) => Promise<void>;
}

/** Where the learner was: the machine's state, and the control that had the focus. */
interface Place {
	value: unknown;
	control: string | null;
}

const toPlace = (stored: unknown): Place => {
	const { value, control } = (stored ?? {}) as Partial<Place>;
	return { value, control: typeof control === 'string' ? control : null };
};

/**
 * One step's work in this tab: its actor, restored from the disk and written back at every event. The work is the
 * machine's context; a place that no longer restores is rebuilt from it.
 */
export class StepSession<M extends AnyStateMachine, Work> {
	readonly lesson: StepHost;
	/** Answers are taken: the disk has been read. */
	ready = $state(false);
	/** The work as it was stored, if that was with another version of the lesson. */
	olderWork = $state.raw<unknown>(null);
	/** The control that had the focus when the step was left. */
	control: string | null = null;
	#kind: StepKind<M, Work>;
	/** The actor as the disk left it; null until that has been read. */
	#restored = $state.raw<Actor<M> | null>(null);
	#machine;
	#actor;
	#followed;
	#closed = false;
	#saves = false;

	constructor(lesson: StepHost, kind: StepKind<M, Work>) {
		this.lesson = lesson;
		this.#kind = kind;
		this.#machine = $derived(kind.machine());
		this.#actor = $derived(this.#restored ?? this.#actorFrom(null, undefined));
		this.#followed = $derived(followActor(this.#actor));
	}

	get snapshot() {
		return this.#followed.current;
	}
	get work(): Work {
		return (this.snapshot as AnyMachineSnapshot).context as Work;
	}
	get result(): StepResult | null {
		return this.#kind.resultOf(this.work);
	}

	#actorFrom(work: Work | null, value: unknown, fresh: object = {}): Actor<M> {
		const machine = this.#machine;
		const input = work ? { work } : fresh;
		if (work && value !== undefined) {
			try {
				// The event is none of the machine's: it only lets a stale place settle by its `always` transitions.
				const left = machine.resolveState({ value: value as never, context: work as never });
				const [snapshot] = transition(machine as AnyStateMachine, left, { type: 'place.restored' });
				return createActor(machine, { snapshot: snapshot as never, input: input as never });
			} catch {
				// The machine has changed since: the work alone says where its learner is.
			}
		}
		return createActor(machine, { input: input as never });
	}

	async open(): Promise<void> {
		const record = await this.lesson.readStep(this.#kind.step);
		const work = record ? await this.#kind.parse(record.work) : null;
		if (work) await this.#kind.prepare?.(work);
		if (this.#closed) return;
		if (work && record?.lessonVersion !== this.lesson.outline.version) this.olderWork = record?.work;
		const place = toPlace(record?.place);
		this.control = place.control;
		this.#restored = this.#actorFrom(work, place.value, this.#kind.input?.()).start();
		this.#restored.subscribe(() => this.saveNow());
		this.lesson.enter(this.#kind.step);
		// A lesson that has changed, or a gate that has opened since, may make another result of the same work.
		if (record) this.#record();
		this.ready = true;
		// What was drawn for the learner is theirs from here on, also if they answer nothing today.
		if (!record && this.#kind.input) this.saveNow();
	}

	close(): void {
		this.#closed = true;
		this.#restored?.stop();
	}

	send(event: EventFromLogic<M>): void {
		if (this.ready) this.#actor.send(event);
	}

	/** Keeps the control that has the focus, or will have it by the end of the turn, to come back to it. */
	remember(control: string): void {
		if (!this.ready || control === this.control) return;
		this.control = control;
		this.saveNow();
	}

	#record(): void {
		const { result } = this;
		if (result) this.lesson.record(this.#kind.step, result);
	}

	/** At the end of the turn: an event and the focus that goes with it are one write. */
	protected saveNow(): void {
		this.#record();
		if (this.#saves) return;
		this.#saves = true;
		queueMicrotask(() => {
			this.#saves = false;
			const snapshot: AnyMachineSnapshot = this.#actor.getSnapshot();
			this.lesson.save({
				lessonId: this.lesson.workId,
				stepId: this.#kind.step,
				lessonVersion: this.lesson.outline.version,
				work: snapshot.context,
				place: { value: snapshot.value, control: this.control }
			});
		});
	}
}
