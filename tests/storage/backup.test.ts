import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { IDBTransaction } from 'fake-indexeddb';
import type { Backup } from '#lib/storage/backup.ts';
import { parseBackup } from '#lib/storage/backup.ts';
import { empty, keyOf } from '#lib/storage/contents.ts';
import type { StepRecord } from '#lib/storage/envelopes.ts';
import { merge } from '#lib/storage/merge.ts';
import { toStepRecord } from '#lib/storage/records.ts';
import type { Store } from '#lib/storage/store.ts';
import { device, lessonId, lessonSave, stepSave, tamper } from './support.ts';

/** Of the first format, before notes and the digest. */
const frozen = () =>
	JSON.parse(readFileSync(new URL('./frozen/backup-1.json', import.meta.url), 'utf8')) as Pick<
		Backup,
		'steps' | 'lessons' | 'quarantine' | 'settings'
	>;
const throughFile = (backup: Backup): unknown => JSON.parse(JSON.stringify(backup));
const contentsOf = ({ steps, lessons, quarantine, review = [] }: Partial<Backup>) => ({
	steps,
	lessons,
	quarantine,
	review
});

describe.each<['disk' | 'memory', () => Promise<Store>]>([
	['disk', () => device().tab()],
	['memory', () => device().tab({ indexedDB: null })]
])('a backup, with a store in %s', (_, open) => {
	it('brings all back after everything was deleted', async () => {
		const store = await open();
		await store.save({ step: stepSave(0), lesson: lessonSave(0) });
		await store.save({ step: stepSave(1), lesson: lessonSave(1, 'weigh') });
		await store.save({ step: stepSave(0, { map: ['卡'] }, 'weigh') });
		const backup = await store.exportAll();
		await store.deleteAll();
		const report = await store.importAll(throughFile(backup), { mode: 'merge' });
		expect(report).toEqual({ imported: 3, kept: 0, divided: 0, refused: [], failed: null, settings: null });
		expect(contentsOf(await store.exportAll())).toEqual(contentsOf(backup));
	});

	it('of format 1 parses, is idempotent and makes the round trip', async () => {
		const store = await open();
		const backup = frozen();
		const { settings } = backup;
		const first = await store.importAll(frozen(), { mode: 'merge' });
		expect(first).toEqual({ imported: 4, kept: 0, divided: 0, refused: [], failed: null, settings });
		const again = await store.importAll(frozen(), { mode: 'merge' });
		expect(again).toEqual({ imported: 0, kept: 4, divided: 0, refused: [], failed: null, settings });
		expect(contentsOf(await store.exportAll())).toEqual(contentsOf(backup));
		expect(await store.readStep(lessonId, 'task')).toEqual({ record: null, damaged: true, failed: null });
	});

	it('does not take newer work away, nor keep older', async () => {
		const store = await open();
		await store.save({ step: stepSave(0, 'first'), lesson: lessonSave(0) });
		const old = await store.exportAll();
		await store.save({ step: stepSave(1, 'second') });
		const recent = await store.exportAll();

		expect(await store.importAll(old, { mode: 'merge' })).toMatchObject({ imported: 0, kept: 2 });
		expect((await store.readStep(lessonId, 'check')).record).toMatchObject({ work: 'second', rev: 2 });

		await store.importAll(old, { mode: 'replace' });
		expect((await store.readStep(lessonId, 'check')).record).toMatchObject({ work: 'first', rev: 1 });
		expect(await store.importAll(recent, { mode: 'merge' })).toMatchObject({ imported: 1, kept: 1 });
		expect((await store.readStep(lessonId, 'check')).record).toMatchObject({ work: 'second' });
	});

	it('makes a page stale that still shows what gave way', async () => {
		const store = await open();
		await store.save({ step: stepSave(0, 'shown') });
		const backup = await store.exportAll();
		for (const step of backup.steps) step.savedAt += 1_000_000;
		await store.importAll(backup, { mode: 'merge' });
		expect(await store.save({ step: stepSave(1) })).toEqual({ ok: false, reason: 'stale' });
	});

	it('in place of everything leaves nothing else', async () => {
		const store = await open();
		await store.save({ step: stepSave(0, 'other', 'reverse') });
		expect(await store.importAll(frozen(), { mode: 'replace' })).toMatchObject({ imported: 4, kept: 0 });
		expect(contentsOf(await store.exportAll())).toEqual(contentsOf(frozen()));
	});

	it('is brought in without its bad records, which are named', async () => {
		const store = await open();
		const backup = frozen();
		const [check, weigh] = backup.steps as [StepRecord, StepRecord];
		const steps = [
			{ ...check, rev: 'many' },
			weigh,
			{ ...check, work: JSON.parse('{"__proto__":{"x":1}}') as unknown }
		];
		const report = await store.importAll({ ...backup, steps, quarantine: [7] }, { mode: 'replace' });
		expect(report).toMatchObject({ imported: 2, kept: 0, failed: null });
		expect(report.refused).toEqual([
			{ path: 'steps[0].rev', expected: 'number', found: '"many"' },
			{ path: 'steps[2].work.__proto__', expected: 'no such key', found: '"__proto__"' },
			{ path: 'quarantine[0]', expected: 'Object', found: '7' }
		]);
		expect((await store.exportAll()).steps).toEqual([weigh]);
		expect(({} as { x?: number }).x).toBeUndefined();
	});

	it.each<[string, unknown, { path: string; expected?: string; found?: string }]>([
		['garbage', 'PK\u0003\u0004', { path: '', expected: 'Object', found: '"PK\u0003\u0004"' }],
		['nothing', undefined, { path: '', expected: 'a value', found: 'undefined' }],
		['a list', [], { path: 'app', expected: 'a value', found: 'undefined' }],
		['another app', { ...frozen(), app: 'parallel' }, { path: 'app', expected: '"parallax"', found: '"parallel"' }],
		['a later version', { ...frozen(), format: 4 }, { path: 'format', expected: '3', found: '4' }],
		['steps that are no list', { ...frozen(), steps: {} }, { path: 'steps', expected: 'Array', found: 'Object' }],
		['more than a backup', { ...frozen(), extra: 1 }, { path: 'extra', expected: 'no such key' }],
		[
			'a __proto__',
			JSON.parse(JSON.stringify(frozen()).replace('{', '{"__proto__":{"steps":[]},')),
			{ path: '__proto__', expected: 'no such key', found: '"__proto__"' }
		]
	])('is refused whole when it is %s', async (_, input, mismatch) => {
		const store = await open();
		await store.save({ step: stepSave(0), lesson: lessonSave(0) });
		const before = contentsOf(await store.exportAll());
		const report = await store.importAll(input, { mode: 'replace' });
		expect(report).toMatchObject({ imported: 0, kept: 0, refused: [mismatch], failed: null });
		expect(contentsOf(await store.exportAll())).toEqual(before);
	});
});

it('changes nothing when the disk is full half-way', async () => {
	const store = await device().tab();
	await store.save({ step: stepSave(0, 'mine') });
	const before = contentsOf(await store.exportAll());
	const objectStore = IDBTransaction.prototype.objectStore;
	vi.spyOn(IDBTransaction.prototype, 'objectStore').mockImplementation(function (this: IDBTransaction, name) {
		if (name === 'lessons' && this.mode === 'readwrite' && armed)
			(this as unknown as { _abort(name: string): void })._abort('QuotaExceededError');
		return objectStore.call(this, name);
	});
	let armed = true;
	expect(await store.importAll(frozen(), { mode: 'replace' })).toMatchObject({ imported: 0, failed: 'full' });
	armed = false;
	vi.restoreAllMocks();
	expect(contentsOf(await store.exportAll())).toEqual(before);
});

it('brings a damaged record to another device, as it was', async () => {
	const { tab, factory, name } = device();
	const store = await tab();
	const bad = { lessonId, stepId: 'check', rev: 1, work: '一小时' };
	await tamper(factory, name, 'steps', (table) => table.put(bad));
	const backup = throughFile(await store.exportAll());
	const other = await device().tab();
	expect(await other.importAll(backup, { mode: 'merge' })).toMatchObject({ imported: 1, refused: [] });
	expect(await other.readStep(lessonId, 'check')).toMatchObject({ damaged: true });
	expect((await other.exportAll()).quarantine).toMatchObject([{ record: bad }]);
});

it('carries the settings, and mends what it does not know in them', async () => {
	const store = await device().tab();
	const backup = await store.exportAll({ theme: 'dark', pinyin: true, textSize: 'normal' });
	const { settings } = await store.importAll(backup, { mode: 'merge' });
	expect(settings).toEqual({ theme: 'dark', pinyin: true, textSize: 'normal' });
	const parsed = parseBackup({ ...backup, settings: { theme: 'sepia', pinyin: true } });
	expect(parsed).toMatchObject({ value: { settings: { theme: 'system', pinyin: true } } });
});

describe('merging any two backups', () => {
	const record = fc
		.record({
			stepId: fc.constantFrom('check' as const, 'weigh' as const, 'task' as const),
			savedAt: fc.integer({ min: 0, max: 4 }),
			rev: fc.integer({ min: 0, max: 4 }),
			work: fc.string()
		})
		.map(({ stepId, savedAt, rev, work }) => toStepRecord(stepSave(rev, work, stepId), savedAt));
	const contents = fc.uniqueArray(record, { selector: keyOf }).map((steps) => ({ ...empty, steps }));

	it('keeps the latest of each record, whichever way round', () => {
		fc.assert(
			fc.property(contents, contents, (a, b) => {
				const strip = (all: StepRecord[]) => all.map(({ stepId, savedAt }) => `${stepId} ${savedAt}`).sort();
				const there = merge(a, b);
				expect(there.imported + there.kept).toBe(b.steps.length);
				expect(strip(there.contents.steps)).toEqual(strip(merge(b, a).contents.steps));
				for (const step of [...a.steps, ...b.steps]) {
					const winner = there.contents.steps.find((one) => one.stepId === step.stepId);
					expect(winner?.savedAt).toBeGreaterThanOrEqual(step.savedAt);
				}
				expect(merge(there.contents, b).imported).toBe(0);
			})
		);
	});
});
