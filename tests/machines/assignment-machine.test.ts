import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attemptsLeft } from '#lib/domain/classroom/assignment/standing.ts';
import { parseAssignmentWork } from '#lib/domain/classroom/assignment/parse-work.ts';
import type { Assignment, AssignmentWork, FeedbackFile, Receipt } from '#lib/domain/classroom/model.ts';
import {
	createAssignmentMachine,
	type AssignmentEvent,
	type AssignmentSnapshot
} from '#lib/machines/assignment-machine.ts';
import { fromWork, reachable, seen, surveyOf } from './walk.ts';

const key = `B${'A'.repeat(86)}`;
const due = 2_000_000_000_000;
const assignment: Assignment = {
	app: 'parallax',
	kind: 'assignment',
	version: 1,
	id: 'assignment01',
	class: { id: 'class0000001', name: 'Media 101', publicKey: key },
	title: 'Week 3',
	note: '',
	made: 1,
	lessons: [{ id: 'one', version: 1, hash: '0123456789abcdef', steps: ['check'] }],
	due,
	attempts: 2,
	counts: 'last',
	policy: {},
	marking: 'app',
	asks: ['stances'],
	carried: []
};
const machine = createAssignmentMachine();
const survey = surveyOf(machine);
const begin = (over: Partial<Assignment> = {}) => survey.begin({ assignment: { ...assignment, ...over }, now: 1 });
const walk = (events: AssignmentEvent[], from = begin()): AssignmentSnapshot =>
	events.reduce((snapshot, event) => survey.send(snapshot, event).to, from);

const receipt = (attempt: number): Receipt => ({
	id: `result0000${attempt}`,
	attempt,
	file: `a${attempt}`,
	madeAt: attempt,
	check: '00',
	via: []
});
const entered: AssignmentEvent = { type: 'code.entered', code: 's-017', now: 5 };
const previewed: AssignmentEvent = { type: 'handIn.previewed' };
const sealed = (attempt: number): AssignmentEvent => ({
	type: 'file.sealed',
	receipt: receipt(attempt),
	file: { name: `a${attempt}`, text: 'x' }
});
const delivered: AssignmentEvent = { type: 'file.delivered', via: 'downloaded' };
const handIn = (attempt: number): AssignmentEvent[] => [previewed, sealed(attempt), delivered];
const resumed: AssignmentEvent = { type: 'work.resumed' };
const passed: AssignmentEvent = { type: 'due.passed', now: due };
const feedback = (attempt: number): FeedbackFile => ({
	app: 'parallax',
	kind: 'feedback',
	version: 1,
	result: `result0000${attempt}`,
	assignment: assignment.id,
	class: assignment.class.id,
	code: 'S-017',
	attempt,
	madeAt: 9,
	marks: { western: 1, chinese: 2, overall: 3, map: null },
	items: [],
	maps: [],
	comment: '',
	revealed: []
});
const opened = (attempt: number): AssignmentEvent => ({ type: 'feedback.opened', feedback: feedback(attempt) });

describe('an assignment', () => {
	test('is opened, ready once all of it is on the device, and worked on under a code', () => {
		expect(begin().value).toBe('opened');
		expect(walk([{ type: 'offline.verified' }]).value).toBe('ready');
		expect(walk([{ type: 'offline.verified' }, { type: 'offline.lost' }]).value).toBe('opened');
		const working = walk([{ type: 'offline.verified' }, entered]);
		expect(seen(working)).toMatchObject({ value: 'working', context: { code: 'S-017', startedAt: 5, offline: true } });
	});
	test('can be begun before it is kept offline, but not under what is no code', () => {
		expect(walk([entered]).value).toBe('working');
		expect(walk([{ type: 'code.entered', code: '!', now: 5 }]).value).toBe('opened');
	});
	test('is not handed in until its file has left the app', () => {
		for (const events of [[entered], [entered, previewed], [entered, previewed, sealed(1)]])
			expect(walk(events).hasTag('not handed in')).toBe(true);
		const done = walk([entered, ...handIn(1)]);
		expect([done.value, done.hasTag('not handed in')]).toEqual(['handedIn', false]);
		expect(done.context.receipts).toEqual([{ ...receipt(1), via: ['downloaded'] }]);
	});
	test('is handed in again as often as is allowed, and closed then', () => {
		const twice = walk([entered, ...handIn(1), resumed, ...handIn(2)]);
		expect([twice.value, attemptsLeft(twice.context)]).toEqual(['closed', 0]);
		expect(walk([resumed, ...handIn(3)], twice).context.receipts).toHaveLength(2);
		const free = walk([entered, ...handIn(1), resumed, ...handIn(2), resumed, ...handIn(3)], begin({ attempts: 0 }));
		expect([free.value, free.context.receipts.length]).toEqual(['handedIn', 3]);
	});
	test('forgets a file that never left when the work goes on', () => {
		const back = walk([entered, previewed, sealed(1), { type: 'handIn.cancelled' }]);
		expect(seen(back)).toMatchObject({ value: 'working', context: { receipts: [], file: null } });
	});
	test('can be worked on and handed in after the due date, and is late', () => {
		expect(walk([entered, { type: 'due.passed', now: due - 1 }]).context.late).toBe(false);
		const late = walk([entered, passed, ...handIn(1)]);
		expect(seen(late)).toMatchObject({ value: 'handedIn', context: { late: true } });
	});
	test('is closed after its due date once it was handed in, where the key is shown then', () => {
		const shown = begin({ policy: { key: 'after-due' } });
		expect(walk([entered, ...handIn(1), passed], shown).value).toBe('closed');
		expect(walk([entered, passed, ...handIn(1)], shown).value).toBe('closed');
	});
	test('adds what is ticked, of what was asked for only', () => {
		const ticked = walk([
			entered,
			previewed,
			{ type: 'extra.ticked', extra: 'stances', on: true },
			{ type: 'extra.ticked', extra: 'notes', on: true }
		]);
		expect(ticked.context.ticked).toEqual(['stances']);
		expect(walk([{ type: 'extra.ticked', extra: 'stances', on: false }], ticked).context.ticked).toEqual([]);
	});
	test('keeps its code once something was handed in', () => {
		const other: AssignmentEvent = { type: 'code.entered', code: 'S-2', now: 7 };
		expect(walk([entered, other]).context).toMatchObject({ code: 'S-2', startedAt: 5 });
		expect(walk([entered, ...handIn(1), resumed, other]).context.code).toBe('S-017');
	});
	test('keeps feedback on its own results, each once', () => {
		const done = walk([entered, ...handIn(1), opened(1), opened(1), opened(2)]);
		expect(done.context.feedback).toEqual([feedback(1)]);
	});
});

const events: AssignmentEvent[] = [
	{ type: 'offline.verified' },
	{ type: 'offline.lost' },
	entered,
	{ type: 'code.entered', code: '', now: 5 },
	{ type: 'extra.ticked', extra: 'stances', on: true },
	{ type: 'extra.ticked', extra: 'notes', on: true },
	previewed,
	{ type: 'handIn.cancelled' },
	sealed(1),
	sealed(2),
	delivered,
	resumed,
	{ type: 'due.passed', now: 0 },
	passed,
	opened(1),
	opened(2)
];

test('every transition is reached by some path, and every guard refuses on some', () => {
	for (const over of [{}, { policy: { key: 'after-due' as const } }])
		for (const from of reachable(machine, events, { input: { assignment: { ...assignment, ...over }, now: 1 } })) {
			// From the work alone, as when it is opened again, and on from where it was.
			survey.begin({ work: from.context });
			for (const event of events) survey.send(from, event);
		}
	// A stored place that a later copy of the assignment has overtaken.
	const closed = walk([entered, ...handIn(1)], begin({ attempts: 1 }));
	expect(closed.value).toBe('closed');
	const wider = machine.resolveState({
		value: 'closed',
		context: { ...closed.context, assignment: { ...assignment, attempts: 5 } }
	});
	expect(survey.send(wider as AssignmentSnapshot, { type: 'offline.verified' }).to.value).toBe('handedIn');
	expect(survey.missed()).toEqual([]);
});

test('work that was stored at any point comes back where it was', () => {
	fc.assert(
		fc.property(fc.array(fc.constantFrom(...events), { maxLength: 14 }), (all) => {
			const at = walk(all);
			const parsed = parseAssignmentWork(JSON.parse(JSON.stringify(at.context)));
			expect(parsed).toEqual({ ok: true, value: at.context });
			// What was only looked at is looked at again from the work.
			const again = at.value === 'previewing' ? 'working' : at.value;
			expect(fromWork(machine, at).value).toBe(again);
		}),
		{ numRuns: 200 }
	);
});

test('work that is none is refused with its place', () => {
	const { context } = begin();
	expect(parseAssignmentWork({ ...context, format: 2 })).toMatchObject({ ok: false, problem: { path: 'format' } });
	expect(
		parseAssignmentWork({ ...context, assignment: { ...assignment, title: '' } } satisfies AssignmentWork)
	).toMatchObject({
		problem: { path: 'assignment.title' }
	});
});
