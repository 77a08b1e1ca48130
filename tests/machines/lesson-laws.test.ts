import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Frame } from '#lib/domain/frame.ts';
import { stepIds, type StepId } from '#lib/domain/lesson/model.ts';
import {
	createLessonMachine,
	flowOf,
	nextStep,
	waitsFor,
	type Flow,
	type LessonEvent,
	type LessonSnapshot
} from '#lib/machines/lesson-machine.ts';
import { below, continued, done, entered, reopened, scored, tenths, undone, walk } from './lesson-flows.ts';
import { seen, surveyOf } from './walk.ts';

// Lessons of any steps in any order, with gates that only look back, as an author would write them.
const flows = fc
	.record({
		ids: fc.shuffledSubarray([...stepIds], { minLength: 1 }),
		gated: fc.subarray([...stepIds]),
		sends: fc.array(fc.record({ from: fc.nat(), to: fc.nat(), frame: fc.constantFrom<Frame>('western', 'chinese') }), {
			maxLength: 3
		})
	})
	.map(({ ids, gated, sends }): Flow => {
		const stepOf = (index: number) => ids[index % ids.length] as StepId;
		return {
			steps: ids.map((id, index) => ({ id, needs: gated.includes(id) ? ids.slice(0, index) : [] })),
			branches: sends.map(({ from, to, frame }) => ({ after: stepOf(from), any: [below(frame)], go: stepOf(to) }))
		};
	});
const step = fc.constantFrom(...stepIds);
const results = fc.oneof(
	fc.constant(done),
	fc.constant(undone),
	fc.tuple(fc.nat(10), fc.nat(10)).map(([a, b]) => tenths(a, b))
);
const events = fc.array(
	fc.oneof(
		step.map(entered),
		fc.tuple(step, results).map(([id, result]) => scored(id, result)),
		fc.constant(continued)
	),
	{ maxLength: 25 }
);

describe('with any steps, gates, branches and events', () => {
	test('closing and reopening at any point ends in the same state', () => {
		fc.assert(
			fc.property(flows, events, events, (flow, before, after) => {
				const machine = createLessonMachine(flow);
				const { begin, send } = surveyOf(machine);
				const onwards = (from: LessonSnapshot, list: LessonEvent[]) =>
					list.reduce((so, event) => send(so, event).to, from);
				const there = onwards(begin({}), before);
				expect(seen(onwards(reopened(machine, there), after))).toEqual(seen(onwards(there, after)));
			})
		);
	});

	test('a step is a rehearsal exactly while it waits for another, and records nothing then', () => {
		fc.assert(
			fc.property(flows, events, step, (flow, list, id) => {
				const machine = createLessonMachine(flow);
				const snapshot = walk(machine, list);
				const here = flowOf(machine, snapshot).find((one) => one.current)!;
				expect(Object.values(snapshot.value)).toEqual([here.waitsFor.length > 0 ? 'rehearsal' : 'open']);
				const known = flow.steps.some((one) => one.id === id);
				expect(snapshot.can(scored(id))).toBe(known && waitsFor(machine, snapshot, id).length === 0);
			})
		);
	});

	test('the next step is always a step of the lesson, and asking changes nothing', () => {
		fc.assert(
			fc.property(flows, events, (flow, list) => {
				const machine = createLessonMachine(flow);
				const snapshot = walk(machine, list);
				const before = JSON.stringify(seen(snapshot));
				expect(flow.steps.map(({ id }) => id)).toContain(nextStep(machine, snapshot));
				expect(flowOf(machine, snapshot).filter((one) => one.current)).toHaveLength(1);
				expect(JSON.stringify(seen(snapshot))).toBe(before);
			})
		);
	});
});
