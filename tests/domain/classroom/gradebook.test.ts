import { beforeAll, describe, expect, test } from 'vitest';
import { unzipSync, strFromU8 } from 'fflate';
import Papa from 'papaparse';
import { fraction } from '#lib/domain/fraction.ts';
import { neutralised, toCsv } from '#lib/domain/classroom/exchange/csv.ts';
import { makeFeedback } from '#lib/domain/classroom/feedback/make-feedback.ts';
import { openFeedback, sealFeedback } from '#lib/domain/classroom/feedback/seal-feedback.ts';
import { feedbackZip } from '#lib/domain/classroom/feedback/zip.ts';
import { classTable } from '#lib/domain/classroom/gradebook/class-table.ts';
import {
	noJudgement,
	shareOfPoints,
	withComment,
	withOverride,
	withoutOverride
} from '#lib/domain/classroom/gradebook/judgement.ts';
import { parseJudgement } from '#lib/domain/classroom/gradebook/parse-judgement.ts';
import { countedMarks, gradebookRows } from '#lib/domain/classroom/gradebook/rows.ts';
import { columns, filterRows, gradebookTable, sortRows } from '#lib/domain/classroom/gradebook/table.ts';
import { importFile } from '#lib/domain/classroom/import/import-files.ts';
import { markResult } from '#lib/domain/classroom/marks/mark-result.ts';
import type { Assignment, OpenClass, Result } from '#lib/domain/classroom/model.ts';
import { readPrivateKey, type DeviceKeys } from '#lib/domain/classroom/sealing/keys.ts';
import { sealResult } from '#lib/domain/classroom/sealing/seal-result.ts';
import { classCalibration } from '#lib/domain/classroom/statistics/class-calibration.ts';
import { analyseItems } from '#lib/domain/classroom/statistics/items.ts';
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
const book = (over: Partial<Assignment> = {}, judgements: Parameters<typeof gradebookRows>[0]['judgements'] = []) =>
	gradebookRows({
		students: open.roster,
		assignment: { ...assignment, ...over },
		results: kept,
		keys: keys(),
		judgements
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

describe('a gradebook', () => {
	test('has a row for each student, with who is missing, late, back again, or unknown', () => {
		expect(
			book().rows.map(({ code, name, status, results, stranger, resubmitted, otherDevice }) => [
				code,
				name,
				status,
				results.length,
				stranger,
				resubmitted,
				otherDevice
			])
		).toEqual([
			['S-001', 'Ana Li', 'handed-in', 1, false, false, false],
			['S-002', 'Bo Chen', 'late', 2, false, true, true],
			['S-003', 'Cy Diaz', 'missing', 0, false, false, false],
			['S-009', null, 'handed-in', 1, true, false, false]
		]);
	});
	test('counts the last attempt, or the best, as the assignment says', () => {
		expect(book().rows[1]!.counted).toBe(kept[2]!.id);
		const poorer = [kept[2]!, { ...kept[1]!, result: { ...kept[1]!.result, attempt: 3 } }];
		const of = (counts: 'last' | 'best') =>
			gradebookRows({
				students: open.roster,
				assignment: { ...assignment, counts },
				results: poorer,
				keys: keys(),
				judgements: []
			}).rows[1]!.counted;
		expect([of('last'), of('best')]).toEqual([kept[1]!.id, kept[2]!.id]);
	});
	test('counts an attempt too many only where there is no other', () => {
		const over = kept.map((one) => (one.result.attempt === 2 ? { ...one, over: true } : one));
		const rows = gradebookRows({ students: open.roster, assignment, results: over, keys: keys(), judgements: [] }).rows;
		expect(rows[1]!.counted).toBe(kept[1]!.id);
	});
	test('notices that one device signed for two students', () => {
		expect(book().rows.map(({ sharedDevice }) => sharedDevice)).toEqual([true, true, false, true]);
	});
	test('is a table whose cells go into the CSV as they are on the screen', () => {
		const table = gradebookTable(book().rows, ['code', 'western', 'chinese', 'overall', 'map']);
		const { data } = Papa.parse<string[]>(
			toCsv(
				[...table.columns],
				table.rows.map(({ cells }) => cells as (string | number | null)[])
			).replace('\uFEFF', ''),
			{ skipEmptyLines: true }
		);
		expect(data).toEqual([
			[...table.columns],
			...table.rows.map(({ cells }) => cells.map((cell) => (cell === null ? '' : String(cell))))
		]);
	});
	test('is sorted by any column with what is empty last, and filtered by name, state and mark', () => {
		const { rows } = book();
		const compare = (a: string, b: string) => a.localeCompare(b);
		for (const column of columns)
			for (const descending of [true, false])
				expect(sortRows(rows, { column, descending }, compare)).toHaveLength(rows.length);
		expect(
			sortRows(rows, { column: 'overall', descending: true }, compare)
				.map(({ code }) => code)
				.at(-1)
		).toBe('S-003');
		expect(sortRows(rows, { column: 'overall', descending: false }, compare).map(({ code }) => code)).toEqual([
			'S-009',
			'S-001',
			'S-002',
			'S-003'
		]);
		expect(filterRows(rows, { text: 'bo ch' }).map(({ code }) => code)).toEqual(['S-002']);
		expect(filterRows(rows, { status: 'missing' }).map(({ code }) => code)).toEqual(['S-003']);
		expect(filterRows(rows, { flag: 'stranger' }).map(({ code }) => code)).toEqual(['S-009']);
	});
	test('puts several assignments beside each other', () => {
		const other = { ...assignment, id: 'another00000' };
		const empty = gradebookRows({
			students: open.roster,
			assignment: other,
			results: [],
			keys: keys(),
			judgements: []
		});
		const table = classTable([
			{ assignment, rows: book().rows },
			{ assignment: other, rows: empty.rows }
		]);
		expect(table.map(({ code, missing, mean }) => [code, missing, mean])).toEqual([
			['S-001', 1, 50],
			['S-002', 1, 50],
			['S-003', 2, 0],
			['S-009', 1, expect.any(Number)]
		]);
	});
	test('feeds the statistics with the results that count', () => {
		const marks = countedMarks(book());
		const analysis = analyseItems(marks.map(({ first }) => first));
		expect([marks.length, analysis.n]).toEqual([3, 3]);
		expect(analysis.items.length).toBe(
			lessons.flatMap(({ steps }) => steps.flatMap((step) => ('items' in step ? step.items : []))).length
		);
		expect(classCalibration(marks).students).toBe(3);
	});
});

describe('a mark by hand', () => {
	const place = () => ({ lesson: lessons[0]!.id, step: 'check' as const, item: keys()[0]!.check!.items[0]!.id });
	const at = now + 9 * day;

	test('counts in the place of the rule’s, with its reason, and can be taken back', () => {
		const judged = withOverride(noJudgement(kept[0]!.id), {
			place: place(),
			share: fraction(0),
			reason: 'Copied.',
			at
		});
		const rows = book({}, [judged]).rows;
		expect(rows[0]).toMatchObject({ overridden: true });
		expect(rows[0]!.summary!.overall).toBeLessThan(100);
		expect(book({}, [withoutOverride(judged, place())]).rows[0]!.summary!.overall).toBe(100);
		expect(parseJudgement(JSON.parse(JSON.stringify(judged)))).toEqual({ ok: true, value: judged });
	});
	test('for a map has the band of its total', () => {
		const judged = withOverride(noJudgement(kept[3]!.id), {
			place: { lesson: lessons[0]!.id, step: 'weigh' },
			share: fraction(1, 2),
			reason: 'Half of it.',
			at
		});
		const marks = book({}, [judged]).marks.get(kept[3]!.id)!;
		expect(marks.maps[0]!.counted).toEqual({ total: 0.5, band: 'developing' });
	});
	test('without a reason, or of more than there is, is none', () => {
		const none = noJudgement('x');
		expect(withOverride(none, { place: place(), share: fraction(1), reason: ' ', at })).toBe(none);
		expect(withOverride(none, { place: place(), share: fraction(3, 2), reason: 'a', at })).toBe(none);
	});
	test.each([
		['1', 2, { n: 1, d: 2 }],
		['1,5', 2, { n: 3, d: 4 }],
		['0', 3, { n: 0, d: 1 }],
		['2.001', 2, null],
		['-1', 2, null],
		['', 2, null],
		['two', 2, null]
	] as const)('is read from %j of %d', (typed, total, share) => {
		expect(shareOfPoints(typed, total)).toEqual(share);
	});
	test('goes with comments, of which an empty one is none', () => {
		const said = withComment(noJudgement('x'), { place: null, text: ' Well done. ', at });
		expect(said.comments).toEqual([{ place: null, text: 'Well done.', at }]);
		expect(withComment(said, { place: null, text: ' ', at }).comments).toEqual([]);
	});
});

describe('feedback', () => {
	const feedback = () => {
		const judgement = withComment(
			withOverride(noJudgement(kept[0]!.id), {
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

describe('a cell of a CSV', () => {
	test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1'])(
		'that begins as a formula is text: %j',
		(text) => {
			expect(neutralised(text)).toBe(`'${text}`);
		}
	);
	test.each(['Ana', '1', '李娜', 'a=b', ''])('that is none stays as it is: %j', (text) => {
		expect(neutralised(text)).toBe(text);
	});
	test('that is a negative number stays a number', () => {
		expect(toCsv(['gap'], [[-12], [null], ['=x']])).toBe('\uFEFFgap\r\n-12\r\n""\r\n\'=x\r\n'.replace('""', ''));
	});
});
