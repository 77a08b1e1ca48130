import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from '#lib/domain/canonical.ts';
import { writeNote } from '#lib/domain/learning/notes/note.ts';
import { parseBackup, toBackup } from '#lib/storage/backup.ts';
import { empty, keyOf } from '#lib/storage/contents.ts';
import type { Contents } from '#lib/storage/contents.ts';
import type { LessonRecord, StepRecord } from '#lib/storage/envelopes.ts';
import type { Spare } from '#lib/storage/kinds.ts';
import { merge } from '#lib/storage/merge.ts';
import { toOwnRecord } from '#lib/storage/own-record.ts';
import { toLessonRecord, toStepRecord } from '#lib/storage/records.ts';
import { about, devices } from '../domain/learning/notes/arbitraries.ts';
import { device, lessonId, lessonSave, stepSave } from './support.ts';

const step = fc
	.record({
		stepId: fc.constantFrom('check' as const, 'task' as const),
		savedAt: fc.integer({ min: 0, max: 4 }),
		rev: fc.nat(4),
		work: fc.dictionary(fc.constantFrom('q1', 'q2'), fc.constantFrom('a', 'ab', 'b', '网'))
	})
	.map(({ stepId, savedAt, rev, work }) => toStepRecord(stepSave(rev, work, stepId), savedAt));
/** As a lesson saves it: a result is one of the answers that were saved with it. */
const lessonOf = (steps: StepRecord[], rev: number): LessonRecord[] =>
	steps.length === 0
		? []
		: [
				toLessonRecord(
					{
						...lessonSave(rev),
						results: Object.fromEntries(
							steps.map(({ stepId, work }) => [stepId, { done: Object.keys(work as object).length > 1, frames: {} }])
						)
					},
					Math.max(...steps.map(({ savedAt }) => savedAt))
				)
			];
const note = (data: unknown) => toOwnRecord({ kind: 'note', id: 'framing/one-slogan/c1', rev: 0, data }, 5);
const strange = fc
	.record({ savedAt: fc.nat(4), data: fc.constantFrom(1, 2, null) })
	.map(({ savedAt, data }) => toOwnRecord({ kind: 'from-a-newer-version', id: 'x', rev: 0, data }, savedAt));

const contents = (one: unknown): fc.Arbitrary<Contents> =>
	fc
		.record({
			steps: fc.uniqueArray(step, { selector: keyOf }),
			rev: fc.nat(4),
			others: fc.array(strange, { maxLength: 1 })
		})
		.map(({ steps, rev, others }) => ({
			steps,
			lessons: lessonOf(steps, rev),
			own: [note(one), ...others],
			quarantine: [],
			review: []
		}));
/** What three devices hold that began alike and went apart. */
const three = devices.chain(([a, b, c]) => fc.tuple(contents(a), contents(b), contents(c)));

/** All that is there, whatever the order and however often each device has written. */
function said({ steps, lessons, own, quarantine }: Contents) {
	const sorted = (records: { rev?: number }[]) => records.map((one) => canonical({ ...one, rev: 0 })).toSorted();
	return { steps: sorted(steps), lessons: sorted(lessons), own: sorted(own), quarantine: quarantine.length };
}
const merged = (a: Contents, b: Contents): Contents => merge(a, b).contents;
const textsIn = (value: unknown): string[] =>
	typeof value === 'string'
		? [value]
		: typeof value === 'object' && value !== null
			? Object.values(value).flatMap(textsIn)
			: [];

describe('merging what devices hold', () => {
	it('gives the same whichever way round, in any order, and however often', () => {
		fc.assert(
			fc.property(three, ([a, b, c]) => {
				expect(said(merged(a, b))).toEqual(said(merged(b, a)));
				const all = merged(merged(a, b), c);
				expect(said(merged(a, merged(b, c)))).toEqual(said(all));
				expect(merged(all, b)).toEqual(all);
				expect(merge(all, c)).toMatchObject({ imported: 0, divided: 0 });
			}),
			{ numRuns: 500 }
		);
	});

	it('loses no words of any answer', () => {
		fc.assert(
			fc.property(three, ([a, b]) => {
				const both = merged(a, b);
				for (const { stepId, work } of [...a.steps, ...b.steps]) {
					const kept = [
						...both.steps.filter((one) => one.stepId === stepId).map((one) => one.work),
						...both.own.flatMap(({ kind, data }) =>
							kind === 'spare' && (data as Spare).stepId === stepId ? [(data as Spare).work] : []
						)
					].flatMap(textsIn);
					for (const text of textsIn(work)) expect(kept.some((one) => one.includes(text))).toBe(true);
				}
			})
		);
	});

	it('is the same after a file', () => {
		fc.assert(
			fc.property(three, ([a, b]) => {
				const file: unknown = JSON.parse(JSON.stringify(toBackup(a, 9)));
				const parsed = parseBackup(file);
				expect(parsed).toMatchObject({ ok: true, value: { intact: true, refused: [] } });
				if (parsed.ok) expect(said(merged(b, parsed.value.contents))).toEqual(said(merged(b, a)));
			})
		);
	});
});

describe('two devices', () => {
	const record = (work: unknown, at: number, stepId: 'check' | 'task' = 'task') =>
		toStepRecord(stepSave(0, work, stepId), at);
	const holds = (part: Partial<Contents>): Contents => ({ ...empty, ...part });

	it('that answered different steps have the results of both', () => {
		const result = (done: boolean) => ({ done, frames: {} });
		const phone = holds({
			steps: [record('phone', 5)],
			lessons: [toLessonRecord({ ...lessonSave(0), results: { task: result(true) } }, 5)]
		});
		const laptop = holds({
			steps: [record('laptop', 9, 'check')],
			lessons: [toLessonRecord({ ...lessonSave(0), results: { check: result(true) } }, 9)]
		});
		const [lesson] = merged(phone, laptop).lessons;
		expect(lesson?.results).toEqual({ task: result(true), check: result(true) });
	});

	it('keep the result of the answers that hold, though the other lesson was saved later', () => {
		const tally = (n: number) => ({
			done: true,
			frames: { western: { earned: { n, d: 1 }, possible: { n: 2, d: 1 } } }
		});
		const a = holds({
			steps: [record('second try', 7, 'check')],
			lessons: [toLessonRecord({ ...lessonSave(0), results: { check: tally(2) } }, 7)]
		});
		const b = holds({
			steps: [record('first try', 3, 'check')],
			lessons: [toLessonRecord({ ...lessonSave(0), results: { check: tally(1) } }, 9)]
		});
		expect(merged(a, b).lessons[0]?.results.check).toEqual(tally(2));
	});

	it('keep a text beside the later one, unless that says it too', () => {
		const early = holds({ steps: [record({ line: 'a ladder' }, 1)] });
		const other = holds({ steps: [record({ line: 'a slogan' }, 2)] });
		const further = holds({ steps: [record({ line: 'a ladder, in fact' }, 2)] });
		expect(merge(early, other)).toMatchObject({ imported: 1, divided: 1 });
		expect(merged(early, other).own).toMatchObject([{ kind: 'spare', data: { work: { line: 'a ladder' } } }]);
		expect(merge(early, further)).toMatchObject({ imported: 1, divided: 0 });
		expect(merged(early, further).own).toEqual([]);
	});

	it('do not bring back a kept answer that was dealt with', () => {
		const early = holds({ steps: [record({ line: 'a ladder' }, 1)] });
		const both = merged(holds({ steps: [record({ line: 'a slogan' }, 2)] }), early);
		const dealtWith = { ...both, own: both.own.map((one) => ({ ...one, rev: one.rev + 1, data: null })) };
		expect(merge(dealtWith, early)).toMatchObject({ contents: dealtWith, imported: 0, divided: 0 });
	});
});

it('a copy, wiped, restored and merged with itself gives the same state twice over', async () => {
	const store = await device().tab();
	await store.save({ step: stepSave(0, { line: 'mine' }), lesson: lessonSave(0) });
	const written = writeNote(null, 'a note', { by: 'a', at: 1, about: about() });
	await (await store.own()).save({ kind: 'note', id: 'framing/one-slogan/c1', rev: 0, data: written });
	const backup: unknown = JSON.parse(JSON.stringify(await store.exportAll()));
	await store.deleteAll();
	expect(await store.importAll(backup, { mode: 'merge' })).toMatchObject({ imported: 3, kept: 0 });
	const once = await store.exportAll();
	expect(await store.importAll(backup, { mode: 'merge' })).toMatchObject({ imported: 0, kept: 3, divided: 0 });
	const twice = await store.exportAll();
	expect({ ...twice, savedAt: 0, digest: '' }).toEqual({ ...once, savedAt: 0, digest: '' });
});

describe('a copy of format 3', () => {
	const frozen = (): unknown =>
		JSON.parse(readFileSync(new URL('./frozen/backup-3.json', import.meta.url), 'utf8')) as unknown;

	it('is intact, comes back whole, and makes the round trip', async () => {
		const store = await device().tab();
		expect(parseBackup(frozen())).toMatchObject({ ok: true, value: { intact: true, refused: [] } });
		await store.importAll(frozen(), { mode: 'replace' });
		const { savedAt, settings, digest, ...rest } = frozen() as ReturnType<typeof toBackup>;
		expect(await store.exportAll(settings)).toEqual({
			...rest,
			settings,
			savedAt: expect.any(Number) as number,
			digest: expect.any(String) as string
		});
		expect([savedAt, digest]).toEqual([expect.any(Number), expect.stringMatching(/^[0-9a-f]{64}$/)]);
	});

	it('tells when a single letter was changed, and still gives what can be read', () => {
		const text = JSON.stringify(frozen()).replace('a ladder', 'a letter');
		const parsed = parseBackup(JSON.parse(text));
		expect(parsed).toMatchObject({ ok: true, value: { intact: false, refused: [] } });
		if (parsed.ok) expect(parsed.value.contents.own).toHaveLength(3);
	});

	it.each([1, 2])('of format %i cannot tell', (format) => {
		const file = readFileSync(new URL(`./frozen/backup-${format}.json`, import.meta.url), 'utf8');
		expect(parseBackup(JSON.parse(file))).toMatchObject({ ok: true, value: { intact: null } });
	});

	it('that is nested too deep for any honest file is refused or not intact, and never throws', () => {
		const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
		const text = JSON.stringify(frozen()).replace('"settings":{', `"settings":{"deep":${deep},`);
		expect(parseBackup(JSON.parse(text))).toMatchObject({ ok: true, value: { intact: false } });
	});

	it('refuses a note whose data is none, and names the place', () => {
		const bad = toBackup({ ...empty, own: [{ ...note(null), data: { text: 'x' } }] }, 1);
		expect(parseBackup(bad)).toMatchObject({ ok: true, value: { refused: [{ path: 'own[0].data.about' }] } });
	});
});

it('own records are written by rev, and seen by another tab', async () => {
	const { tab } = device();
	const [one, other] = [await tab(), await tab()];
	const heard = new Promise((tell) => other.onChange(tell));
	const save = (rev: number, text: string) => ({
		kind: 'note',
		id: 'term/x',
		rev,
		data: writeNote(null, text, { by: 'a', at: 1, about: about() })
	});
	expect(await one.holdsOwn('note')).toBe(false);
	expect(await (await one.own()).save(save(0, 'first'))).toEqual({ ok: true, rev: 1 });
	expect(await heard).toEqual({ kind: 'note', id: 'term/x', rev: 1 });
	expect(await other.holdsOwn('note')).toBe(true);
	expect(await (await other.own()).save(save(0, 'blind'))).toEqual({ ok: false, reason: 'stale' });
	expect(await (await other.own()).save(save(1, 'second'))).toEqual({ ok: true, rev: 2 });
	expect((await (await one.own()).all('note')).records).toMatchObject([{ rev: 2 }]);
	await one.deleteAll();
	expect(await (await other.own()).save(save(0, 'late'))).toEqual({ ok: false, reason: 'stale' });
	expect((await (await other.own()).all('note')).records).toEqual([]);
	expect((await one.readStep(lessonId, 'check')).record).toBeNull();
});
