import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StepId } from '#lib/domain/lesson/model.ts';
import { createSaver } from '#lib/storage/saver.ts';
import type { SaverStatus } from '#lib/storage/saver.ts';
import type { Change, Saved } from '#lib/storage/store.ts';
import { device, lessonId, lessonSave, stepSave } from './support.ts';

const step = (work: unknown, stepId: StepId = 'check') => {
	const { rev: _, ...rest } = stepSave(0, work, stepId);
	return rest;
};
const lesson = (lastStep: StepId) => {
	const { rev: _, ...rest } = lessonSave(0, lastStep);
	return rest;
};

/** A store whose writes end when the test says so. */
function slowStore() {
	const writes: { change: Change; end(saved?: Saved): void }[] = [];
	const save = (change: Change): Promise<Saved> =>
		new Promise((resolve) => {
			const revs = {
				...(change.step && { step: change.step.rev + 1 }),
				...(change.lesson && { lesson: change.lesson.rev + 1 })
			};
			writes.push({ change, end: (saved = { ok: true, revs }) => resolve(saved) });
		});
	const end = async (saved?: Saved): Promise<void> => {
		writes.at(-1)?.end(saved);
		// The saver goes on in microtasks.
		await new Promise((resolve) => setImmediate(resolve));
	};
	const endAll = async (): Promise<void> => {
		for (const { end: endOne } of writes) endOne();
		await new Promise((resolve) => setImmediate(resolve));
	};
	return { save, writes, end, endAll };
}
const refused = (reason: 'stale' | 'full' | 'unavailable'): Saved => ({ ok: false, reason });

describe('a saver', () => {
	it('starts the first write before save returns', () => {
		const store = slowStore();
		createSaver(store).save({ step: step('a') });
		expect(store.writes.map(({ change }) => change)).toEqual([{ step: stepSave(0, 'a') }]);
	});

	it('writes only the newest of what came while a write was under way, one rev further', async () => {
		const store = slowStore();
		const saver = createSaver(store);
		for (const work of ['a', 'b', 'c', 'd']) saver.save({ step: step(work) });
		await store.end();
		await store.end();
		expect(store.writes.map(({ change }) => change.step)).toEqual([stepSave(0, 'a'), stepSave(1, 'd')]);
		expect(await saver.settled()).toBe('saved');
	});

	it('never writes the progress before the answers that it tells of', async () => {
		const store = slowStore();
		const saver = createSaver(store);
		saver.save({ step: step('a') });
		saver.save({ step: step('b', 'task'), lesson: lesson('task') });
		saver.save({ step: step('c', 'weigh'), lesson: lesson('weigh') });
		await store.end();
		await store.end();
		await store.end();
		const written = store.writes.map(({ change }) => [change.step?.stepId, change.lesson?.lastStep]);
		expect(written).toEqual([
			['check', undefined],
			['task', undefined],
			['weigh', 'weigh']
		]);
	});

	it('goes on from the rev that the page saw', () => {
		const store = slowStore();
		const saver = createSaver(store);
		saver.saw({ lessonId, stepId: 'check', rev: 7 });
		saver.saw({ lessonId, rev: 3 });
		saver.save({ step: step('a'), lesson: lesson('check') });
		expect(store.writes[0]?.change).toMatchObject({ step: { rev: 7 }, lesson: { rev: 3 } });
	});

	it('hands over at once what succeeds a write under way of the same lesson', () => {
		const store = slowStore();
		const saver = createSaver(store);
		saver.saw({ lessonId, rev: 3 });
		for (const work of ['a', 'b', 'c']) saver.save({ step: step(work), lesson: lesson('check') });
		expect(store.writes.map(({ change }) => [change.step?.rev, change.step?.work, change.lesson?.rev])).toEqual([
			[0, 'a', 3],
			[1, 'b', 4],
			[2, 'c', 5]
		]);
	});

	it('lets wait what would not be refused after a failure of the first record of all', () => {
		const store = slowStore();
		const saver = createSaver(store);
		for (const work of ['a', 'b']) saver.save({ step: step(work), lesson: lesson('check') });
		expect(store.writes).toHaveLength(1);
	});

	it('hands over eight at most, and then only the newest', async () => {
		const store = slowStore();
		const saver = createSaver(store);
		saver.saw({ lessonId, rev: 1 });
		for (let at = 1; at <= 20; at++) saver.save({ step: step(at), lesson: lesson('check') });
		expect(store.writes.map(({ change }) => change.step?.work)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
		await store.endAll();
		await store.endAll();
		expect(store.writes.map(({ change }) => change.step?.work).slice(8)).toEqual([20]);
		expect(await saver.settled()).toBe('saved');
	});

	it('keeps what it was given, whatever becomes of the object while it waits', async () => {
		const store = slowStore();
		const saver = createSaver(store);
		saver.save({ step: step('a') });
		const work = { answers: ['x'] };
		saver.save({ step: step(work) });
		work.answers.push('y');
		await store.end();
		expect(store.writes[1]?.change.step?.work).toEqual({ answers: ['x'] });
	});

	it('throws at once on what is no plain data, and saves nothing of it', () => {
		const store = slowStore();
		const saver = createSaver(store);
		const proxy = new Proxy({}, {});
		expect(() => saver.save({ step: step(proxy) })).toThrow(DOMException);
		expect(() => saver.save({ step: { ...step('a'), lessonVersion: 0 }, lesson: lesson('check') })).toThrow(TypeError);
		expect([saver.status, store.writes.length]).toEqual(['saved', 0]);
	});

	it('tells its listeners what it is doing until they leave', async () => {
		const store = slowStore();
		const saver = createSaver(store);
		const heard: SaverStatus[] = [];
		const leave = saver.subscribe((status) => heard.push(status));
		saver.save({ step: step('a') });
		saver.save({ step: step('b') });
		await store.end();
		await store.end();
		leave();
		saver.save({ step: step('c') });
		expect(heard).toEqual(['saving', 'saved']);
		expect(saver.status).toBe('saving');
	});

	it('takes a change from a listener, too', async () => {
		const store = slowStore();
		const saver = createSaver(store);
		let once = true;
		saver.subscribe(() => {
			if (once) saver.save({ step: step('from the listener') });
			once = false;
		});
		saver.save({ step: step('a') });
		await store.end();
		await store.end();
		expect(await saver.settled()).toBe('saved');
		expect(store.writes.map(({ change }) => change.step?.work)).toEqual(['a', 'from the listener']);
	});

	it('settles only when all is written', async () => {
		const store = slowStore();
		const saver = createSaver(store);
		let settled = false;
		saver.save({ step: step('a') });
		const settling = saver.settled().then(() => (settled = true));
		saver.save({ step: step('b') });
		await store.end();
		expect(settled).toBe(false);
		await store.end();
		await settling;
		expect(store.writes).toHaveLength(2);
	});
});

describe('a saver that was refused', () => {
	it('stops when stale, and keeps the newest until it is told', async () => {
		const store = slowStore();
		const saver = createSaver(store);
		saver.save({ step: step('a') });
		await store.end(refused('stale'));
		saver.save({ step: step('b') });
		expect(await saver.settled()).toBe('stale');
		expect(store.writes).toHaveLength(1);
		saver.saw({ lessonId, stepId: 'check', rev: 5 });
		const resumed = saver.resume('mine');
		await store.end();
		expect(await resumed).toBe('saved');
		expect(store.writes[1]?.change.step).toEqual(stepSave(5, 'b'));
	});

	it('drops what waits when it is told that the other is right', async () => {
		const store = slowStore();
		const saver = createSaver(store);
		saver.save({ step: step('a') });
		await store.end(refused('stale'));
		expect(await saver.resume('theirs')).toBe('saved');
		saver.saw({ lessonId, stepId: 'check', rev: 5 });
		saver.save({ step: step('b') });
		expect(store.writes.map(({ change }) => change.step)).toEqual([stepSave(0, 'a'), stepSave(5, 'b')]);
	});

	it('tries again with the next save after full, with all that waits', async () => {
		const store = slowStore();
		const saver = createSaver(store);
		saver.save({ step: step('a'), lesson: lesson('check') });
		await store.end(refused('full'));
		expect(saver.status).toBe('full');
		saver.save({ lesson: lesson('weigh') });
		expect(store.writes[1]?.change).toEqual({ step: stepSave(0, 'a'), lesson: lessonSave(0, 'weigh') });
		await store.end();
		expect(await saver.settled()).toBe('saved');
	});

	it('tells why the first failed, not that what followed it was stale, and then writes the newest', async () => {
		const store = slowStore();
		const saver = createSaver(store);
		saver.saw({ lessonId, rev: 3 });
		for (const work of ['a', 'b', 'c']) saver.save({ step: step(work), lesson: lesson('check') });
		for (const [at, write] of store.writes.entries()) write.end(refused(at === 0 ? 'full' : 'stale'));
		expect(await saver.settled()).toBe('full');
		const resumed = saver.resume('mine');
		await store.end();
		expect(await resumed).toBe('saved');
		expect(store.writes[3]?.change).toEqual({ step: stepSave(0, 'c'), lesson: lessonSave(3, 'check') });
	});

	it('says unavailable when the store throws, and still holds the work', async () => {
		const store = slowStore();
		let broken = true;
		const saver = createSaver({ save: (change) => (broken ? Promise.reject(new Error('?')) : store.save(change)) });
		saver.save({ step: step('a') });
		expect(await saver.settled()).toBe('unavailable');
		broken = false;
		const resumed = saver.resume('mine');
		await store.end();
		expect(await resumed).toBe('saved');
		expect(store.writes[0]?.change.step).toEqual(stepSave(0, 'a'));
	});
});

describe('on disk', () => {
	const pages = ['check', 'weigh', 'task'] as const;
	const action = fc.oneof(
		{ weight: 6, arbitrary: fc.record({ page: fc.constantFrom(...pages), step: fc.boolean(), lesson: fc.boolean() }) },
		{ weight: 1, arbitrary: fc.constant('pause' as const) },
		{ weight: 1, arbitrary: fc.constant('settle' as const) },
		{ weight: 1, arbitrary: fc.constant('full' as const) }
	);

	it('the last state of everything is kept after any sequence of saves and failures', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(action, { maxLength: 30 }), async (actions) => {
				const store = await device().tab();
				let full = false;
				const saver = createSaver({
					save(change) {
						if (!full) return store.save(change);
						full = false;
						return Promise.resolve(refused('full'));
					}
				});
				const last: { steps: Record<string, unknown>; lesson: StepId | null } = { steps: {}, lesson: null };
				for (const [at, act] of actions.entries()) {
					if (act === 'pause') await new Promise((resolve) => setImmediate(resolve));
					else if (act === 'settle') await saver.settled();
					else if (act === 'full') full = true;
					else {
						if (act.step) last.steps[act.page] = { at };
						if (act.lesson) last.lesson = act.page;
						saver.save({
							...(act.step && { step: step({ at }, act.page) }),
							...(act.lesson && { lesson: lesson(act.page) })
						});
					}
				}
				full = false;
				await saver.settled();
				expect(await saver.resume('mine')).toBe('saved');
				const { steps, lessons } = await store.exportAll();
				expect(Object.fromEntries(steps.map(({ stepId, work }) => [stepId, work]))).toEqual(last.steps);
				expect(lessons[0]?.lastStep ?? null).toBe(last.lesson);
				store.close();
			}),
			{ numRuns: 60 }
		);
	});

	it('of two pages the second to save is told, and the first keeps its work', async () => {
		const { tab } = device();
		const [left, right] = [createSaver(await tab()), createSaver(await tab())];
		left.save({ step: step('left') });
		expect(await left.settled()).toBe('saved');
		right.save({ step: step('right') });
		expect(await right.settled()).toBe('stale');
		left.save({ step: step('left again') });
		expect(await left.settled()).toBe('saved');
		expect((await (await tab()).readStep(lessonId, 'check')).record).toMatchObject({ rev: 2, work: 'left again' });
	});
});
