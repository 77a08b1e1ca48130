import { beforeAll, describe, expect, test } from 'vitest';
import { unzipSync, strFromU8 } from 'fflate';
import { fraction } from '#lib/domain/fraction.ts';
import { makeFeedback } from '#lib/domain/classroom/feedback/make-feedback.ts';
import { openFeedback, sealFeedback } from '#lib/domain/classroom/feedback/seal-feedback.ts';
import { feedbackZip } from '#lib/domain/classroom/feedback/zip.ts';
import {
	emptyJudgement,
	withComment,
	withOverride,
	withoutOverride
} from '#lib/domain/classroom/gradebook/judgement.ts';
import { parseJudgement } from '#lib/domain/classroom/exchange/parse-records.ts';
import { importFile } from '#lib/domain/classroom/import/import-files.ts';
import { markResult } from '#lib/domain/classroom/marks/mark-result.ts';
import type { Assignment, OpenClass, Result } from '#lib/domain/classroom/model.ts';
import { readPrivateKey, type DeviceKeys } from '#lib/domain/classroom/sealing/keys.ts';
import { sealResult } from '#lib/domain/classroom/sealing/seal-result.ts';
import { isBrought, type KeptResult } from '#lib/domain/classroom/verdict.ts';
import { regrade } from '#lib/domain/learning/results.ts';
import type { Lesson } from '#lib/domain/lesson/model.ts';
import { usualPolicy } from '#lib/domain/quiz/policy.ts';
import {
	day,
	deskFor,
	fileOf,
	keysOf,
	lessonsOf,
	makeAssignmentFor,
	makeClass,
	makeDevice,
	now,
	port,
	resultFor,
	type HandIn
} from '../../support/classroom.ts';

let lessons: Lesson[];
let open: OpenClass;
let device: DeviceKeys;
let assignment: Assignment;
let kept: KeptResult[];
const keys = () => keysOf(lessons);

async function handIn(how: HandIn, from = device): Promise<KeptResult> {
	const result = await resultFor(assignment, lessons, from, how);
	const file = await sealResult(result, { assignment, device: from }, port);
	const verdict = await importFile(fileOf(file.text, file.name), await deskFor(open, [assignment], keys()));
	if (!isBrought(verdict)) throw new Error(verdict.code);
	return verdict.kept;
}

beforeAll(async () => {
	lessons = lessonsOf(2);
	[open, device] = await Promise.all([makeClass(), makeDevice()]);
	assignment = makeAssignmentFor(open, lessons, { due: now + 3 * day });
	const western = (item: { sides: string[] }) => item.sides.includes('western');
	kept = [
		await handIn({ code: 'S-001' }),
		await handIn({ code: 'S-002', knows: western, at: now + 5 * day }),
		await handIn({ code: 'S-002', attempt: 2, at: now + 6 * day }, await makeDevice()),
		await handIn({ code: 'S-009', knows: () => false })
	];
});

describe('the marks of a result', () => {
	test('are those that the player gives for the same answers', () => {
		const { result } = kept[1]!;
		const marks = markResult(result, assignment, keys());
		for (const lesson of lessons)
			for (const step of lesson.steps) {
				if (step.id !== 'check' && step.id !== 'reverse') continue;
				const had = result.lessons.find(({ id }) => id === lesson.id)!.steps.find((one) => one.step === step.id)!;
				if (!('work' in had) || !('responses' in had.work)) throw new Error('no work');
				expect(marks.results[lesson.id]?.[step.id]).toEqual(regrade(step.items, had.work, step.policy ?? usualPolicy));
			}
		expect(marks.differences).toEqual([]);
	});

	test('are full for who knows all, with every perspective, and a map', () => {
		expect(markResult(kept[0]!.result, assignment, keys()).summary).toMatchObject({
			western: 100,
			chinese: 100,
			headline: 100,
			gap: 0,
			overall: 100,
			map: 100,
			passed: true
		});
	});

	test('count steps that were not handed in as possible', () => {
		const half: Result = { ...kept[0]!.result, lessons: kept[0]!.result.lessons.slice(0, 1) };
		const marks = markResult(half, assignment, keys());
		expect(marks.summary.overall).toBeLessThan(70);
		expect(marks.notDone.map(({ step }) => step)).toEqual(['check', 'weigh', 'reverse']);
		expect(marks.summary).toMatchObject({ map: 50, passed: false });
	});

	test('are none for the whole where the key of one lesson is missing, and those of the other lessons stay', () => {
		const marks = markResult(kept[0]!.result, assignment, keys().slice(0, 1));
		expect(marks.keyless).toEqual([lessons[1]!.id]);
		expect(new Set(Object.values(marks.summary))).toEqual(new Set([null]));
		expect(marks.items.length).toBeGreaterThan(0);
		expect(new Set(marks.items.map(({ lesson }) => lesson))).toEqual(new Set([lessons[0]!.id]));
		// A lesson of which nothing is marked needs no key.
		const read = {
			...assignment,
			lessons: assignment.lessons.map((one, at) => (at === 0 ? one : { ...one, steps: ['orient' as const] }))
		};
		expect(markResult(kept[0]!.result, read, keys().slice(0, 1))).toMatchObject({
			keyless: [],
			summary: { overall: 100 }
		});
	});

	test('are of the attempts that are allowed: one more is told, and does not count', () => {
		const [first] = kept[3]!.result.lessons;
		const check = first!.steps.find((one) => one.step === 'check')!;
		const right = kept[0]!.result.lessons[0]!.steps.find((one) => one.step === 'check')!;
		if (!('work' in check) || !('responses' in check.work) || !('work' in right) || !('responses' in right.work))
			throw new Error('no work');
		const work = { ...right.work, attempt: 2, earlier: [check.work] };
		const twice: Result = {
			...kept[3]!.result,
			claimed: [],
			lessons: [{ ...first!, steps: [{ step: 'check', work }] }]
		};
		const once = markResult(twice, { ...assignment, policy: { attempts: 1 } }, keys());
		const free = markResult(twice, assignment, keys());
		const of = (marks: typeof once) => marks.results[first!.id]!.check!.overall!.earned.n;
		expect(of(once)).toBeLessThan(of(free));
		expect(once.differences).toContainEqual({
			code: 'attempts',
			lesson: first!.id,
			step: 'check',
			claimed: 2,
			found: 1
		});
	});
});

describe('a mark by hand', () => {
	const place = () => ({ lesson: lessons[0]!.id, step: 'check' as const, item: keys()[0]!.check!.items[0]!.id });
	const at = now + 9 * day;
	const overall = (judgement: ReturnType<typeof emptyJudgement>) =>
		markResult(kept[0]!.result, assignment, keys(), judgement).summary.overall;

	test('counts in the place of the rule’s, with its reason, and can be taken back', () => {
		const mark = { place: place(), share: fraction(0), reason: 'Copied.', at };
		const judged = withOverride(emptyJudgement(kept[0]!.id), mark);
		expect(overall(judged)).toBeLessThan(100);
		expect(overall(withoutOverride(judged, place()))).toBe(100);
		expect(parseJudgement(JSON.parse(JSON.stringify(judged)))).toEqual({ ok: true, value: judged });
	});
	test.each([fraction(3, 2), fraction(-1, 2)])(
		'is refused from a copy when it is not a share of the mark: %j',
		(share) => {
			const judged = { ...emptyJudgement(kept[0]!.id), overrides: [{ place: place(), share, reason: 'No.', at }] };
			expect(parseJudgement(JSON.parse(JSON.stringify(judged)))).toMatchObject({
				ok: false,
				problem: { expected: 'a share of 0 to 1' }
			});
		}
	);
	test('for a map has the band of its total', () => {
		const mark = {
			place: { lesson: lessons[0]!.id, step: 'weigh' as const },
			share: fraction(1, 2),
			reason: 'Half.',
			at
		};
		const judged = withOverride(emptyJudgement(kept[3]!.id), mark);
		const marks = markResult(kept[3]!.result, assignment, keys(), judged);
		expect(marks.maps[0]!.counted).toEqual({ total: 0.5, band: 'developing' });
	});
});

describe('feedback', () => {
	const feedback = () => {
		const judgement = withComment(
			withOverride(emptyJudgement(kept[0]!.id), {
				place: { lesson: lessons[0]!.id, step: 'weigh' },
				share: fraction(1, 2),
				reason: 'See me.',
				at: now
			}),
			{ place: null, text: 'Good.', at: now }
		);
		return makeFeedback(kept[0]!, markResult(kept[0]!.result, assignment, keys(), judgement), { judgement, now });
	};
	const sealed = async (reply = kept[0]!.result.reply, from = open) =>
		sealFeedback(
			feedback(),
			{ reply, from: await readPrivateKey(from.privateKey, port), title: assignment.title },
			port
		);

	test('is opened by the device that handed the work in, with marks, reasons and comments', async () => {
		const opened = await openFeedback((await sealed()).text, { assignment, device }, port);
		expect(opened).toEqual({ ok: true, feedback: feedback() });
		expect(feedback()).toMatchObject({
			comment: 'Good.',
			marks: { western: 100 },
			maps: [{ reason: 'See me.', total: 0.5 }, {}]
		});
	});
	test('carries the answers and the map that were marked, and nothing else of the work', () => {
		const { result } = kept[0]!;
		const made = feedback();
		for (const { lesson, step, item, response } of made.items) {
			const had = result.lessons.find(({ id }) => id === lesson)!.steps.find((one) => one.step === step)!;
			if (!('work' in had) || !('responses' in had.work)) throw new Error('no work');
			expect(response).toEqual(had.work.responses[item] ?? null);
		}
		const had = result.lessons[0]!.steps.find((one) => one.step === 'weigh')!;
		if (!('work' in had) || !('map' in had.work)) throw new Error('no map');
		expect(made.maps[0]!.map).toEqual(had.work.attempts.at(-1));
		expect(made.maps[0]!.last).toBeUndefined();
		// It stays a text that any mail takes.
		expect(JSON.stringify(made).length).toBeLessThan(30_000);
	});
	test('is not opened by another device, nor when it comes from somebody else than the class', async () => {
		const { text } = await sealed();
		expect(await openFeedback(text, { assignment, device: await makeDevice() }, port)).toMatchObject({
			code: 'not-for-this-device'
		});
		const forged = await sealed(kept[0]!.result.reply, await makeClass());
		expect(await openFeedback(forged.text, { assignment, device }, port)).toMatchObject({
			code: 'not-for-this-device'
		});
	});
	test('tells what is not feedback on this assignment', async () => {
		const { text } = await sealed();
		expect(await openFeedback(text, { assignment: { ...assignment, id: 'another00000' }, device }, port)).toMatchObject(
			{ code: 'other-assignment' }
		);
		expect(await openFeedback('', { assignment, device }, port)).toMatchObject({ code: 'empty' });
		const result = await sealResult(kept[0]!.result, { assignment, device }, port);
		expect(await openFeedback(result.text, { assignment, device }, port)).toMatchObject({ code: 'result' });
	});
	test('of a class goes into one zip, a file each', async () => {
		const file = await sealed();
		const entries = unzipSync(feedbackZip([file, file]));
		expect(Object.keys(entries)).toHaveLength(2);
		expect(strFromU8(entries[file.name]!)).toBe(file.text);
	});
});
