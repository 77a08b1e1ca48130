import { describe, expect, it } from 'vitest';
import { parseLessonRecord, parseStepRecord } from '#lib/storage/envelopes.ts';
import { toLessonRecord, toStepRecord } from '#lib/storage/records.ts';
import { lessonSave, stepSave } from './support.ts';

const step = toStepRecord(stepSave(0), 5);
const lesson = toLessonRecord(lessonSave(2), 5);

describe('a record', () => {
	it('counts the write and carries the time', () => {
		expect(step).toMatchObject({ format: 1, rev: 1, savedAt: 5 });
		expect(lesson).toMatchObject({ format: 1, rev: 3, savedAt: 5 });
	});

	it('parses to itself', () => {
		expect(parseStepRecord(JSON.parse(JSON.stringify(step)))).toEqual({ ok: true, value: step });
		expect(parseLessonRecord(JSON.parse(JSON.stringify(lesson)))).toEqual({ ok: true, value: lesson });
	});

	it('is never made from what could not be read back', () => {
		expect(() => toStepRecord({ ...stepSave(0), lessonVersion: 1.5 }, 5)).toThrow(
			'At lessonVersion -- expected a whole number, but got 1.5.'
		);
		const cyclic: { self?: unknown } = {};
		cyclic.self = cyclic;
		expect(() => toStepRecord(stepSave(0, cyclic), 5)).toThrow('expected at most 100 levels, but got more');
	});
});

const proto: unknown = JSON.parse('{"a":[{"__proto__":{"admin":true}}]}');
const tally = (earned: object) => ({
	check: { done: true, frames: { western: { earned, possible: { n: 1, d: 1 } } } }
});

it.each<[string, unknown, { path: string; expected?: string; found?: string }]>([
	['null', null, { path: '', expected: 'Object', found: 'null' }],
	['a later format', { ...step, format: 2 }, { path: 'format', expected: '1', found: '2' }],
	['an unknown step', { ...step, stepId: 'sleep' }, { path: 'stepId', found: '"sleep"' }],
	[
		'an id that is no id',
		{ ...step, lessonId: '../x' },
		{ path: 'lessonId', expected: 'letters and digits, in parts joined by hyphens', found: '"../x"' }
	],
	['a rev of 0', { ...step, rev: 0 }, { path: 'rev', expected: '>=1', found: '0' }],
	['a missing time', { ...step, savedAt: undefined }, { path: 'savedAt', found: 'undefined' }],
	['an unknown key', { ...step, extra: 1 }, { path: 'extra', expected: 'no such key' }],
	['a __proto__ inside', { ...step, work: proto }, { path: 'work.a[0].__proto__', expected: 'no such key' }]
])('a step with %s is refused', (_, input, problem) => {
	expect(parseStepRecord(input)).toMatchObject({ ok: false, problem });
});

it.each<[string, object, { path: string; expected?: string; found?: string }]>([
	['no last step', { lastStep: undefined }, { path: 'lastStep' }],
	['a result of an unknown step', { results: { sleep: { done: true, frames: {} } } }, { path: 'results.sleep' }],
	['a half fraction', { results: tally({ n: 1 }) }, { path: 'results.check.frames.western.earned.d' }],
	['more earned than possible', { results: tally({ n: 3, d: 1 }) }, { path: 'results.check.frames.western' }],
	['fewer than nothing earned', { results: tally({ n: -1, d: 1 }) }, { path: 'results.check.frames.western' }]
])('a lesson with %s is refused', (_, change, problem) => {
	expect(parseLessonRecord({ ...lesson, ...change })).toMatchObject({ ok: false, problem });
});

it('says at most the beginning of something long', () => {
	const parsed = parseStepRecord({ ...step, stepId: 'x'.repeat(5000) });
	expect(parsed.ok ? '' : parsed.problem.found).toHaveLength(60);
});
