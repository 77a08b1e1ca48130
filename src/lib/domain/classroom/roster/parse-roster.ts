import { mostStudents } from '../assignment/bounds.ts';
import Papa from 'papaparse';
import type { Code, Student } from '../model.ts';
import { foldCode, makeCodes } from './codes.ts';

/**
 * What was noticed in a pasted list, with its line (1-based): `bad-code`: no code can be made of it, so another was made;
 * `taken`: somebody has it already, so another was made; `twice`: the same name once more, taken once if it has no code
 * of its own; `too-long`: cut to 200 signs.
 */
export interface RosterProblem {
	line: number;
	code: 'bad-code' | 'taken' | 'twice' | 'too-long' | 'too-many';
	found: string;
}

const heads: Record<'code' | 'name' | 'first' | 'last' | 'lms', RegExp> = {
	code: /^(?:code|student code|parallax code|代码|编号)$/i,
	name: /^(?:name|full name|student|student name|display name|姓名|名字|学生)$/i,
	first: /^(?:first ?name|given name|forename|名)$/i,
	last: /^(?:last ?name|surname|family name|姓)$/i,
	lms: /^(?:id|id number|student id|student number|sis user id|sis login id|login|username|user name|e-?mail|email address|学号|邮箱|电子邮件)$/i
};
type Column = keyof typeof heads;

function columnsOf(cells: readonly string[]): Partial<Record<Column, number>> {
	const columns: Partial<Record<Column, number>> = {};
	cells.forEach((cell, at) => {
		const found = (Object.keys(heads) as Column[]).find((one) => heads[one].test(cell.trim()));
		if (found) columns[found] ??= at;
	});
	return columns;
}

const looksLikeCode = (text: string): boolean =>
	/^[A-Za-z]{1,4}[-_. ]?\d{1,8}$/.test(text.trim()) && foldCode(text) !== null;

/** Without heads: a name alone; a code and a name in either order; what holds an `@` or only digits is the school's. */
function guessed(cells: readonly string[]): Partial<Record<Column, string>> {
	const left = cells.map((cell) => cell.trim()).filter(Boolean);
	const take = (wanted: (text: string) => boolean): string | undefined => {
		const at = left.findIndex(wanted);
		return at < 0 ? undefined : left.splice(at, 1)[0];
	};
	const code = take(looksLikeCode);
	const lms = take((text) => /@/.test(text) || /^\d{3,}$/.test(text));
	const name = left.join(' ');
	return { ...(code && { code }), ...(lms && { lms }), ...(name && { name }) };
}

/**
 * A list of students as it is pasted or comes as a file: one a line, with or without a row of heads, with commas,
 * semicolons or tabs. Who has no code gets one; `taken` are the codes that are given already. Lines without anything
 * are passed over. A class holds 5,000 at most: lines above that are named and left out.
 */
export function parseRoster(
	text: string,
	taken: readonly Code[] = []
): { students: Student[]; problems: RosterProblem[] } {
	const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
		// One column has no delimiter to be found.
		delimiter: /[,;\t]/.test(text) ? '' : ',',
		skipEmptyLines: false
	});
	const columns = columnsOf(data[0] ?? []);
	const headed = Object.keys(columns).length > 0;
	const problems: RosterProblem[] = [];
	const used = new Set(taken);
	const names = new Set<string>();
	const found: { line: number; code: Code | null; name: string; lms: string }[] = [];
	data.forEach((cells, row) => {
		if (headed && row === 0) return;
		const line = row + 1;
		const at = (column: Column): string => (columns[column] === undefined ? '' : (cells[columns[column]] ?? '').trim());
		const said = headed
			? { code: at('code'), name: at('name') || [at('first'), at('last')].filter(Boolean).join(' '), lms: at('lms') }
			: guessed(cells);
		const cut = (part: string | undefined): string => {
			if ((part ?? '').length > 200) problems.push({ line, code: 'too-long', found: (part ?? '').slice(0, 40) });
			return (part ?? '').slice(0, 200);
		};
		const [name, lms, written] = [cut(said.name), cut(said.lms), said.code ?? ''];
		if (name === '' && lms === '' && written === '') return;
		let code = written === '' ? null : foldCode(written);
		if (written !== '' && code === null) problems.push({ line, code: 'bad-code', found: written.slice(0, 40) });
		if (code !== null && used.has(code)) {
			problems.push({ line, code: 'taken', found: code });
			code = null;
		}
		if (written === '' && lms === '' && name !== '' && names.has(name)) {
			problems.push({ line, code: 'twice', found: name });
			return;
		}
		if (taken.length + found.length >= mostStudents) {
			problems.push({ line, code: 'too-many', found: (name || lms || written).slice(0, 40) });
			return;
		}
		names.add(name);
		if (code !== null) used.add(code);
		found.push({ line, code, name, lms });
	});
	const made = makeCodes(found.filter(({ code }) => code === null).length, used);
	const students = found.map(({ code, name, lms }): Student => ({
		code: code ?? made.shift() ?? '',
		...(name && { name }),
		...(lms && { lms })
	}));
	return { students, problems };
}
