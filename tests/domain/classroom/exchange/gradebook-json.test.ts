import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assignmentOut, toGradebookJson } from '#lib/domain/classroom/exchange/gradebook-json.ts';
import type { GradebookJson } from '#lib/domain/classroom/exchange/gradebook-json.ts';
import type { Marks } from '#lib/domain/classroom/gradebook/model.ts';
import { sheetRows } from '#lib/domain/classroom/gradebook/rows.ts';
import type { Assignment, Student } from '#lib/domain/classroom/model.ts';
import type { KeptResult } from '#lib/domain/classroom/verdict.ts';
import { fraction, one, zero } from '#lib/domain/fraction.ts';
import type { Html } from '#lib/domain/lesson/model.ts';

// Of no lesson of the course: what is frozen must not change with a comma there.

const made = Date.UTC(2026, 10, 2, 9);
const day = 86_400_000;
const own = { id: 'class00001', name: 'Media 101' };
const students: Student[] = [{ code: 'S-001', name: '李伟', lms: '1001' }, { code: 'S-002' }];
const assignment: Assignment = {
	app: 'parallax',
	kind: 'assignment',
	version: 1,
	id: 'assignment1',
	class: { ...own, publicKey: '' },
	title: 'Week 3',
	note: '',
	made,
	lessons: [{ id: 'one-lesson', version: 2, hash: '0123456789abcdef', steps: ['check', 'weigh'] }],
	due: made + 2 * day,
	attempts: 1,
	counts: 'last',
	policy: {},
	marking: 'app',
	asks: ['reflections'],
	carried: []
};
const map = { root: 'T', groups: [], evidence: [], notes: [] };
const kept: KeptResult = {
	format: 1,
	id: 'result0001',
	result: {
		app: 'parallax',
		kind: 'result',
		version: 1,
		id: 'result0001',
		assignment: assignment.id,
		class: own.id,
		code: 'S-001',
		attempt: 1,
		startedAt: made + day,
		handedInAt: made + 3 * day,
		by: '0.1.0',
		lessons: [],
		claimed: [],
		shared: {
			stances: [],
			reflections: [{ lesson: 'one-lesson', step: 'close', question: 'Why?', answer: 'Since both read it so.' }],
			notes: []
		},
		reply: ''
	},
	receivedAt: made + 4 * day,
	file: 'S-001_week-3_a1.parallax.txt',
	late: true,
	otherVersions: [],
	over: false,
	device: 'device'
};
const item = {
	kind: 'truefalse' as const,
	id: 'first',
	prompt: 'Is it so?' as Html,
	sides: ['western' as const],
	claims: [],
	outcomes: [],
	points: 1,
	answer: true,
	feedback: { true: '' as Html, false: '' as Html }
};
const marks: Marks = {
	items: [
		{
			lesson: 'one-lesson',
			step: 'check',
			item,
			state: 'marked',
			response: { kind: 'truefalse', answer: false },
			certainty: 'fairly-sure',
			hints: 1,
			earned: zero,
			total: one,
			counted: fraction(1, 3),
			override: {
				place: { lesson: 'one-lesson', step: 'check', item: 'first' },
				share: fraction(1, 3),
				reason: 'Said aloud in class.',
				at: made + 5 * day
			},
			comment: '再看一遍出处。'
		}
	],
	maps: [
		{
			lesson: 'one-lesson',
			map,
			score: null,
			attempts: 2,
			last: map,
			counted: { total: 0.25, band: 'beginning' },
			override: null,
			comment: ''
		}
	],
	results: {},
	summary: {
		western: 33,
		chinese: null,
		overall: 33,
		headline: 33,
		gap: null,
		certainty: -50,
		map: 25,
		band: 'beginning',
		passed: false
	},
	notDone: [],
	keyless: [],
	differences: []
};
const judgements = [
	{
		format: 1 as const,
		result: kept.id,
		overrides: [],
		comments: [{ place: null, text: 'Good start.', at: made + 5 * day }]
	}
];
const byResult = new Map([[kept.id, marks]]);
const rows = sheetRows({ students, assignment, results: [kept], marks: byResult, judgements });
const out = () => assignmentOut({ assignment, rows, results: [kept], marks: byResult, judgements });

describe('the gradebook as JSON', () => {
	it('is written as it was when format 1 was new', () => {
		const { name, text } = toGradebookJson(own, [out()], made + 6 * day);
		expect(name).toBe('media-101.gradebook.2026-11-08.json');
		const frozen: unknown = JSON.parse(readFileSync('tests/domain/classroom/frozen/gradebook-1.json', 'utf8'));
		expect(JSON.parse(text)).toEqual(frozen);
	});

	it('has who handed in nothing, and under which code a stranger did', () => {
		const strange = { ...kept, id: 'result0002', result: { ...kept.result, id: 'result0002', code: 'X-9' } };
		const results = [strange];
		const strangers = sheetRows({ students, assignment, results, marks: new Map(), judgements: [] });
		const { students: all } = assignmentOut({
			assignment,
			rows: strangers,
			results,
			marks: new Map([[strange.id, marks]]),
			judgements: []
		});
		expect(all.map(({ code, onRoster, status, results: had }) => [code, onRoster, status, had.length])).toEqual([
			['S-001', true, 'missing', 0],
			['S-002', true, 'missing', 0],
			['X-9', false, 'late', 1]
		]);
	});

	it('says nothing of the key of the class, or of the questions', () => {
		const { text } = toGradebookJson({ ...own, privateKey: 'the private key' } as typeof own, [out()], made);
		expect(text).not.toContain('the private key');
		expect(text).not.toContain('Is it so?');
		expect((JSON.parse(text) as GradebookJson).class).toEqual(own);
	});
});
