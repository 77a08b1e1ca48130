import { describe, expect, it } from 'vitest';
import { fillLms } from '#lib/domain/classroom/exchange/lms/fill-lms.ts';
import { readLms } from '#lib/domain/classroom/exchange/lms/read-lms.ts';
import { classTable } from '#lib/domain/classroom/gradebook/class-table.ts';
import {
	emptyJudgement,
	withComment,
	withOverride,
	withoutOverride
} from '#lib/domain/classroom/gradebook/judgement.ts';
import { sheetRows } from '#lib/domain/classroom/gradebook/rows.ts';
import { columnsOf, filterRows, gradebookTable, remarksOf, sortRows } from '#lib/domain/classroom/gradebook/table.ts';
import { markResult } from '#lib/domain/classroom/marks/mark-result.ts';
import type { Assignment, Student } from '#lib/domain/classroom/model.ts';
import { fraction, one } from '#lib/domain/fraction.ts';
import {
	assignmentIn,
	classOf,
	key,
	keptOf,
	noon,
	resultBy,
	rosterOf,
	type Quality
} from '../../../support/a-class.ts';

const open = await classOf(rosterOf(5));

function rowsFor(qualities: Quality[], over: Partial<Assignment> = {}, students: Student[] = open.roster) {
	const assignment = assignmentIn(open, over);
	const results = qualities.map((quality, at) =>
		keptOf(resultBy(quality, assignment, ''), assignment, at === 0 ? 'shared' : `device-${at}`)
	);
	const marks = new Map(results.map((kept) => [kept.id, markResult(kept.result, assignment, [key])]));
	return { results, rows: sheetRows({ students, assignment, results, marks, judgements: [] }), assignment, marks };
}
const some = [
	{ code: 'S-001', ability: 0.9 },
	{ code: 'S-001', ability: 0.3, attempt: 2 },
	{ code: 'S-002', ability: 0.5, at: noon + 1 }
];
const compare = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true });

describe('the rows of an assignment', () => {
	it('has one for each student, with who is missing, late and again', () => {
		const { rows } = rowsFor(some);
		expect(rows.map(({ code, status, resubmitted }) => [code, status, resubmitted])).toEqual([
			['S-001', 'handed-in', true],
			['S-002', 'late', false],
			['S-003', 'missing', false],
			['S-004', 'missing', false],
			['S-005', 'missing', false]
		]);
	});

	it('counts the last attempt, or the best, as the assignment says', () => {
		const last = rowsFor(some);
		expect(last.rows[0]!.counted).toBe(last.results[1]!.id);
		const best = rowsFor(some, { counts: 'best' });
		expect(best.rows[0]!.counted).toBe(best.results[0]!.id);
	});

	it('counts an attempt above the allowed number only if there is no other', () => {
		const { rows, results } = rowsFor([...some, { code: 'S-003', ability: 1, attempt: 2 }], { attempts: 1 });
		expect(rows[0]!.counted).toBe(results[0]!.id);
		expect(rows[2]!.counted).toBe(results[3]!.id);
	});

	it('counts the first that came in of those that call themselves allowed, and tells how many are over', () => {
		const again = [...some.slice(0, 2), { code: 'S-001', ability: 1 }, { code: 'S-001', ability: 1, attempt: 2 }];
		const { results, marks, assignment } = rowsFor(again, { attempts: 2 });
		const arrived = results.map((kept, at) => ({ ...kept, receivedAt: noon + at }));
		const put = { students: open.roster, marks, judgements: [] };
		const rows = sheetRows({ ...put, assignment, results: arrived });
		expect(rows[0]).toMatchObject({ counted: results[1]!.id, over: 2 });
		const best = sheetRows({ ...put, assignment: { ...assignment, counts: 'best' }, results: arrived });
		expect(best[0]!.counted).toBe(results[0]!.id);
		expect(sheetRows({ ...put, assignment: { ...assignment, attempts: 0 }, results: arrived })[0]!.over).toBe(0);
		// What is not theirs is taken out: the next one counts again.
		const without = sheetRows({ ...put, assignment, results: arrived.slice(1) });
		expect(without[0]).toMatchObject({ counted: results[1]!.id, over: 1 });
	});

	it('goes by the due date as it is now', () => {
		const { results, marks, assignment } = rowsFor(some);
		const put = { students: open.roster, results, marks, judgements: [] };
		const later = sheetRows({ ...put, assignment: { ...assignment, due: noon + 10 } });
		expect(later[1]!.status).toBe('handed-in');
	});

	it('lists codes of no roster at the end, and who has left only with results', () => {
		const students = open.roster.map((student, at): Student => (at > 0 ? student : { ...student, left: true }));
		const { rows } = rowsFor([{ code: 'X-9', ability: 1 }], {}, students);
		expect(rows.map(({ code, stranger }) => [code, stranger])).toEqual([
			['S-002', false],
			['S-003', false],
			['S-004', false],
			['S-005', false],
			['X-9', true]
		]);
	});

	it('tells of devices that two students share, and of students with two', () => {
		const { results, marks, assignment } = rowsFor(some);
		const shared = results.map((kept, at) => ({ ...kept, device: at === 1 ? 'own' : 'shared' }));
		const rows = sheetRows({ students: open.roster, assignment, results: shared, marks, judgements: [] });
		expect(rows.map(({ sharedDevice, otherDevice }) => [sharedDevice, otherDevice]).slice(0, 3)).toEqual([
			[true, true],
			[true, false],
			[false, false]
		]);
	});
});

it('without a lesson’s key writes no mark into a school’s own file, and says why there is none', () => {
	const { results, assignment } = rowsFor(some);
	const marks = new Map(results.map((kept) => [kept.id, markResult(kept.result, assignment, [])]));
	const rows = sheetRows({ students: open.roster, assignment, results, marks, judgements: [] });
	expect(remarksOf(rows[0]!)).toContainEqual({ code: 'no-key' });
	const read = readLms(new TextEncoder().encode('Student,Week 3\nS-001,\nS-002,\n'));
	if (!read.ok) throw new Error(read.problem.code);
	const people = rows.map((row) => ({ ...row, value: row.summary?.overall ?? null }));
	const filled = fillLms(read.file, { match: [0], by: 'code', into: 1, most: 100 }, people);
	expect(filled.changes).toEqual([]);
	expect(filled.withoutValue.map(({ code }) => code)).toEqual(['S-001', 'S-002']);
});

describe('the table', () => {
	it('has the columns in which there is anything, and one cell in each', () => {
		const { rows } = rowsFor(some);
		const columns = columnsOf(rows);
		expect(columns).toContain('map');
		expect(columnsOf(rows.filter(({ status }) => status === 'missing'))).toEqual([
			'code',
			'name',
			'status',
			'attempts'
		]);
		const table = gradebookTable(rows, columns);
		expect(table.rows.every(({ cells }) => cells.length === columns.length)).toBe(true);
	});

	it('is sorted with empty cells last in either direction, and turned round otherwise', () => {
		const { rows } = rowsFor(some);
		const codes = (down: boolean) => sortRows(rows, { column: 'overall', down }, compare).map(({ code }) => code);
		expect(codes(false).slice(2)).toEqual(['S-003', 'S-004', 'S-005']);
		expect(codes(true).slice(2)).toEqual(['S-003', 'S-004', 'S-005']);
		expect(codes(true).slice(0, 2)).toEqual(codes(false).slice(0, 2).toReversed());
	});

	it('is filtered by words of code, name and id, in any width and case', () => {
		const { rows } = rowsFor(some);
		const codes = (query: string) => filterRows(rows, { show: 'all', query }).map(({ code }) => code);
		expect(codes('ＡＤＡ')).toEqual(['S-001']);
		expect(codes('李 1002')).toEqual(['S-002']);
		expect(codes('nobody')).toEqual([]);
		expect(filterRows(rows, { show: 'resubmitted', query: '' }).map(({ code }) => code)).toEqual(['S-001']);
	});
});

it('of a class has a cell for each assignment, and a mean of what is there', () => {
	const first = rowsFor(some);
	const second = rowsFor([{ code: 'S-001', ability: 1 }]);
	const sheets = new Map([
		['a', first.rows],
		['b', second.rows]
	]);
	const [ada, , zoe] = classTable(['a', 'b', 'c'], sheets, 'overall');
	expect(ada!.cells[2]).toBeNull();
	const values = [ada!.cells[0]!.value!, ada!.cells[1]!.value!];
	expect(values[1]).toBe(100);
	expect(ada!.mean).toBe(Math.round((values[0]! + values[1]!) / 2));
	expect(zoe!.mean).toBeNull();
});

describe('what an instructor says of a result', () => {
	const place = { lesson: 'one', step: 'check', item: 'q1' } as const;
	const other = { lesson: 'one', step: 'weigh' } as const;
	it('holds once a place, and is taken away by its own undoing alone', () => {
		const mark = (share: number) => ({ place, share: fraction(share, 2), reason: 'Said aloud.', at: noon });
		const twice = withOverride(withOverride(emptyJudgement('r'), mark(1)), mark(2));
		expect(twice.overrides).toEqual([mark(2)]);
		const both = withOverride(twice, { ...mark(0), place: other });
		expect(withoutOverride(both, place).overrides.map((one) => one.place)).toEqual([other]);
	});
	it('is refused without a reason, or outside of what is possible', () => {
		const mark = { place, share: one, reason: ' ', at: noon };
		expect(() => withOverride(emptyJudgement('r'), mark)).toThrow(RangeError);
		expect(() => withOverride(emptyJudgement('r'), { ...mark, reason: 'x', share: fraction(3, 2) })).toThrow(
			RangeError
		);
	});
	it('drops a comment that becomes empty', () => {
		const said = withComment(emptyJudgement('r'), { place: null, text: 'Well done.', at: noon });
		expect(said.comments).toHaveLength(1);
		expect(withComment(said, { place: null, text: ' ', at: noon }).comments).toEqual([]);
	});
});
