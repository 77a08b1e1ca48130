import type { Headline } from '#lib/domain/learning/perspective.ts';
import type { Standing } from '#lib/domain/learning/overview.ts';
import type { LessonId } from '#lib/domain/lesson/model.ts';
import type { NextAction } from './next-action.ts';

/** How far each lesson has got, as it is on the disk when the catalogue opens. */
class ProgressOverview {
	#lessons = $state.raw<Record<LessonId, Standing>>({});
	/** The weaker side over all lessons; null until both were tested. */
	headline = $state.raw<Headline | null>(null);
	/** Null until the disk was read, and for a learner who has not begun. */
	next = $state.raw<NextAction | null>(null);

	/** Reads the disk; `first`, where it is given, is the lesson that a new learner begins with. */
	async load(first?: LessonId): Promise<void> {
		const { theStore } = await import('./the-store.ts');
		const { records } = await (await theStore()).readLessons();
		// What works it out is not loaded for a first visit.
		if (records.length > 0) await this.#take(records, first);
	}

	async #take(records: Parameters<typeof import('./overview-of.ts').overviewOf>[0], first: LessonId | undefined) {
		const { overviewOf, nextOf } = await import('./overview-of.ts');
		const { lessons, headline } = overviewOf(records);
		this.#lessons = lessons;
		this.headline = headline;
		if (first !== undefined) this.next = await nextOf(records, first);
	}

	of(lesson: LessonId): Standing | undefined {
		return this.#lessons[lesson];
	}
}

export const progress = new ProgressOverview();
