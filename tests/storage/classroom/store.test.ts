import { describe, expect, it } from 'vitest';
import type { Judgement } from '#lib/domain/classroom/gradebook/model.ts';
import { aClass, anAssignment, aResult, desk, students } from './support.ts';

const judged = (result: string): Judgement => ({ format: 1, result, overrides: [], comments: [] });

async function filled() {
	const device = desk();
	const store = await device.tab();
	const { open, record } = await aClass();
	const assignment = anAssignment(open);
	const results = ['S-001', 'S-002'].map((code) => aResult(assignment, code));
	await store.save({
		classes: [{ data: record, rev: 0 }],
		assignments: [{ data: assignment, rev: 0 }],
		results,
		judgements: results.map(({ id, result }) => ({
			data: judged(id),
			rev: 0,
			assignment: assignment.id,
			classId: open.id,
			code: result.code
		})),
		lessonKeys: [{ lesson: 'one-slogan-many-englishes', version: 1, hash: '0123456789abcdef', title: 'One slogan' }]
	});
	return { device, store, open, record, assignment, results };
}
const codesIn = async (store: Awaited<ReturnType<typeof filled>>['store'], assignment: string) =>
	(await store.results(assignment)).records.map(({ data }) => data.result.code).toSorted();

describe('what an instructor keeps', () => {
	it('is there for the next tab, in one piece', async () => {
		const { device, record, assignment, results } = await filled();
		const tab = await device.tab();
		expect((await tab.classes()).records).toEqual([{ data: record, rev: 1 }]);
		expect((await tab.assignments(record.id)).records).toEqual([{ data: assignment, rev: 1 }]);
		expect((await tab.results(assignment.id)).records.map(({ data }) => data)).toEqual(results);
		expect((await tab.judgements(assignment.id)).records).toHaveLength(2);
		expect(await tab.lessonKeys(['0123456789abcdef', 'ffffffffffffffff'])).toMatchObject([{ title: 'One slogan' }]);
	});

	it('is not overwritten by a tab that has seen an older state', async () => {
		const { device, store, record } = await filled();
		const late = await device.tab();
		expect(await store.save({ classes: [{ data: { ...record, name: 'Renamed' }, rev: 1 }] })).toMatchObject({
			ok: true,
			revs: { classes: [2] }
		});
		expect(await late.save({ classes: [{ data: { ...record, name: 'Late' }, rev: 1 }] })).toEqual({
			ok: false,
			reason: 'stale'
		});
		expect((await late.classes()).records[0]?.data.name).toBe('Renamed');
	});

	it('does not come back by the late change of a tab that has not seen it deleted', async () => {
		const { device, store, record } = await filled();
		const late = await device.tab();
		await store.deleteClass(record.id);
		expect(await late.save({ classes: [{ data: record, rev: 1 }] })).toEqual({ ok: false, reason: 'stale' });
		expect((await late.classes()).records).toEqual([]);
	});

	it('is not doubled by a result that comes in twice', async () => {
		const { store, assignment, results } = await filled();
		await store.save({ results });
		expect(await codesIn(store, assignment.id)).toEqual(['S-001', 'S-002']);
	});

	it('loses a student with their results and marks, and nobody else', async () => {
		const { store, record, assignment } = await filled();
		const data = { ...record, roster: record.roster.filter(({ code }) => code !== 'S-001') };
		expect(await store.deleteStudent(record.id, 'S-001', { data, rev: 1 })).toEqual({ ok: true });
		expect(await codesIn(store, assignment.id)).toEqual(['S-002']);
		expect((await store.judgements(assignment.id)).records).toHaveLength(1);
		expect((await store.classes()).records[0]?.data.roster.map(({ code }) => code)).toEqual(['S-002', 'S-003']);
	});

	it('loses an assignment with its results, or one result alone', async () => {
		const { store, open, assignment, results } = await filled();
		const other = anAssignment(open, 'Week 4');
		await store.save({ assignments: [{ data: other, rev: 0 }], results: [aResult(other, 'S-003')] });
		await store.deleteResult(results[0]!.id);
		expect(await codesIn(store, assignment.id)).toEqual(['S-002']);
		await store.deleteAssignment(assignment.id);
		expect(await codesIn(store, assignment.id)).toEqual([]);
		expect(await codesIn(store, other.id)).toEqual(['S-003']);
		expect((await store.assignments(open.id)).records.map(({ data }) => data.title)).toEqual(['Week 4']);
	});

	it('is told of in the other tabs', async () => {
		const { device, store, record } = await filled();
		const other = await device.tab();
		const heard = new Promise<void>((resolve) => other.onChange(resolve));
		await store.save({ classes: [{ data: record, rev: 1 }] });
		await heard;
	});

	it('works in memory where the browser gives no database, and says why', async () => {
		const store = await desk().tab({ indexedDB: null });
		expect(store).toMatchObject({ kind: 'memory', why: 'unavailable' });
		const { record } = await aClass();
		expect(await store.save({ classes: [{ data: record, rev: 0 }] })).toMatchObject({ ok: true });
		expect(await store.save({ classes: [{ data: record, rev: 0 }] })).toEqual({ ok: false, reason: 'stale' });
		await store.deleteClass(record.id);
		expect((await store.classes()).records).toEqual([]);
	});
});

describe('a copy of everything', () => {
	it('brings a class to another device, whole, and changes nothing when it is brought twice', async () => {
		const { store, record, assignment, results } = await filled();
		const { name, text } = await store.exportAll(record.id);
		expect(name).toMatch(/^media-101\.everything\..*\.parallax\.txt$/);
		const other = await desk().tab();
		expect(await other.importCopy(text)).toMatchObject({
			ok: true,
			classes: [{ id: record.id, name: 'Media 101' }],
			here: 0,
			refused: []
		});
		expect((await other.classes()).records[0]?.data).toEqual(record);
		expect((await other.results(assignment.id)).records.map(({ data }) => data)).toEqual(results);
		expect((await other.judgements(assignment.id)).records).toHaveLength(2);
		expect(await other.importCopy(text)).toMatchObject({ ok: true, brought: 0, here: 7 });
	});

	it('leaves out other classes, and brings back what was deleted', async () => {
		const { store, record } = await filled();
		const another = await aClass('Another');
		await store.save({ classes: [{ data: another.record, rev: 0 }] });
		const { text } = await store.exportAll(record.id);
		expect(text).not.toContain(another.open.id);
		await store.deleteClass(record.id);
		await store.importCopy(text);
		const names = (await store.classes()).records.map(({ data }) => data.name);
		expect(names.toSorted()).toEqual(['Another', 'Media 101']);
	});

	it('does not overwrite what is here', async () => {
		const { store, record } = await filled();
		const { text } = await store.exportAll();
		await store.save({ classes: [{ data: { ...record, name: 'Renamed since' }, rev: 1 }] });
		await store.importCopy(text);
		expect((await store.classes()).records[0]?.data.name).toBe('Renamed since');
	});

	it('is refused where a character was changed, or where it is something else', async () => {
		const { store } = await filled();
		const { text } = await store.exportAll();
		for (const wrong of [text.replace('S-001', 'S-009'), text.slice(0, -40), 'hello', '{}', ''])
			expect(await store.importCopy(wrong)).toMatchObject({ ok: false, problem: { expected: 'a copy of classes' } });
	});

	it('says so, and not as if it were empty, where the disk does not answer', async () => {
		const { store } = await filled();
		store.close();
		const again = await store.classes();
		// A closed connection is opened anew.
		expect(again.failed).toBeNull();
		expect(again.records[0]?.data.roster).toHaveLength(students.length);
	});
});
