import { createContext } from 'svelte';
import { createActor, transition, type Actor } from 'xstate';
import type { LessonOutline } from '#lib/content/documents.ts';
import type { StepResult } from '#lib/domain/learning/model.ts';
import { headlineOf, hasPassed, mergeTallies } from '#lib/domain/learning/perspective.ts';
import type { StepId } from '#lib/domain/lesson/model.ts';
import {
	createLessonMachine,
	currentStep,
	flowOf,
	nextStep,
	waitsFor,
	type LessonEvent,
	type LessonMachine
} from '#lib/machines/lesson-machine.ts';
import { askToPersist } from '#lib/storage/persistence.ts';
import { createSaver, type Saver, type SaverStatus, type Work } from '#lib/storage/saver.ts';
import type { Failure, Store } from '#lib/storage/store.ts';
import { followActor } from './actor.svelte.ts';
import { href } from './address.ts';
import { theStore } from './the-store.ts';

/** Why the learner has to be told something about their work. */
export type Trouble = Failure | 'damaged';

/** What a step's page hands to be written, beside the lesson's own record. */
export type StepWork = NonNullable<Work['step']>;

/**
 * A lesson as it is being worked on in this tab: its actor, and the one way by which anything of it reaches the disk.
 * On the server, and until `open` has read the disk, it is the untouched lesson.
 */
export class LessonSession {
	readonly outline: LessonOutline;
	readonly workId: string;
	/** The disk has been read: from here on answers are taken. */
	ready = $state(false);
	saveStatus = $state<SaverStatus | 'opening'>('opening');
	#damaged = $state(false);
	/** The actor as the disk left it; null until that has been read. */
	#restored = $state.raw<Actor<LessonMachine> | null>(null);
	#machine;
	#actor;
	#followed;
	#opened: Promise<void> | undefined;
	#store: Store | undefined;
	#saver: Saver | undefined;
	#leave: (() => void)[] = [];

	/** `workId`: under which id the work is kept, where that is not the lesson's own. */
	constructor(outline: LessonOutline, workId: string = outline.id) {
		this.outline = outline;
		this.workId = workId;
		// Made when first asked for: the page can be read before.
		this.#machine = $derived(createLessonMachine({ steps: outline.steps, branches: outline.branches }));
		this.#actor = $derived(this.#restored ?? createActor(this.#machine, { input: {} }));
		this.#followed = $derived(followActor(this.#actor));
	}

	get #snapshot() {
		return this.#followed.current;
	}
	get results() {
		return this.#snapshot.context.results;
	}
	get flow() {
		return flowOf(this.#machine, this.#snapshot);
	}
	get trouble(): Trouble | null {
		if (this.#damaged) return 'damaged';
		if (this.#store?.kind === 'memory') return this.#store.why ?? 'unavailable';
		const status = this.saveStatus;
		return status === 'opening' || status === 'saved' || status === 'saving' ? null : status;
	}
	/** The step to come back to. */
	get current(): StepId {
		return currentStep(this.#snapshot);
	}
	get tallies() {
		return mergeTallies(Object.values(this.results));
	}
	get headline() {
		return headlineOf(this.tallies.frames);
	}
	get passed() {
		return hasPassed(this.headline, this.results.weigh?.map?.band);
	}

	waitsFor(step: StepId): StepId[] {
		return waitsFor(this.#machine, this.#snapshot, step);
	}

	/** The address of a step. */
	hrefOf(step: StepId): string {
		return href(`/learn/${this.outline.id}/${step}/`);
	}

	/** Where going on leads from `step`; `inOrder` is the step that stands next, `sentBack` says that it is another. */
	nextOf(step: StepId): { to: StepId; inOrder: StepId | undefined; sentBack: boolean } {
		const [there] = transition(this.#machine, this.#snapshot, { type: 'step.entered', step });
		const to = nextStep(this.#machine, there);
		const inOrder = this.outline.steps[this.outline.steps.findIndex(({ id }) => id === step) + 1]?.id;
		return { to, inOrder, sentBack: to !== inOrder && to !== step };
	}

	/** Reads the disk and starts the actor where it was left. */
	open(): Promise<void> {
		return (this.#opened ??= this.#open());
	}

	async #open(): Promise<void> {
		const store = await this.openStore();
		const saver = createSaver(store);
		const { record, damaged, failed } = await store.readLesson(this.workId);
		this.#store = store;
		this.#saver = saver;
		this.#damaged = damaged;
		saver.saw({ lessonId: this.workId, rev: record?.rev ?? 0 });
		this.saveStatus = failed ?? saver.status;
		this.#leave = [saver.subscribe((status) => (this.saveStatus = status))];
		const results = record?.results ?? {};
		// Results decide what is open, the place is only where the learner was: no change of the machine can cost one.
		const actor = createActor(this.#machine, { input: { results } }).start();
		if (record) actor.send({ type: 'step.entered', step: record.lastStep });
		this.#restored = actor;
		this.ready = true;
	}

	protected openStore(): Promise<Store> {
		return theStore();
	}

	close(): void {
		for (const leave of this.#leave) leave();
		this.#restored?.stop();
	}

	/** Reads a step's record, once the lesson is open. */
	async readStep(step: StepId) {
		await this.open();
		const read = await this.#store!.readStep(this.workId, step);
		if (read.damaged) this.#damaged = true;
		this.#saver!.saw({ lessonId: this.workId, stepId: step, rev: read.record?.rev ?? 0 });
		return read.record;
	}

	enter(step: StepId): void {
		this.#send({ type: 'step.entered', step });
		this.save();
	}

	/** Takes a step's result; work on a step that is still a rehearsal is kept, its result is not. */
	record(step: StepId, result: StepResult): void {
		// Most events change none, and much of a page follows the results.
		if (JSON.stringify(result) === JSON.stringify(this.results[step])) return;
		const first = result.done && !Object.values(this.results).some((one) => one?.done);
		this.#send({ type: 'step.scored', step, result });
		// The first finished step is when there is something to lose; Firefox asks the learner.
		if (first) void askToPersist(navigator.storage);
	}

	/** Writes the lesson's record, with a step's in the same transaction. */
	save(step?: StepWork): void {
		const snapshot = this.#actor.getSnapshot();
		const lesson = {
			lessonId: this.workId,
			lessonVersion: this.outline.version,
			lastStep: currentStep(snapshot),
			place: null,
			results: snapshot.context.results
		};
		this.#saver?.save(step ? { step, lesson } : { lesson });
	}

	/** Resolves when all that was done is on disk, or cannot be written and the learner has been told. */
	async settled(): Promise<void> {
		await this.#saver?.settled();
	}

	#send(event: LessonEvent): void {
		this.#actor.send(event);
	}
}

const [useLesson, setLesson] = createContext<LessonSession>();
export { useLesson, setLesson };

/** Makes a lesson's session and gives it to the components below. */
export const provideLesson = (outline: LessonOutline): LessonSession => setLesson(new LessonSession(outline));
