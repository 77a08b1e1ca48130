import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createActor } from 'xstate';
import type { StepResult } from '#lib/domain/learning/model.ts';
import { stepIds, type Branch, type StepId } from '#lib/domain/lesson/model.ts';
import {
	createLessonMachine,
	currentStep,
	flowOf,
	nextStep,
	waitsFor,
	type LessonEvent
} from '#lib/machines/lesson-machine.ts';
import {
	below,
	continued,
	done,
	entered,
	flowWith,
	marked,
	reopened,
	scored,
	tenths,
	toFramings,
	undone,
	walk
} from './lesson-flows.ts';
import { reachable, seen, surveyOf } from './walk.ts';

const whole = createLessonMachine(flowWith(stepIds, [toFramings]));
const allMarked = marked.map((step) => scored(step, tenths(10, 10)));

describe('a lesson', () => {
	test('begins at its first step with nothing done', () => {
		expect(seen(walk(whole, []))).toEqual({ value: { orient: 'open' }, context: { results: {} } });
	});

	test('goes through its steps in their order, and stays at the last', () => {
		const visited = stepIds.map((_, index) =>
			currentStep(
				walk(
					whole,
					stepIds.slice(0, index).map(() => continued)
				)
			)
		);
		expect(visited).toEqual(stepIds);
		expect(currentStep(walk(whole, [entered('close'), continued]))).toBe('close');
	});

	test('can be entered at any step from any step', () => {
		for (const from of stepIds)
			for (const to of stepIds) expect(currentStep(walk(whole, [entered(from), entered(to)]))).toBe(to);
	});

	test('records the results of a step that is not the current one', () => {
		expect(walk(whole, [scored('weigh', undone), scored('weigh')]).context.results).toEqual({ weigh: done });
	});

	test('refuses a flow without steps, and a branch to a step that it does not have', () => {
		expect(() => createLessonMachine({ steps: [], branches: [] })).toThrow('A lesson needs at least one step');
		expect(() => createLessonMachine(flowWith(['check', 'close'], [toFramings]))).toThrow(/framings/);
	});
});

const closing = (events: LessonEvent[]) => walk(whole, [entered('close'), ...events]);

describe('the closing step', () => {
	test('waits for check, weigh and reverse, and names those that are missing', () => {
		expect(closing([]).value).toEqual({ close: 'rehearsal' });
		expect(waitsFor(whole, closing([]), 'close')).toEqual(['check', 'weigh', 'reverse']);
		expect(waitsFor(whole, closing([scored('weigh'), scored('check', undone)]), 'close')).toEqual(['check', 'reverse']);
	});

	test('records nothing while it waits', () => {
		expect(closing([scored('close')]).context.results).toEqual({});
		expect(closing([...allMarked.slice(0, 2), scored('close')]).context.results).not.toHaveProperty('close');
	});

	test('opens by itself with the last of them, in whatever order they come, and then records', () => {
		fc.assert(
			fc.property(fc.shuffledSubarray(allMarked, { minLength: 3 }), (events) => {
				expect(closing(events.slice(0, 2)).value).toEqual({ close: 'rehearsal' });
				expect(closing(events).value).toEqual({ close: 'open' });
				expect(closing([...events, scored('close')]).context.results.close).toEqual(done);
			})
		);
	});

	test('is open at once when it is entered after them', () => {
		expect(walk(whole, [...allMarked, entered('close')]).value).toEqual({ close: 'open' });
	});

	test('waits again when one of them is taken up again, and keeps what was recorded', () => {
		const again = closing([...allMarked, scored('close'), scored('check', undone)]);
		expect(again.value).toEqual({ close: 'rehearsal' });
		expect(waitsFor(whole, again, 'close')).toEqual(['check']);
		expect(again.context.results.close).toEqual(done);
	});

	test('can be read and left while it waits', () => {
		expect(closing([entered('orient')]).value).toEqual({ orient: 'open' });
	});
});

describe('a gate that the lesson asks for', () => {
	const machine = createLessonMachine(flowWith(['orient', 'framings', 'check'], [], { check: ['orient', 'framings'] }));

	test('makes a step a rehearsal until what it needs is done', () => {
		const waiting = walk(machine, [scored('orient'), entered('check'), scored('check')]);
		expect(waiting.value).toEqual({ check: 'rehearsal' });
		expect(waitsFor(machine, waiting, 'check')).toEqual(['framings']);
		expect(waiting.context.results).not.toHaveProperty('check');
		const open = walk(machine, [scored('orient'), entered('check'), scored('framings'), scored('check')]);
		expect(seen(open)).toEqual({
			value: { check: 'open' },
			context: { results: { orient: done, framings: done, check: done } }
		});
	});

	test('leaves steps without one open from the start', () => {
		expect(waitsFor(machine, walk(machine, []), 'framings')).toEqual([]);
		expect(walk(machine, [entered('framings')]).value).toEqual({ framings: 'open' });
	});
});

const after = (result: StepResult, ...more: LessonEvent[]) =>
	nextStep(whole, walk(whole, [entered('check'), scored('check', result), ...more]));

describe('where going on leads', () => {
	test('is the next step while nothing is marked, and when both sides are known', () => {
		expect(nextStep(whole, walk(whole, [entered('check')]))).toBe('weigh');
		expect(after(tenths(10, 10))).toBe('weigh');
	});

	test.each([
		['Western', 5, 10],
		['Chinese', 10, 5]
	])('is back to the framings when the %s side is weak', (_, western, chinese) => {
		expect(after(tenths(western, chinese))).toBe('framings');
	});

	test('is onwards at exactly the bound', () => {
		expect(after(tenths(6, 6))).toBe('weigh');
	});

	test('is worked out over all the marks of the lesson', () => {
		expect(after(tenths(5, 10), scored('reverse', tenths(7, 10)))).toBe('weigh');
	});

	test('is the same whether one asks or goes', () => {
		const weak = walk(whole, [entered('check'), scored('check', tenths(0, 0))]);
		expect(currentStep(surveyOf(whole).send(weak, continued).to)).toBe(nextStep(whole, weak));
		expect(currentStep(weak)).toBe('check');
	});

	test('is by the first branch that applies, and asks each step for its own', () => {
		const branches: Branch[] = [
			{ after: 'check', any: [below('western')], go: 'speakers' },
			{ after: 'check', any: [below('western'), below('chinese')], go: 'framings' },
			{ after: 'reverse', any: [below('chinese')], go: 'weigh' }
		];
		const machine = createLessonMachine(flowWith(stepIds, branches));
		const from = (step: StepId, result: StepResult) =>
			nextStep(machine, walk(machine, [scored('check', result), scored(step, result), entered(step)]));
		expect(from('check', tenths(0, 0))).toBe('speakers');
		expect(from('check', tenths(9, 0))).toBe('framings');
		expect(from('reverse', tenths(9, 0))).toBe('weigh');
		expect(from('weigh', tenths(0, 0))).toBe('reverse');
	});

	test('is not back from a step that is not done: what is still open is no weakness', () => {
		const machine = createLessonMachine(flowWith(stepIds, [toFramings]));
		const open: StepResult = { ...tenths(0, 0), done: false };
		expect(nextStep(machine, walk(machine, [scored('check', open), entered('check')]))).toBe('weigh');
		expect(nextStep(machine, walk(machine, [scored('check', tenths(0, 0)), entered('check')]))).toBe('framings');
	});

	test('is the step itself at the end, unless a branch leads back from there', () => {
		const ids: StepId[] = ['framings', 'check'];
		const machine = createLessonMachine(flowWith(ids, [toFramings]));
		expect(nextStep(machine, walk(machine, [entered('check'), scored('check', tenths(9, 9))]))).toBe('check');
		expect(nextStep(machine, walk(machine, [entered('check'), scored('check', tenths(9, 1))]))).toBe('framings');
	});
});

describe('the flow as the menu shows it', () => {
	test('lists the steps in the order of the lesson with what is begun, done, current and waiting', () => {
		const snapshot = walk(whole, [scored('orient'), scored('check', undone), entered('framings')]);
		const flow = flowOf(whole, snapshot);
		expect(flow.map(({ id }) => id)).toEqual(stepIds);
		expect(flow.filter((step) => step.begun).map(({ id }) => id)).toEqual(['orient', 'check']);
		expect(flow.filter((step) => step.done).map(({ id }) => id)).toEqual(['orient']);
		expect(flow.filter((step) => step.current).map(({ id }) => id)).toEqual(['framings']);
		expect(flow.filter((step) => step.waitsFor.length > 0)).toMatchObject([{ id: 'close', waitsFor: marked }]);
	});

	test('tells where a weak side sends the learner, and nothing where there is no branch', () => {
		const sends = flowOf(whole, walk(whole, [])).filter((step) => step.sendsTo.length > 0);
		expect(sends).toMatchObject([{ id: 'check', sendsTo: ['framings'] }]);
		const straight = createLessonMachine(flowWith(stepIds));
		expect(flowOf(straight, walk(straight, [])).flatMap((step) => step.sendsTo)).toEqual([]);
	});
});

describe('results of a lesson that has changed since', () => {
	const small = createLessonMachine(flowWith(['check', 'close']));

	test('count no more where the lesson has lost the step', () => {
		const { begin } = surveyOf(small);
		expect(begin({ results: { reverse: tenths(0, 0), check: done } }).context.results).toEqual({ check: done });
	});

	test('are not taken for a step that the lesson does not have, and such a step cannot be entered', () => {
		const { begin, send } = surveyOf(small);
		expect(send(begin({}), scored('weigh')).moved).toBe(false);
		expect(send(begin({}), entered('weigh')).moved).toBe(false);
	});
});

const four: StepId[] = ['framings', 'check', 'weigh', 'close'];
test.each([
	{
		name: 'all eight steps',
		flow: flowWith(stepIds, [toFramings], { task: ['speakers'] }),
		scores: [scored('speakers'), scored('check', tenths(3, 10)), scored('weigh'), scored('reverse', tenths(10, 10))],
		// Which of the four are recorded, and the current step.
		states: 8 * 2 ** 4
	},
	{
		name: 'some of the steps, taken up again',
		flow: flowWith(four, [toFramings]),
		scores: [undone, tenths(3, 10), tenths(10, 10)]
			.map((result) => scored('check', result))
			.concat(scored('weigh'), scored('close')),
		// Four results of check and two of weigh; close can be recorded after both, and stays when check is undone.
		states: 4 * (4 * 2 + 3)
	}
])(
	'$name, every state × event: restoring changes nothing, and every transition is taken',
	({ flow, scores, states: count }) => {
		const machine = createLessonMachine(flow);
		const survey = surveyOf(machine);
		const events = [...flow.steps.map(({ id }) => entered(id)), ...scores, continued];
		const states = reachable(machine, events, { input: {} });
		expect(states).toHaveLength(count);
		for (const state of states) {
			const restored = reopened(machine, state, survey);
			expect(seen(restored)).toEqual(seen(state));
			for (const event of events) {
				const { to, moved } = survey.send(state, event);
				expect(seen(survey.send(restored, event).to)).toEqual(seen(to));
				if (!moved) expect(seen(to)).toEqual(seen(state));
				if (event.type !== 'step.scored') expect(to.context).toEqual(state.context);
				else expect(currentStep(to)).toBe(currentStep(state));
			}
		}
		// What those events leave out: steps that are taken up again, and steps of another version of the lesson.
		const there = survey.begin({ results: { speakers: done, check: done, weigh: done, reverse: done } });
		for (const { id, needs } of flow.steps) {
			const open = survey.send(there, entered(id)).to;
			for (const one of needs) survey.send(open, scored(one, undone));
		}
		const unheard = 'unheard-of' as StepId;
		expect([entered(unheard), scored(unheard)].map((event) => survey.send(there, event).moved)).toEqual([false, false]);
		expect(survey.transitions).toContain('lesson.check on lesson.continued #1');
		expect(survey.missed()).toEqual([]);
	}
);

test('an actor that is asked for the flow before it is started gives that of an untouched lesson', () => {
	const snapshot = createActor(whole, { input: {} }).getSnapshot();
	expect(flowOf(whole, snapshot).filter((one) => one.begun || one.done)).toEqual([]);
	expect(currentStep(snapshot)).toBe('orient');
});
