import {
	bestScore,
	feedbackOn,
	keepRows,
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

/** The scores of the attempts, worked out when there is a new one: every edit is kept with what was reached. */
const scorerOf = ({ kit, references }: WeighStep) =>
	memo((attempts: readonly ArgumentMap[]) => attempts.map((map) => scoreMap(kit, references, map)));

/** The best of the scored maps counts: revising is the exercise, and never costs what was reached. */
function resultOf(scores: readonly MapScore[]): StepResult {
	const best = bestScore(scores);
	return best ? { done: true, frames: {}, map: { total: best.total, band: best.band } } : { done: false, frames: {} };
}

/** Where nothing scores it, a map is done when there is something in it. */
const resultUnmarked = ({ map }: MapWork): StepResult => ({ done: map.groups.length > 0, frames: {} });

/** What the learner hears of their map: `marked` that there is a mark at all, `told` what earned it. */
export interface MapRelease {
	marked: boolean;
	told: boolean;
}

/** The argument map of a lesson, as it is built and scored. */
export class MapSession extends StepSession<ArgumentMapMachine, MapWork> {
	readonly kit: Kit;
	readonly references: Reference[];
	readonly release: MapRelease;
	/** As it was after the last edit: rows that an edit does not touch stay the same objects. */
	#rows: OutlineNode[] = [];
	#outlineOf = memo((map: ArgumentMap) => (this.#rows = keepRows(this.#rows, outlineOf(this.kit, map))));
	#scoresOf;

	constructor(
		lesson: LessonSession,
		step: WeighStep,
		release: MapRelease = { marked: true, told: true },
		scoresOf = scorerOf(step)
	) {
		super(lesson, {
			step: 'weigh',
			machine: () => createArgumentMapMachine(step.kit),
			parse: (stored) => parseMapWork(step.kit, stored),
			resultOf: (work) => (release.marked ? resultOf(scoresOf(work.attempts)) : resultUnmarked(work))
		});
		this.#scoresOf = scoresOf;
		this.kit = step.kit;
		this.references = step.references;
		this.release = release;
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
