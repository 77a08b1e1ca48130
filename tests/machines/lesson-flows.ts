import { fraction } from '#lib/domain/fraction.ts';
import type { Frame } from '#lib/domain/frame.ts';
import type { StepResult } from '#lib/domain/learning/model.ts';
import { parseStepResult } from '#lib/domain/learning/results.ts';
import type { Branch, StepId } from '#lib/domain/lesson/model.ts';
import {
	currentStep,
	type Flow,
	type LessonEvent,
	type LessonMachine,
	type LessonSnapshot
} from '#lib/machines/lesson-machine.ts';
import { surveyOf, type Survey } from './walk.ts';

export const marked: StepId[] = ['check', 'weigh', 'reverse'];
/** A flow of these steps, `close` waiting for the marked ones as the compiler has it. */
export const flowWith = (
	ids: readonly StepId[],
	branches: Branch[] = [],
	gates: Partial<Record<StepId, StepId[]>> = {}
): Flow => ({
	steps: ids.map((id) => ({
		id,
		needs: gates[id] ?? (id === 'close' ? marked.filter((one) => ids.includes(one)) : [])
	})),
	branches
});
export const below = (frame: Frame, bound = 0.6) => ({ frame, below: bound });
export const toFramings: Branch = { after: 'check', any: [below('western'), below('chinese')], go: 'framings' };

export const done: StepResult = { done: true, frames: {} };
export const undone: StepResult = { done: false, frames: {} };
const tally = (n: number) => ({ earned: fraction(n, 10), possible: fraction(1) });
/** Tenths of the Western and the Chinese marks, in a step that is done. */
export const tenths = (western: number, chinese: number): StepResult => ({
	done: true,
	frames: { western: tally(western), chinese: tally(chinese) }
});

export const entered = (step: StepId): LessonEvent => ({ type: 'step.entered', step });
export const scored = (step: StepId, result = done): LessonEvent => ({ type: 'step.scored', step, result });
export const continued: LessonEvent = { type: 'lesson.continued' };

export const walk = (machine: LessonMachine, events: LessonEvent[]): LessonSnapshot => {
	const { begin, send } = surveyOf(machine);
	return events.reduce((snapshot, event) => send(snapshot, event).to, begin({}));
};

/** Closed, written, read and opened again, as `LessonSession` does it: results as input, then the last step. */
export function reopened(
	machine: LessonMachine,
	snapshot: LessonSnapshot,
	survey?: Survey<LessonMachine>
): LessonSnapshot {
	const written = JSON.stringify({ lastStep: currentStep(snapshot), results: snapshot.context.results });
	const record = JSON.parse(written) as { lastStep: StepId; results: Record<string, unknown> };
	const results = Object.fromEntries(
		Object.entries(record.results).map(([id, stored]) => [id, parseStepResult(stored)!])
	);
	const { begin, send } = survey ?? surveyOf(machine);
	return send(begin({ results }), entered(record.lastStep)).to;
}
