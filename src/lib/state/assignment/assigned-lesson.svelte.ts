import type { LessonOutline } from '#lib/content/documents.ts';
import { workIdOf } from '#lib/domain/classroom/ids.ts';
import type { AssignedLesson as Asked, Assignment } from '#lib/domain/classroom/model.ts';
import { minutesFor } from '#lib/domain/lesson/minutes.ts';
import type { StepId } from '#lib/domain/lesson/model.ts';
import type { Store } from '#lib/storage/store.ts';
import { LessonSession } from '../lesson-session.svelte.ts';
import type { AssignedContent } from './assigned-content.ts';
import { hashOf } from './place.ts';

/** The lesson with the steps that are asked for, and no others. */
function askedOf(outline: LessonOutline, { steps }: Asked): LessonOutline {
	const isAsked = (step: StepId): boolean => steps.includes(step);
	return {
		...outline,
		steps: outline.steps
			.filter(({ id }) => isAsked(id))
			.map((step) => ({ ...step, needs: step.needs.filter(isAsked) })),
		branches: outline.branches.filter(({ after, go }) => isAsked(after) && isAsked(go))
	};
}

/**
 * A lesson as it is worked on for an assignment: the same machines, with the work kept apart from what the student does
 * on the lesson for themselves. Steps are opened inside the assignment; a step that is not asked for is opened where
 * everybody reads it, if it is anywhere else.
 */
export class AssignedLesson extends LessonSession {
	readonly content: AssignedContent;
	readonly asked: Asked;
	#assignment: Assignment;
	#openStore: () => Promise<Store>;

	/** Refuses (throws, when its flow is first needed) a lesson that has none of the steps that are asked for. */
	constructor(assignment: Assignment, asked: Asked, content: AssignedContent, openStore: () => Promise<Store>) {
		super(askedOf(content.outline, asked), workIdOf(assignment.id, asked.id));
		this.content = content;
		this.asked = asked;
		this.#assignment = assignment;
		this.#openStore = openStore;
	}

	protected override openStore(): Promise<Store> {
		return this.#openStore();
	}

	/** The lesson here is not the version that was assigned. */
	get isOther(): boolean {
		return this.content.outline.version !== this.asked.version;
	}
	/** About how long the steps that are asked for take, and the whole lesson. */
	get minutes(): { asked: number; whole: number } {
		const { minutes: whole, steps } = this.content.outline;
		const all = { minutes: whole, steps: steps.map(({ id }) => id) };
		return { asked: minutesFor(all, this.asked.steps), whole };
	}
	override hrefOf(step: StepId): string {
		if (!this.content.carried && !this.asked.steps.includes(step)) return super.hrefOf(step);
		return hashOf({ at: 'step', id: this.#assignment.id, lesson: this.asked.id, step, card: null });
	}
}
