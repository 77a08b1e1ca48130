import { IDBFactory } from 'fake-indexeddb';
import { beforeAll, describe, expect, test } from 'vitest';
import { noJudgement, withComment } from '#lib/domain/classroom/gradebook/judgement.ts';
import { importFile } from '#lib/domain/classroom/import/import-files.ts';
import type { Assignment, ClassRecord, OpenClass } from '#lib/domain/classroom/model.ts';
import { toRecord } from '#lib/domain/classroom/roster/class.ts';
import { sealResult } from '#lib/domain/classroom/sealing/seal-result.ts';
import { carryLesson } from '#lib/domain/classroom/carried/carry.ts';
import { lessonHash } from '#lib/domain/classroom/carried/lesson-key.ts';
import { isBrought, type KeptResult } from '#lib/domain/classroom/verdict.ts';
import { deviceKeys, forgetDeviceKeys } from '#lib/storage/device-keys.ts';
import { openClassroom } from '#lib/storage/classroom/store.ts';
import {
	course,
	deskFor,
	fileOf,
	keysOf,
	lessonsOf,
	makeAssignmentFor,
	makeClass,
	makeDevice,
	now,
	port,
	resultFor
} from '../../support/classroom.ts';
import { closing, device as learner } from '../support.ts';

let open: OpenClass;
let record: ClassRecord;
let assignment: Assignment;
let kept: KeptResult[];
beforeAll(async () => {
	open = await makeClass();
	record = await toRecord(open, null, port);
	const lessons = lessonsOf(1);
	assignment = makeAssignmentFor(open, lessons);
	const own = await makeDevice();
	const desk = await deskFor(open, [assignment], keysOf(lessons));
	kept = await Promise.all(
		['S-001', 'S-002'].map(async (code) => {
			const { text } = await sealResult(
				await resultFor(assignment, lessons, own, { code }),
				{ assignment, device: own },
				port
			);
			const verdict = await importFile(fileOf(text), desk);
			if (!isBrought(verdict)) throw new Error(verdict.code);
			return verdict.kept;
		})
	);
});

let names = 0;
const fresh = () => {
	const [name, indexedDB] = [`classroom-${++names}`, new IDBFactory()];
	let time = now;
	return async () => closing(await openClassroom({ now: () => (time += 1000), name, indexedDB }));
};
async function full(tab: ReturnType<typeof fresh>) {
	const store = await tab();
	const [lesson] = lessonsOf(1);
	const carried = carryLesson(lesson!, course().library, { key: true });
	if (!carried.key) throw new Error('no key');
	expect(
		await store.save([
			{ part: 'classes', rev: 0, data: record },
			{ part: 'assignments', rev: 0, data: assignment },
			...kept.map((data) => ({ part: 'results' as const, rev: 0, data })),
			{ part: 'lessons', rev: 0, data: { format: 1, hash: lessonHash(lesson!), carried } }
		])
	).toEqual({ ok: true });
	const judged = withComment(noJudgement(kept[0]!.id), { place: null, text: 'Good.', at: now });
	await store.save([{ part: 'judgements', rev: 0, data: judged }], () => assignment.id);
	return store;
}

describe.each([
	['on disk', fresh],
	['in memory', () => async () => closing(await openClassroom({ now: () => now, indexedDB: null }))]
])('a classroom %s', (_, make) => {
	test('gives back what was saved', async () => {
		const store = await full(make());
		expect((await store.classes()).records.map(({ data }) => data)).toEqual([record]);
		expect((await store.assignments(open.id)).records.map(({ data }) => data)).toEqual([assignment]);
		expect((await store.assignments('another00000')).records).toEqual([]);
		expect(new Set((await store.results(assignment.id)).records.map(({ data }) => data.id))).toEqual(
			new Set(kept.map(({ id }) => id))
		);
		expect((await store.judgements(assignment.id)).records).toHaveLength(1);
		expect((await store.lessons()).records).toHaveLength(1);
	});
	test('refuses a stale write whole, and what could not be read back', async () => {
		const store = await full(make());
		const [stored] = (await store.classes()).records;
		expect(await store.save([{ part: 'classes', rev: stored!.rev, data: { ...record, name: 'A' } }])).toEqual({
			ok: true
		});
		expect(
			await store.save([
				{ part: 'assignments', rev: 1, data: { ...assignment, title: 'B' } },
				{ part: 'classes', rev: stored!.rev, data: { ...record, name: 'C' } }
			])
		).toEqual({ ok: false, reason: 'stale' });
		expect((await store.classes()).records[0]!.data.name).toBe('A');
		expect((await store.assignments()).records[0]!.data.title).toBe('Week 3');
		await expect(store.save([{ part: 'classes', rev: 0, data: { ...record, name: '' } }])).rejects.toThrow('At name');
	});
	test('deletes a student with all results, an assignment, a class, or all', async () => {
		const store = await full(make());
		expect(await store.deleteStudent(open.id, 'S-001')).toEqual({ ok: true });
		const text = JSON.stringify(await store.exportAll());
		expect(text).not.toMatch(/S-001|Ana Li/);
		expect(text).toContain('Bo Chen');
		expect((await store.judgements(assignment.id)).records).toEqual([]);
		expect(await store.deleteAssignment(assignment.id)).toEqual({ ok: true });
		expect([(await store.results(assignment.id)).records, (await store.lessons()).records]).toEqual([[], []]);
		expect(await store.deleteClass(open.id)).toEqual({ ok: true });
		expect((await store.exportAll()).classes).toEqual([]);
		const again = await full(make());
		await again.deleteAll();
		expect(await again.exportAll()).toMatchObject({
			classes: [],
			assignments: [],
			results: [],
			lessons: [],
			judgements: []
		});
	});
	test('opens on a second device from its copy, and takes it in as often as one likes', async () => {
		const store = await full(make());
		const copy: unknown = JSON.parse(JSON.stringify(await store.exportAll()));
		const second = await make()();
		expect(await second.importCopy(copy)).toEqual({ imported: 6, kept: 0, refused: [], intact: true, failed: null });
		expect(await second.importCopy(copy)).toMatchObject({ imported: 0, kept: 6 });
		const { savedAt: _, digest: __, ...all } = await second.exportAll();
		const { savedAt: ___, digest: ____, ...first } = await store.exportAll();
		const sets = (one: object) =>
			Object.fromEntries(
				Object.entries(one).map(([part, list]) => [
					part,
					Array.isArray(list) ? new Set(list.map((entry) => JSON.stringify(entry))) : list
				])
			);
		expect(sets(all)).toEqual(sets(first));
		expect(await second.exportAll(open.id)).toMatchObject({ classes: [{ id: open.id }], lessons: [{}] });
	});
	test('refuses a damaged entry of a copy alone, says that the copy was changed, and refuses what is none whole', async () => {
		const store = await full(make());
		const copy = JSON.parse(JSON.stringify(await store.exportAll())) as { results: { late: unknown }[] };
		copy.results[0]!.late = 'yes';
		const second = await make()();
		expect(await second.importCopy(copy)).toMatchObject({
			imported: 5,
			intact: false,
			refused: [{ path: 'results[0].late' }]
		});
		expect(await second.importCopy({ app: 'other' })).toMatchObject({
			imported: 0,
			intact: null,
			refused: [{ path: 'app' }]
		});
	});
	test('keeps a sealed file until its assignment is there', async () => {
		const store = await full(make());
		const waiting = {
			format: 1 as const,
			id: 'a'.repeat(24),
			classId: open.id,
			assignment: 'another00000',
			receivedAt: now,
			file: 'x',
			text: 'y'
		};
		await store.save([{ part: 'waiting', rev: 0, data: waiting }]);
		expect((await store.waiting(open.id)).records.map(({ data }) => data)).toEqual([waiting]);
		await store.dropWaiting([waiting.id]);
		expect((await store.waiting(open.id)).records).toEqual([]);
	});
});

test('a classroom on disk is there when it is opened again, and is no part of the learner’s copy', async () => {
	const tab = fresh();
	(await full(tab)).close();
	expect((await (await tab()).classes()).records).toHaveLength(1);
	const { tab: own } = learner();
	expect(JSON.stringify(await (await own()).exportAll())).not.toContain(open.id);
});

test("a device's keys are made once, cannot be taken out, and are forgotten when that is asked", async () => {
	const options = { name: 'keys', indexedDB: new IDBFactory() };
	const raw = async (key: CryptoKey) => Buffer.from(await port.subtle.exportKey('raw', key)).toString('hex');
	const first = await deviceKeys(port, options);
	const second = await deviceKeys(port, options);
	expect(first.lasting).toBe(true);
	expect(await raw(second.keys.signing.publicKey)).toBe(await raw(first.keys.signing.publicKey));
	await expect(port.subtle.exportKey('pkcs8', second.keys.signing.privateKey)).rejects.toThrow();
	await forgetDeviceKeys(options);
	expect(await raw((await deviceKeys(port, options)).keys.signing.publicKey)).not.toBe(
		await raw(first.keys.signing.publicKey)
	);
	expect((await deviceKeys(port, { indexedDB: null })).lasting).toBe(false);
});
