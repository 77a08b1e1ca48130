import { IDBDatabase, IDBObjectStore, IDBTransaction } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { databaseVersion } from '#lib/storage/database.ts';
import type { Notice, Store } from '#lib/storage/store.ts';
import { openStore } from '#lib/storage/store.ts';
import { device, lessonId, lessonSave, stepSave, tamper } from './support.ts';

afterEach(() => {
	vi.restoreAllMocks();
});

describe.each<['disk' | 'memory', () => Promise<Store>]>([
	['disk', () => device().tab()],
	['memory', () => device().tab({ indexedDB: null })]
])('a store in %s', (kind, open) => {
	it('says where it is', async () => {
		expect(await open()).toMatchObject({ kind, why: kind === 'disk' ? null : 'unavailable' });
	});

	it('reads nothing where nothing was saved', async () => {
		const store = await open();
		const nothing = { record: null, damaged: false, failed: null };
		expect(await store.readStep(lessonId, 'check')).toEqual(nothing);
		expect(await store.readLesson(lessonId)).toEqual(nothing);
		expect(await store.readLessons()).toEqual({ records: [], damaged: [], failed: null });
	});

	it('reads back what was saved, step and lesson', async () => {
		const store = await open();
		const saved = await store.save({ step: stepSave(0, { answer: '选' }), lesson: lessonSave(0) });
		expect(saved).toEqual({ ok: true, revs: { step: 1, lesson: 1 } });
		const { record } = await store.readStep(lessonId, 'check');
		expect(record).toMatchObject({ rev: 1, work: { answer: '选' }, place: { value: 'answering' } });
		expect((await store.readLesson(lessonId)).record).toMatchObject({ rev: 1, results: lessonSave(0).results });
		expect((await store.readLessons()).records).toHaveLength(1);
		expect((await store.readStep(lessonId, 'weigh')).record).toBeNull();
	});

	it('keeps what it was given, whatever becomes of the object', async () => {
		const store = await open();
		const work = { answers: ['a'] };
		const saving = store.save({ step: stepSave(0, work) });
		work.answers.push('b');
		await saving;
		expect((await store.readStep(lessonId, 'check')).record?.work).toEqual({ answers: ['a'] });
	});

	it.each([0, 1, 3, 7])('refuses rev %i when 2 is there, and leaves the first write as it is', async (rev) => {
		const store = await open();
		await store.save({ step: stepSave(0) });
		await store.save({ step: stepSave(1, { answer: 'mine' }) });
		expect(await store.save({ step: stepSave(rev) })).toEqual({ ok: false, reason: 'stale' });
		expect((await store.readStep(lessonId, 'check')).record).toMatchObject({ rev: 2, work: { answer: 'mine' } });
		expect(await store.save({ step: stepSave(2) })).toMatchObject({ ok: true });
	});

	it('writes neither record when one of them is stale', async () => {
		const store = await open();
		await store.save({ step: stepSave(0, 'before'), lesson: lessonSave(0, 'task') });
		const before = await store.exportAll();
		expect(await store.save({ step: stepSave(1), lesson: lessonSave(0) })).toMatchObject({ reason: 'stale' });
		expect(await store.save({ step: stepSave(0), lesson: lessonSave(1) })).toMatchObject({ reason: 'stale' });
		const anew = { savedAt: expect.any(Number) as number, digest: expect.any(String) as string };
		expect(await store.exportAll()).toEqual({ ...before, ...anew });
	});

	it('rejects what cannot be stored, and writes nothing of it', async () => {
		const store = await open();
		const save = store.save({ step: stepSave(0, { callback: () => 1 }), lesson: lessonSave(0) });
		await expect(save).rejects.toMatchObject({ name: 'DataCloneError' });
		expect(await store.exportAll()).toMatchObject({ steps: [], lessons: [] });
	});

	it('holds nothing after everything was deleted', async () => {
		const store = await open();
		await store.save({ step: stepSave(0), lesson: lessonSave(0) });
		expect(await store.deleteAll()).toEqual({ ok: true });
		expect(await store.exportAll()).toMatchObject({ steps: [], lessons: [], quarantine: [] });
		expect(await store.save({ step: stepSave(0) })).toMatchObject({ ok: true });
	});
});

describe('on disk', () => {
	it('is handed over whole and strict before the call returns', async () => {
		const store = await device().tab();
		const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
		const commit = vi.spyOn(IDBTransaction.prototype, 'commit');
		const add = vi.spyOn(IDBObjectStore.prototype, 'add');
		const saving = store.save({ step: stepSave(0), lesson: lessonSave(0) });
		expect(transaction.mock.calls).toEqual([[expect.anything(), 'readwrite', { durability: 'strict' }]]);
		expect(add.mock.calls.map(([row]) => row)).toMatchObject([{}, { stepId: 'check' }, { lastStep: 'check' }]);
		expect(commit).toHaveBeenCalledOnce();
		await saving;
	});

	it('outlives the tab', async () => {
		const { tab } = device();
		const first = await tab();
		await first.save({ step: stepSave(0) });
		first.close();
		expect((await (await tab()).readStep(lessonId, 'check')).record).toMatchObject({ rev: 1 });
	});

	it('says full when there is no room, keeps the old, and goes on when there is room again', async () => {
		const store = await device().tab();
		await store.save({ step: stepSave(0, 'old'), lesson: lessonSave(0) });
		// As browsers do it: the requests succeed, and the commit fails.
		const commit = vi.spyOn(IDBTransaction.prototype, 'commit').mockImplementation(function (this: IDBTransaction) {
			(this as unknown as { _abort(name: string): void })._abort('QuotaExceededError');
		});
		const change = { step: stepSave(1, 'new'), lesson: lessonSave(1) };
		expect(await store.save(change)).toEqual({ ok: false, reason: 'full' });
		expect((await store.readStep(lessonId, 'check')).record).toMatchObject({ rev: 1, work: 'old' });
		commit.mockRestore();
		expect(await store.save(change)).toEqual({ ok: true, revs: { step: 2, lesson: 2 } });
	});

	it('finds a lost connection again', async () => {
		const { tab } = device();
		const store = await tab();
		const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(() => {
			throw new DOMException('closing', 'InvalidStateError');
		});
		expect(await store.save({ step: stepSave(0) })).toMatchObject({ ok: true });
		expect(transaction.mock.calls.length).toBeGreaterThan(1);
	});

	it('says unavailable when the database fails for another reason', async () => {
		const store = await device().tab();
		vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
			throw new DOMException('broken', 'UnknownError');
		});
		expect(await store.save({ step: stepSave(0) })).toEqual({ ok: false, reason: 'unavailable' });
		expect(await store.readStep(lessonId, 'check')).toMatchObject({ record: null, failed: 'unavailable' });
		expect(await store.readLessons()).toMatchObject({ failed: 'unavailable' });
		expect(await store.deleteAll()).toEqual({ ok: false, reason: 'unavailable' });
	});
});

describe('a damaged record', () => {
	const damage = async () => {
		const { tab, factory, name } = device();
		const store = await tab();
		await store.save({ step: stepSave(0, 'fine', 'task') });
		const bad = { lessonId, stepId: 'check', rev: 4, format: 1, work: 'an hour of thought' };
		await tamper(factory, name, 'steps', (table) => table.put(bad));
		await tamper(factory, name, 'lessons', (table) => table.put({ lessonId, rev: 'two' }));
		return { store, bad, tab };
	};
	const entry = (record: unknown) => ({ from: 'steps', key: `${lessonId}/check`, record });

	it('is in the export before anyone has read it', async () => {
		const { store, bad } = await damage();
		const { steps, lessons, quarantine } = await store.exportAll();
		expect(steps).toHaveLength(1);
		expect(lessons).toEqual([]);
		expect(quarantine).toMatchObject([entry(bad), { from: 'lessons', record: { rev: 'two' } }]);
	});

	it('is set aside with its reason and reported until it is written anew', async () => {
		const { store, bad, tab } = await damage();
		const damaged = { record: null, damaged: true, failed: null };
		expect(await store.readStep(lessonId, 'check')).toEqual(damaged);
		expect(await (await tab()).readStep(lessonId, 'check')).toEqual(damaged);
		expect(await store.save({ step: stepSave(0) })).toMatchObject({ ok: true });
		expect(await store.readStep(lessonId, 'check')).toMatchObject({ damaged: false, record: { rev: 1 } });
		const { quarantine } = await store.exportAll();
		expect(quarantine).toMatchObject([{ from: 'lessons' }, { ...entry(bad), problem: { path: 'lessonVersion' } }]);
	});

	it('is named among the lessons and leaves its neighbours alone', async () => {
		const { store } = await damage();
		expect(await store.readLessons()).toEqual({ records: [], damaged: [lessonId], failed: null });
		expect(await store.readLesson(lessonId)).toMatchObject({ damaged: true });
		expect((await store.readStep(lessonId, 'task')).record).toMatchObject({ work: 'fine' });
	});
});

describe('two tabs', () => {
	const heard = (store: Store): Promise<Notice> =>
		new Promise((resolve) => {
			const stop = store.onChange((notice) => {
				stop();
				resolve(notice);
			});
		});

	it('do not overwrite each other, however they race', async () => {
		const { tab } = device();
		const [left, right] = [await tab(), await tab()];
		const race = await Promise.all([
			left.save({ step: stepSave(0, 'left') }),
			right.save({ step: stepSave(0, 'right') })
		]);
		expect(race).toEqual([
			{ ok: true, revs: { step: 1 } },
			{ ok: false, reason: 'stale' }
		]);
		expect((await right.readStep(lessonId, 'check')).record).toMatchObject({ work: 'left' });
	});

	it('hear of each other', async () => {
		const { tab } = device();
		const [left, right] = [await tab(), await tab()];
		const notice = heard(right);
		await left.save({ step: stepSave(0) });
		expect(await notice).toEqual({ lessonId, stepId: 'check', rev: 1 });
		const lesson = heard(left);
		await right.save({ lesson: lessonSave(0) });
		expect(await lesson).toEqual({ lessonId, stepId: null, rev: 1 });
		const gone = heard(right);
		await left.deleteAll();
		expect(await gone).toEqual({ everything: true });
	});

	it('do not bring back what the other has deleted', async () => {
		const { tab } = device();
		const [left, right] = [await tab(), await tab()];
		await left.save({ step: stepSave(0) });
		await right.deleteAll();
		expect(await left.save({ step: stepSave(1) })).toEqual({ ok: false, reason: 'stale' });
		expect(await right.exportAll()).toMatchObject({ steps: [] });
		expect(await (await tab()).save({ step: stepSave(0) })).toMatchObject({ ok: true });
	});

	it('give way to a newer version of the app, and say so', async () => {
		const { tab } = device();
		const old = await tab();
		await old.save({ step: stepSave(0) });
		const newer = await tab({ version: databaseVersion + 1 });
		expect(newer.kind).toBe('disk');
		expect((await newer.readStep(lessonId, 'check')).record).toMatchObject({ rev: 1 });
		expect(await old.save({ step: stepSave(1) })).toEqual({ ok: false, reason: 'blocked' });
		expect(await old.readStep(lessonId, 'check')).toMatchObject({ record: null, failed: 'blocked' });
		expect(await tab()).toMatchObject({ kind: 'memory', why: 'blocked' });
	});

	it('go on in memory when an older version does not give way', async () => {
		const { tab, factory, name } = device();
		(await tab()).close();
		const stubborn = await new Promise<IDBDatabase>((resolve) => {
			const request = factory.open(name);
			request.onsuccess = () => resolve(request.result as IDBDatabase);
		});
		expect(await tab({ version: databaseVersion + 1 })).toMatchObject({ kind: 'memory', why: 'blocked' });
		stubborn.close();
		expect(await tab({ version: databaseVersion + 1 })).toMatchObject({ kind: 'disk' });
	});
});

describe('without IndexedDB', () => {
	it.each([
		['is missing', undefined],
		[
			'throws',
			{
				open: () => {
					throw new DOMException('private mode', 'SecurityError');
				}
			} as unknown as IDBFactory
		]
	])('the store is in memory when it %s', async (_, factory) => {
		vi.stubGlobal('indexedDB', undefined);
		const store = await openStore({ now: () => 1, indexedDB: factory });
		vi.unstubAllGlobals();
		expect(store).toMatchObject({ kind: 'memory', why: 'unavailable' });
		expect(await store.save({ step: stepSave(0) })).toMatchObject({ ok: true });
	});

	it('the store is in memory when even its name is forbidden', async () => {
		const property = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB') as PropertyDescriptor;
		const forbid = () => {
			throw new DOMException('sandboxed', 'SecurityError');
		};
		Object.defineProperty(globalThis, 'indexedDB', { get: forbid, configurable: true });
		const store = await openStore({ now: () => 1 });
		Object.defineProperty(globalThis, 'indexedDB', property);
		expect(store).toMatchObject({ kind: 'memory', why: 'unavailable' });
	});
});
