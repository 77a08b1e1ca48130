import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import {
	fillLms,
	proposeFill,
	readLms,
	type FillChoice,
	type FilledPerson
} from '#lib/domain/classroom/exchange/lms/fill.ts';
import { scanCsv, withCells } from '#lib/domain/classroom/exchange/lms/scan.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (all: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(all);
const people: FilledPerson[] = [
	{ code: 'S-001', name: 'Ana Li', lms: '20260001', mark: 87 },
	{ code: 'S-002', name: 'Bo Chen', lms: 'bo@x.edu', mark: 60 },
	{ code: 'S-003', name: 'Cy Diaz', mark: null }
];
function filled(text: string, over: Partial<FillChoice> = {}) {
	const read = readLms(bytes(text));
	if (!read.ok) throw new Error(read.code);
	const choice = proposeFill(read.file);
	if (!choice) throw new Error('nothing to choose');
	return { file: read.file, choice, ...fillLms(read.file, { ...choice, ...over }, people) };
}

const moodle =
	'"First name","Last name","ID number",Institution,Department,"Email address","Assignment: Week 3 (Real)","Last downloaded from this course"\n' +
	'Ana,Li,20260001,,,ana@x.edu,-,1780000000\n' +
	'Bo,Chen,,,,bo@x.edu,-,1780000000\n' +
	'"Cy","Diaz",,,,cy@x.edu,"-",1780000000\n' +
	'Dee,Dee,,,,dee@x.edu,-,1780000000\n';
const canvas =
	'\uFEFFStudent,ID,SIS User ID,SIS Login ID,Section,Week 3 (1234),Week 3 Current Score\r\n' +
	'    Points Possible,,,,,20,(read only)\r\n' +
	'"Li, Ana",101,20260001,ali,"Sec ""A""",,\r\n' +
	'"Chen, Bo",102,,bchen,"Sec ""A""",11,\r\n' +
	'"Student, Test",103,,,,,\r\n';

describe("Moodle's export", () => {
	test('is known, filled by id number and address, and else left as it was to the byte', () => {
		const { file, changes, unmatched, without, bytes: after } = filled(moodle);
		expect(file.shape).toBe('moodle-grades');
		expect(changes.map(({ code, before, after: mark }) => [code, before, mark])).toEqual([
			['S-001', '-', '87'],
			['S-002', '-', '60']
		]);
		expect(unmatched.map(({ line }) => line)).toEqual([5]);
		expect(without).toEqual([]);
		expect(textOf(after)).toBe(moodle.replace('ana@x.edu,-', 'ana@x.edu,87').replace('bo@x.edu,-', 'bo@x.edu,60'));
	});
	test('as a grading worksheet is filled up to its maximum grade', () => {
		const sheet =
			'Identifier,"Full name","Email address",Status,Grade,"Maximum Grade","Grade can be changed"\r\nParticipant 17,"Ana Li",ana@x.edu,Submitted,,"50.00",Yes\r\n';
		const { file, choice, changes } = filled(sheet);
		expect([file.shape, choice.of, changes[0]?.after]).toEqual(['moodle-worksheet', 50, '43.5']);
	});
});

describe("Canvas's export", () => {
	test('is known with its points possible, its row of them is no student, and marks are out of them', () => {
		const { file, choice, changes, bytes: after } = filled(canvas);
		expect([file.shape, file.heads[choice.into], choice.of]).toEqual(['canvas', 'Week 3 (1234)', 20]);
		expect(changes.map(({ code, before, after: mark }) => [code, before, mark])).toEqual([
			['S-001', '', '17.4'],
			['S-002', '11', '12']
		]);
		expect(textOf(after)).toBe(
			canvas.replace('"Sec ""A""",,\r\n"Chen', '"Sec ""A""",17.4,\r\n"Chen').replace(',11,', ',12,')
		);
	});
	test('keeps a mark that is there, where that is wanted, and shows it', () => {
		const { changes, left } = filled(canvas, { overwrite: false });
		expect([changes.map(({ code }) => code), left.map(({ code, before }) => [code, before])]).toEqual([
			['S-001'],
			[['S-002', '11']]
		]);
	});
});

describe('any other table', () => {
	test('is filled in the columns that are chosen, by names in any order, with the decimal sign of its file', () => {
		const { changes, bytes: after } = filled('Name;Note\nLI Ana;\nBo Chen;\n', { by: [0], into: 1, of: 6 });
		expect(changes.map(({ after: mark }) => mark)).toEqual(['5,22', '3,6']);
		expect(textOf(after)).toBe('Name;Note\nLI Ana;5,22\nBo Chen;3,6\n');
	});
	test('in which a student stands twice, or two have one name, gets nothing written there', () => {
		const twice = filled('Name,Mark\nAna Li,\nAna Li,\nBo Chen,\n', { by: [0], into: 1 });
		expect([twice.changes.map(({ code }) => code), twice.ambiguous.map(({ line }) => line)]).toEqual([
			['S-002'],
			[2, 3]
		]);
	});
	test('without a row for somebody says for whom', () => {
		expect(filled('Name,Mark\nBo Chen,\n', { by: [0], into: 1 }).without).toEqual(['S-001']);
	});
	test.each([[''], ['one column\nx'], ['a,b'], ['\u0000\u0001,\u0002\n1,2']])('that is none is refused: %j', (text) => {
		expect(readLms(bytes(text))).toEqual({ ok: false, code: 'no-csv' });
	});
	test('in the encoding of an old Chinese system is matched, and its other bytes stay', () => {
		// 姓名,分数 / 李娜, in GB 18030.
		const gb = Uint8Array.from([
			0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb7, 0xd6, 0xca, 0xfd, 0x0a, 0xc0, 0xee, 0xc4, 0xc8, 0x2c, 0x0a
		]);
		const read = readLms(gb);
		if (!read.ok) throw new Error(read.code);
		const after = fillLms(read.file, { into: 1, by: [0], of: 100, overwrite: true }, [
			{ code: 'S-001', name: '李娜', mark: 90 }
		]);
		expect([...after.bytes]).toEqual([...gb.slice(0, 15), 0x39, 0x30, 0x0a]);
	});
});

describe('taking a file apart', () => {
	const cell = fc.string({ unit: fc.constantFrom('a', '1', ',', '"', '\n', ' ', '李', ';'), maxLength: 6 });
	const table = fc
		.integer({ min: 2, max: 4 })
		.chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }));

	test('finds the cells that another reader finds, and changing none leaves every byte', () => {
		fc.assert(
			fc.property(table, fc.boolean(), (rows, quotes) => {
				const text = Papa.unparse([['h,', 'h,'], ...rows], { newline: '\r\n', delimiter: ',', quotes });
				const raw = scanCsv(bytes(text))!;
				const { data } = Papa.parse<string[]>(text, { delimiter: ',', newline: '\r\n' });
				expect(raw.rows.map((row) => row.map((one) => one.text))).toEqual(
					data.filter((row) => row.length > 1 || row[0] !== '')
				);
				expect(textOf(withCells(raw, []))).toBe(text);
			})
		);
	});
	test('changes one cell and no other', () => {
		fc.assert(
			fc.property(table, cell, (rows, text) => {
				const before = Papa.unparse([['h,', 'h,'], ...rows], { newline: '\n', delimiter: ',' });
				const raw = scanCsv(bytes(before))!;
				const target = raw.rows.at(-1)!;
				const after = withCells(raw, [{ cell: target[1]!, text }]);
				const expected = raw.rows.map((row) => row.map((one) => (one === target[1] ? text : one.text)));
				expect(scanCsv(after)!.rows.map((row) => row.map((one) => one.text))).toEqual(expected);
			})
		);
	});
});
