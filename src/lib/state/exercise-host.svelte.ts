import type { ExerciseId } from '#lib/domain/learning/exercise.ts';
import type { StepId } from '#lib/domain/lesson/model.ts';
import type { StepRecord } from '#lib/storage/envelopes.ts';
import { askToPersist } from '#lib/storage/persistence.ts';
import { createSaver, type Saver, type SaverStatus } from '#lib/storage/saver.ts';
import type { Store } from '#lib/storage/store.ts';
import type { StepWork, Trouble } from './lesson-session.svelte.ts';
import type { StepHost } from './step-session.svelte.ts';
import { theStore } from './the-store.ts';

/** An exercise that belongs to no lesson: its work is kept as a lesson's task is, and has no result to record. */
export class ExerciseHost implements StepHost {
	readonly outline: { id: ExerciseId; version: number };
	readonly workId: ExerciseId;
	saveStatus = $state<SaverStatus | 'opening'>('opening');
	#damaged = $state(false);
	#store: Store | undefined;
	#saver: Saver | undefined;
	#saved = false;
	#stop: () => void = () => undefined;

	constructor(id: ExerciseId) {
		this.outline = { id, version: 1 };
		this.workId = id;
	}

	get trouble(): Trouble | null {
		if (this.#damaged) return 'damaged';
		const status = this.saveStatus;
		if (status !== 'opening' && this.#store?.kind === 'memory') return this.#store.why ?? 'unavailable';
		return status === 'opening' || status === 'saved' || status === 'saving' ? null : status;
	}

	async readStep(stepId: StepId): Promise<StepRecord | null> {
		const store = (this.#store ??= await theStore());
		const saver = (this.#saver ??= createSaver(store));
		this.#stop = saver.subscribe((status) => (this.saveStatus = status));
		const read = await store.readStep(this.outline.id, stepId);
		if (read.damaged) this.#damaged = true;
		saver.saw({ lessonId: this.outline.id, stepId, rev: read.record?.rev ?? 0 });
		this.saveStatus = read.failed ?? saver.status;
		return read.record;
	}
	enter(): void {}
	record(): void {}
	save(step: StepWork): void {
		this.#saver?.save({ step });
		// From here on there is something to lose; Firefox asks the learner.
		if (!this.#saved) void askToPersist(navigator.storage);
		this.#saved = true;
	}
	/** Resolves when all that was done is on disk, or cannot be written and the learner has been told. */
	async settled(): Promise<void> {
		await this.#saver?.settled();
	}
	close(): void {
		this.#stop();
	}
}
