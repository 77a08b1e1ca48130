import { describe, expect, test } from 'vitest';
import { createMachine } from 'xstate';
import { reachable, surveyOf } from './walk.ts';

// The walker itself: a survey that could not miss anything would prove nothing.
const door = createMachine({
	id: 'door',
	types: {} as { context: { opened: number }; events: { type: 'pushed'; hard: boolean } | { type: 'locked' } },
	context: { opened: 0 },
	initial: 'shut',
	states: {
		shut: {
			on: {
				pushed: [
					{ guard: ({ event }) => event.type === 'pushed' && event.hard, target: 'broken' },
					{ guard: ({ context }) => context.opened < 3, target: 'open' }
				]
			}
		},
		open: { always: { guard: ({ context }) => context.opened > 9, target: 'broken' } },
		broken: {}
	}
});

describe('a survey', () => {
	test('names every transition of the machine by node, event and place among the candidates', () => {
		expect(surveyOf(door).transitions).toEqual([
			'door.shut on pushed #0',
			'door.shut on pushed #1',
			'door.open always #0'
		]);
	});

	test('has missed everything before the first step', () => {
		expect(surveyOf(door).missed()).toHaveLength(6);
	});

	test('tells what was taken, what refused, and what no walk has shown', () => {
		const survey = surveyOf(door);
		const from = survey.begin(undefined);
		expect(survey.send(from, { type: 'pushed', hard: false })).toMatchObject({ to: { value: 'open' }, moved: true });
		expect(survey.missed()).toEqual([
			'never taken: door.shut on pushed #0',
			'never refused: door.shut on pushed #1',
			'never taken: door.open always #0'
		]);
		survey.send(from, { type: 'pushed', hard: true });
		expect(survey.missed()).not.toContain('never taken: door.shut on pushed #0');
	});

	test('knows an event that moved nothing', () => {
		const survey = surveyOf(door);
		const from = survey.begin(undefined);
		expect(survey.send(from, { type: 'locked' })).toMatchObject({ to: { value: 'shut' }, moved: false });
	});
});

test('every state that the events can reach is found', () => {
	const states = reachable(
		door,
		[
			{ type: 'pushed', hard: true },
			{ type: 'pushed', hard: false }
		],
		{ input: undefined }
	);
	expect(states.map(({ value }) => value).toSorted()).toEqual(['broken', 'open', 'shut']);
});
