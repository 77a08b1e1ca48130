import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillLms, foldName, lmsBytes, markText } from '#lib/domain/classroom/exchange/lms/fill-lms.ts';
import type { FillPerson, LmsFile } from '#lib/domain/classroom/exchange/lms/model.ts';
import { proposeFill } from '#lib/domain/classroom/exchange/lms/propose-fill.ts';
import { readLms } from '#lib/domain/classroom/exchange/lms/read-lms.ts';

const person = (code: string, name: string | null, lms: string | null, value: number | null): FillPerson => ({
	code,
	name,
	lms,
	value
});
function open(text: string | Uint8Array): LmsFile {
	const read = readLms(typeof text === 'string' ? new TextEncoder().encode(text) : text);
	if (!read.ok) throw new Error(`Not read: ${read.problem.code}`);
	return read.file;
}
const fill = (file: LmsFile, people: FillPerson[], title: string) =>
	fillLms(file, proposeFill(file, people, title), people);

// As Moodle 4 exports it (Grades → Export → Plain text file).
const moodle = [
	'First name,Last name,ID number,Institution,Department,Email address,Assignment: Week 3 (Real),Quiz: Other (Real),Last downloaded from this course',
	'Ada,Lovelace,1001,,,ada@example.org,,5.00,1764000000',
	'"Wei, Jr.",Li,1002,"x ""y""",,wei@example.org,-,,1764000000',
	'Zoë,Müller,1003,,,zoe@example.org,70.00,,1764000000',
	''
].join('\r\n');
// As Canvas exports it.
const canvas = [
	'Student,ID,SIS User ID,SIS Login ID,Section,Week 3 (4711),Current Score',
	'    Points Possible,,,,,20.00,(read only)',
	'"Lovelace, Ada",55,1001,ada,A,,90',
	'"Li, Wei",56,1002,wei,A,12,80',
	''
].join('\n');

describe('a file of Moodle’s', () => {
	const people = [
		person('S-001', 'Ada Lovelace', '1001', 82),
		person('S-002', 'Li Wei', '1002', 40),
		person('S-003', 'Zoë Müller', '1003', 70)
	];

	it('is known by its heads, matched by the id number, and gets its marks in the assignment’s column', () => {
		const file = open(moodle);
		expect(file.shape).toBe('moodle');
		expect(proposeFill(file, people, 'Week 3')).toEqual({ match: [2], by: 'lms', into: 6, most: 100 });
		const filled = fill(file, people, 'Week 3');
		expect(filled.changes).toEqual([
			{ line: 2, code: 'S-001', row: '1001', before: '', after: '82' },
			{ line: 3, code: 'S-002', row: '1002', before: '-', after: '40' }
		]);
		// 70.00 is 70.
		expect(filled.same).toBe(1);
		expect(filled.text).toBe(moodle.replace('ada@example.org,,', 'ada@example.org,82,').replace(',-,', ',40,'));
	});

	it('is matched by first and last name where no id is known', () => {
		const file = open(moodle);
		const named = people.map((one) => ({ ...one, lms: null }));
		expect(proposeFill(file, named, 'Week 3')).toMatchObject({ match: [0, 1], by: 'name' });
		expect(fill(file, named, 'Week 3').changes.map(({ code }) => code)).toEqual(['S-001']);
	});

	it('names rows and students that do not fit, and those who have nothing to be written', () => {
		const some = [person('S-001', null, '1001', null), person('S-009', null, '9', 50)];
		const filled = fill(open(moodle), some, 'Week 3');
		expect(filled.changes).toEqual([]);
		expect(filled.text).toBe(moodle);
		expect(filled.withoutValue.map(({ code }) => code)).toEqual(['S-001']);
		expect(filled.unmatched.rows.map(({ line }) => line)).toEqual([3, 4]);
		expect(filled.unmatched.people.map(({ code }) => code)).toEqual(['S-009']);
	});

	it('writes nothing for two students with one id, nor for two rows of one student', () => {
		const twice = [person('S-001', null, '1001', 10), person('S-002', null, '1001', 20)];
		expect(fill(open(moodle), twice, 'Week 3').ambiguous).toEqual([
			{ line: 2, row: '1001', codes: ['S-001', 'S-002'] }
		]);
		const rows = open('code,mark\nS-001,\ns-001,\n');
		const filled = fill(rows, [person('S-001', null, null, 10)], 'mark');
		expect(filled.changes).toEqual([]);
		expect(filled.ambiguous.map(({ line }) => line)).toEqual([2, 3]);
	});
});

describe('a file of Canvas’s', () => {
	it('keeps the row of points, takes its scale from it, and is matched by the SIS id', () => {
		const file = open(canvas);
		expect(file.shape).toBe('canvas');
		const people = [person('S-001', null, '1001', 82), person('S-002', null, '1002', 60)];
		expect(proposeFill(file, people, 'Week 3')).toEqual({ match: [2], by: 'lms', into: 5, most: 20 });
		const filled = fill(file, people, 'Week 3');
		expect(filled.text).toBe(canvas.replace('ada,A,,90', 'ada,A,16.4,90'));
		expect(filled.same).toBe(1);
	});
	it('is matched by name, last name first', () => {
		const filled = fill(open(canvas), [person('S-001', 'Ada Lovelace', null, 50)], 'Week 3');
		expect(filled.changes.map(({ row, after }) => [row, after])).toEqual([['Lovelace, Ada', '10']]);
	});
});

describe('any other file', () => {
	it('keeps semicolons, decimal commas, quotes and short rows', () => {
		const text = '"Code";"Mark"\r\n"S-001";"1,5"\r\n"S-002"';
		const filled = fill(open(text), [person('S-001', null, null, 82.5), person('S-002', null, null, 7)], 'Mark');
		expect(filled.text).toBe('"Code";"Mark"\r\n"S-001";"82,5"\r\n"S-002";7');
	});
	it('goes back in the encoding that it came in', () => {
		for (const encoding of ['utf-8', 'utf-8-bom', 'utf-16le'] as const) {
			const bytes = lmsBytes('学号\t成绩\nS-001\t\n', encoding);
			const file = open(bytes);
			expect(file.encoding).toBe(encoding);
			expect(lmsBytes(file.text, file.encoding)).toEqual(bytes);
			expect(fill(file, [person('S-001', null, null, 9)], '').text).toContain('S-001\t9\n');
		}
	});
	it('is not touched but for the cells that are listed', () => {
		const cell = fc.stringMatching(/^[\w "',;\n-]{0,8}$/);
		const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 });
		fc.assert(
			fc.property(table, fc.nat(100), (cells, value) => {
				const quoted = cells.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(','));
				const text = ['code,a,b,c', ...quoted.map((row, at) => `S-${at},${row}`)].join('\r\n');
				const people = cells.map((_, at) => person(`S-${at}`, null, null, value));
				const filled = fillLms(open(text), { match: [0], by: 'code', into: 2, most: 100 }, people);
				let undone = filled.text;
				const file = open(filled.text);
				for (const { line, before } of filled.changes.toReversed()) {
					const { from, to } = file.rows.find((row) => row.line === line)!.cells[2]!;
					undone = `${undone.slice(0, from)}"${before.replaceAll('"', '""')}"${undone.slice(to)}`;
				}
				expect(undone).toBe(text);
				expect(filled.changes.length + filled.same).toBe(cells.length);
			})
		);
	});
});

it.each([
	['nothing', new Uint8Array(), { code: 'empty' }],
	['a spreadsheet', new Uint8Array([0x50, 0x4b, 3, 4]), { code: 'not-text' }],
	['another encoding', new Uint8Array([0x61, 0x2c, 0xe9, 0x0a]), { code: 'encoding' }],
	['heads alone', new TextEncoder().encode('code,mark\n'), { code: 'no-rows' }],
	['a quote that stays open', new TextEncoder().encode('code,mark\n"S-001,3\n'), { code: 'quotes', line: 2 }]
])('%s is refused with a reason', (_, bytes, problem) => {
	expect(readLms(bytes)).toEqual({ ok: false, problem });
});

it('writes at most two places', () => {
	expect(markText(82, 20, ',')).toBe('16.4');
	expect(markText(33, 7, ';')).toBe('2,31');
	expect(markText(0, 100, ',')).toBe('0');
});
it('takes names in either order for one', () => {
	expect(foldName('Li,  Wei')).toBe(foldName('wei LI'));
});
