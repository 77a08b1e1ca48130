import type { LessonId, StepId } from '#lib/domain/lesson/model.ts';

interface Progress {
	done: number;
	lastStep: StepId;
}

/** How far each lesson has got, as it is on the disk when the catalogue opens. */
class ProgressOverview {
	#lessons = $state.raw<Record<LessonId, Progress>>({});

	#loading: Promise<void> | undefined;

	/** Whether anything was done on this device. */
	async begun(): Promise<boolean> {
		await (this.#loading ?? this.load());
		return Object.keys(this.#lessons).length > 0;
	}
	load(): Promise<void> {
		return (this.#loading = this.#load());
	}
	async #load(): Promise<void> {
		const { theStore } = await import('./the-store.ts');
		const { records } = await (await theStore()).readLessons();
		this.#lessons = Object.fromEntries(
			records.map(({ lessonId, lastStep, results }) => [
				lessonId,
				{ lastStep, done: Object.values(results).filter((result) => result?.done).length }
			])
		);
	}
	of(lesson: LessonId): Progress | undefined {
		return this.#lessons[lesson];
	}
}

export const progress = new ProgressOverview();
