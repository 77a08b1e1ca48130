import { foldCode } from '../../roster/codes.ts';
import type { Code } from '../../model.ts';
import { scanCsv, withCells } from './scan.ts';
import type { RawCell, RawFile } from './scan.ts';

/**
 * Whose export it is: `moodle-grades` (Grades, Export, Plain text), `moodle-worksheet` (an assignment's grading
 * worksheet), `canvas` (Grades, Export), or `other`: columns are chosen by hand.
 */
export type LmsShape = 'moodle-grades' | 'moodle-worksheet' | 'canvas' | 'other';

export interface LmsFile {
	raw: RawFile;
	shape: LmsShape;
	heads: string[];
	/** Rows of students: without the heads, and without Canvas's rows of possible points and of posting. */
	students: RawCell[][];
	/** Columns in which marks can be written, by their number. */
	marks: number[];
}

/** What is written, and where. */
export interface FillChoice {
	/** The column that marks go into. */
	into: number;
	/** The columns that tell who a row is, each tried in this order. */
	by: number[];
	/** What full marks are in that column; marks here are 0…100. */
	of: number;
	/** Whether a mark that is there already is written over. */
	overwrite: boolean;
}
export interface FilledPerson {
	code: Code;
	name?: string | undefined;
	lms?: string | undefined;
	/** 0…100; null: there is none, and the cell is left as it is. */
	mark: number | null;
}
export interface Filled {
	bytes: Uint8Array;
	/** Every cell that is another one now, in the order of the file; `line` is 1-based among the rows that hold something. */
	changes: { line: number; code: Code; who: string; before: string; after: string }[];
	/** Marks that are there already and would be others, where they are not to be written over. */
	left: { line: number; code: Code; who: string; before: string; after: string }[];
	/** Rows in which nobody of the class was found. */
	unmatched: { line: number; who: string }[];
	/** Rows that fit more than one student, and students whose mark fits more than one row: nothing is written. */
	ambiguous: { line: number; who: string; codes: Code[] }[];
	/** Students with a mark for whom there is no row. */
	without: Code[];
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ');
/** `Li, Ana`, `Ana Li` and `LI Ana` are one name. */
const nameKey = (text: string): string => (fold(text).match(/[\p{L}\p{M}\p{N}'’-]+/gu) ?? []).toSorted().join(' ');

const has = (heads: readonly string[], ...wanted: string[]): boolean =>
	wanted.every((one) => heads.some((head) => fold(head) === one));

function shapeOf(heads: readonly string[]): LmsShape {
	if (has(heads, 'student', 'id') && heads.some((head) => /^sis (?:user|login) id$|^section$/.test(fold(head))))
		return 'canvas';
	if (has(heads, 'identifier', 'grade') || has(heads, 'identifier', 'maximum grade')) return 'moodle-worksheet';
	if (heads.some((head) => /\((?:real|percentage|实际|百分比)\)$/i.test(head.trim()))) return 'moodle-grades';
	if (has(heads, 'first name', 'surname') || has(heads, 'first name', 'last name')) return 'moodle-grades';
	return 'other';
}

const identities =
	/^(?:student|name|full name|first name|last name|surname|id|id number|identifier|sis user id|sis login id|root account|section|institution|department|email address|e-?mail|status|maximum grade|grade can be changed|last (?:modified.*|downloaded.*)|feedback comments|姓名|名|姓|学号|电子邮件.*)$/i;

function markColumns(heads: readonly string[], shape: LmsShape): number[] {
	const all = heads.map((_, at) => at);
	const head = (at: number): string => (heads[at] ?? '').trim();
	if (shape === 'moodle-worksheet') return all.filter((at) => fold(head(at)) === 'grade');
	// Canvas's own sums cannot be imported, and a column of an assignment ends with its number.
	if (shape === 'canvas') return all.filter((at) => /\(\d+\)$/.test(head(at)));
	return all.filter(
		(at) => head(at) !== '' && !identities.test(head(at)) && !/\((?:letter|feedback)\)$/i.test(head(at))
	);
}

/** The school's own export, taken apart. `no-csv`: no table of at least two columns and one student. */
export function readLms(bytes: Uint8Array): { ok: true; file: LmsFile } | { ok: false; code: 'no-csv' | 'too-large' } {
	if (bytes.length > 20_000_000) return { ok: false, code: 'too-large' };
	const raw = scanCsv(bytes);
	const [first, ...rest] = raw?.rows ?? [];
	if (!raw || !first || first.length < 2 || rest.length === 0) return { ok: false, code: 'no-csv' };
	const heads = first.map(({ text }) => text);
	const shape = shapeOf(heads);
	const isStudent = (row: RawCell[]): boolean =>
		shape !== 'canvas' ||
		!(
			/^\s*points possible\s*$/i.test(row[0]?.text ?? '') ||
			((row[0]?.text ?? '').trim() === '' && (row[1]?.text ?? '') === '')
		);
	return { ok: true, file: { raw, shape, heads, students: rest.filter(isStudent), marks: markColumns(heads, shape) } };
}

/** What full marks are in a column, where the file says so: Canvas's points possible, Moodle's maximum grade; else 100. */
export function possibleIn({ raw, heads, shape, students }: LmsFile, into: number): number {
	const numeric = (text: string | undefined): number | null => {
		const value = Number((text ?? '').trim().replace(',', '.'));
		return (text ?? '').trim() !== '' && Number.isFinite(value) && value > 0 ? value : null;
	};
	if (shape === 'canvas') {
		const row = raw.rows.find(([cell]) => /^\s*points possible\s*$/i.test(cell?.text ?? ''));
		return numeric(row?.[into]?.text) ?? 100;
	}
	const most = heads.findIndex((head) => fold(head) === 'maximum grade');
	return (most >= 0 ? numeric(students[0]?.[most]?.text) : null) ?? 100;
}

/** What can be chosen at once: the first column for marks, and the columns that usually tell who somebody is. */
export function proposeFill(file: LmsFile): FillChoice | null {
	const [into] = file.marks;
	if (into === undefined) return null;
	const order = [
		/^(?:id number|sis user id|学号)$/i,
		/^(?:sis login id|email address|e-?mail|username|电子邮件.*)$/i,
		/^(?:id|identifier)$/i,
		/^(?:student|full name|name|姓名)$/i,
		/^(?:first name|surname|last name|名|姓)$/i
	];
	const by = order.flatMap((wanted) => file.heads.flatMap((head, at) => (wanted.test(head.trim()) ? [at] : [])));
	return { into, by: by.length > 0 ? by : [0], of: possibleIn(file, into), overwrite: true };
}

interface Index {
	exact: Map<string, Set<Code>>;
	names: Map<string, Set<Code>>;
}

function indexOf(people: readonly FilledPerson[]): Index {
	const index: Index = { exact: new Map(), names: new Map() };
	const note = (into: Map<string, Set<Code>>, key: string, code: Code): void => {
		if (key !== '') into.set(key, (into.get(key) ?? new Set()).add(code));
	};
	for (const { code, name = '', lms = '' } of people) {
		note(index.exact, fold(code), code);
		note(index.exact, fold(lms), code);
		note(index.names, nameKey(name), code);
	}
	return index;
}

/** Who a row is: by what it has of a number, login or code first, then by the name, which may be spread over columns. */
function whoIn(row: readonly RawCell[], { heads }: LmsFile, by: readonly number[], index: Index): Set<Code> {
	const said = by.map((at) => row[at]?.text ?? '');
	for (const text of said) {
		const found = index.exact.get(fold(text)) ?? index.exact.get(fold(foldCode(text) ?? ''));
		if (found) return found;
	}
	const parts = by.flatMap((at) =>
		/^(?:first name|surname|last name|名|姓)$/i.test((heads[at] ?? '').trim()) ? [row[at]?.text ?? ''] : []
	);
	for (const text of [...said, parts.join(' ')]) {
		const found = index.names.get(nameKey(text));
		if (found) return found;
	}
	return new Set();
}

/** To at most two decimals, with the decimal sign that the column's file uses. */
function written(mark: number, of: number, { delimiter }: RawFile): string {
	const value = String(Math.round(mark * of) / 100);
	return delimiter === ';' ? value.replace('.', ',') : value;
}

/**
 * Writes marks into one column of the school's own export and touches nothing else: every byte outside of the changed
 * cells stays. Nothing is written where a row fits several students or a student several rows, and for students without
 * a mark.
 */
export function fillLms(file: LmsFile, choice: FillChoice, people: readonly FilledPerson[]): Filled {
	const index = indexOf(people);
	const rows = file.students.map((row) => {
		const line = file.raw.rows.indexOf(row) + 1;
		const codes = [...whoIn(row, file, choice.by, index)];
		const who = choice.by
			.map((at) => row[at]?.text ?? '')
			.filter(Boolean)
			.join(' ');
		return { row, line, who, codes };
	});
	const filled: Filled = { bytes: file.raw.bytes, changes: [], left: [], unmatched: [], ambiguous: [], without: [] };
	const cells: { cell: RawCell; text: string }[] = [];
	const times = new Map<Code, number>();
	for (const { codes } of rows) for (const code of codes) times.set(code, (times.get(code) ?? 0) + 1);
	for (const { row, line, who, codes } of rows) {
		const [code] = codes;
		if (code === undefined) {
			filled.unmatched.push({ line, who });
			continue;
		}
		if (codes.length > 1 || (times.get(code) ?? 0) > 1) {
			filled.ambiguous.push({ line, who, codes });
			continue;
		}
		const mark = people.find((one) => one.code === code)?.mark ?? null;
		const cell = row[choice.into];
		if (mark === null || !cell) continue;
		const after = written(mark, choice.of, file.raw);
		const before = cell.text;
		if (Number(before.trim().replace(',', '.')) === Number(after.replace(',', '.')) && before.trim() !== '') continue;
		const change = { line, code, who, before, after };
		if (!choice.overwrite && before.trim() !== '' && before.trim() !== '-') {
			filled.left.push(change);
			continue;
		}
		filled.changes.push(change);
		cells.push({ cell, text: after });
	}
	filled.without = people.flatMap(({ code, mark }) => (mark !== null && !times.has(code) ? [code] : []));
	return { ...filled, bytes: withCells(file.raw, cells) };
}
