import {
	bestMap,
	feedbackOn,
	outlineOf,
	scoreMap,
	type Feedback,
	type MapScore,
	type OutlineNode
} from '#lib/domain/argument/index.ts';
import type { ArgumentMap, Kit, Reference } from '#lib/domain/argument/model.ts';
import { parseMapWork, type MapWork } from '#lib/domain/argument/work.ts';
import type { StepResult } from '#lib/domain/learning/model.ts';
import type { WeighStep } from '#lib/domain/lesson/model.ts';
import { createArgumentMapMachine, type ArgumentMapMachine } from '#lib/machines/argument-map-machine.ts';
import type { LessonSession } from './lesson-session.svelte.ts';
import { memo } from './memo.ts';
import { StepSession } from './step-session.svelte.ts';

/** The best of the scored maps counts: revising is the exercise, and never costs what was reached. */
function resultOf({ kit, references }: WeighStep, { attempts }: MapWork): StepResult {
	const best = bestMap(kit, references, attempts)?.score;
	return best ? { done: true, frames: {}, map: { total: best.total, band: best.band } } : { done: false, frames: {} };
}

/** The argument map of a lesson, as it is built and scored. */
export class MapSession extends StepSession<ArgumentMapMachine, MapWork> {
	readonly kit: Kit;
	readonly references: Reference[];
	#outlineOf = memo((map: ArgumentMap) => outlineOf(this.kit, map));
	#scoresOf = memo((attempts: readonly ArgumentMap[]) =>
		attempts.map((map) => scoreMap(this.kit, this.references, map))
	);

	constructor(lesson: LessonSession, step: WeighStep) {
		super(lesson, {
			step: 'weigh',
			machine: () => createArgumentMapMachine(step.kit),
			parse: (stored) => parseMapWork(step.kit, stored),
			resultOf: (work) => resultOf(step, work)
		});
		this.kit = step.kit;
		this.references = step.references;
	}

	get map(): ArgumentMap {
		return this.work.map;
	}
	get outline(): OutlineNode[] {
		return this.#outlineOf(this.map);
	}
	/** The maps as they stood at each scoring, oldest first. */
	get attempts(): ArgumentMap[] {
		return this.work.attempts;
	}
	/** The score of each attempt. */
	get scores(): MapScore[] {
		return this.#scoresOf(this.work.attempts);
	}
	/** The score of the map as it stood when it was last scored; null before the first time. */
	get score(): MapScore | null {
		return this.scores.at(-1) ?? null;
	}
	/** The accepted map that the last attempt comes nearest to. */
	get nearest(): Reference | null {
		return this.references.find(({ id }) => id === this.score?.reference) ?? null;
	}
	/** The accepted map is shown after the three steps of feedback, or when there is nothing more to find. */
	get mayCompare(): boolean {
		return this.attempts.length >= 3 || this.scores.some(({ total }) => total === 1);
	}
	get feedback(): Feedback[] {
		const scored = this.attempts.at(-1);
		const { score } = this;
		return scored && score ? feedbackOn(this.kit, this.references, scored, score, this.attempts.length) : [];
	}
}
