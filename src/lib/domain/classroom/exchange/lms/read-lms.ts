import { cellsOf, delimiterOf } from './cells.ts';
import type { LmsCell, LmsFile, LmsProblem, LmsShape } from './model.ts';

/** In bytes: a gradebook of a whole school is far below it. */
export const largestLms = 10_000_000;

const isAll = (heads: readonly string[], ...needed: RegExp[]): boolean =>
	needed.every((one) => heads.some((head) => one.test(head)));

/**
 * Moodle's grade export (Grades → Export → Plain text), its worksheet for offline grading, and Canvas's gradebook, by
 * their heads; Moodle writes them in the site's language, of which English and Chinese are known here.
 */
function shapeOf(heads: readonly string[]): LmsShape {
	if (isAll(heads, /^Student$/, /^ID$/, /^SIS (User|Login) ID$|^Section$/)) return 'canvas';
	if (isAll(heads, /^(Identifier|标识符|编号)$/i, /^(Grade|成绩)$/i)) return 'moodle-worksheet';
	if (isAll(heads, /^(First name|名|名字)$/i, /^(Last name|Surname|姓|姓氏)$/i)) return 'moodle';
	return 'other';
}

/** Canvas puts one or two rows below the heads that are about no student. */
const isCanvasAside = (cells: readonly LmsCell[]): boolean =>
	/^\s*Points Possible\s*$/.test(cells[0]?.text ?? '') ||
	((cells[0]?.text ?? '').trim() === '' && cells.some(({ text }) => /^Manual Posting$/.test(text.trim())));

const toNumber = (text: string): number | null => {
	const value = Number(text.trim().replace(',', '.'));
	return text.trim() === '' || !Number.isFinite(value) || value <= 0 ? null : value;
};

function decoded(bytes: Uint8Array): Pick<LmsFile, 'text' | 'encoding'> | LmsProblem {
	if (bytes.length === 0) return { code: 'empty' };
	if (bytes.length > largestLms) return { code: 'too-large' };
	if (bytes[0] === 0x50 && bytes[1] === 0x4b) return { code: 'not-text' };
	try {
		if (bytes[0] === 0xff && bytes[1] === 0xfe)
			return { text: new TextDecoder('utf-16le', { fatal: true }).decode(bytes), encoding: 'utf-16le' };
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		if (text.includes('\0')) return { code: 'not-text' };
		return { text, encoding: bytes[0] === 0xef && bytes[1] === 0xbb ? 'utf-8-bom' : 'utf-8' };
	} catch {
		// Written back in another encoding, every name with an accent would be another.
		return { code: 'encoding' };
	}
}

/** A CSV file of an LMS. Refuses what is no text, not in UTF-8 (or UTF-16 with its mark), or has no row below its heads. */
export function readLms(bytes: Uint8Array): { ok: true; file: LmsFile } | { ok: false; problem: LmsProblem } {
	const read = decoded(bytes);
	if ('code' in read) return { ok: false, problem: read };
	const delimiter = delimiterOf(read.text);
	const cells = cellsOf(read.text, delimiter);
	if (!cells.ok) return cells;
	const [first, ...below] = cells.rows.map((row, at) => ({ line: at + 1, cells: row }));
	const heads = first?.cells.map(({ text }) => text.trim()) ?? [];
	const shape = shapeOf(heads);
	const isAside = (row: LmsCell[]) => shape === 'canvas' && isCanvasAside(row);
	const rows = below.filter(({ cells: row }) => !isAside(row) && row.some(({ text }) => text.trim() !== ''));
	if (rows.length === 0)
		return { ok: false, problem: { code: heads.every((head) => head === '') ? 'empty' : 'no-rows' } };
	return { ok: true, file: { ...read, shape, delimiter, heads, rows, most: mostOf(shape, heads, below, rows) } };
}

/** What the file says of the most that can be had: Canvas in a row of its own, Moodle's worksheet in a column. */
function mostOf(
	shape: LmsShape,
	heads: readonly string[],
	below: readonly { cells: LmsCell[] }[],
	rows: LmsFile['rows']
): (number | null)[] {
	if (shape === 'canvas') {
		const points = below.find(({ cells }) => /^\s*Points Possible\s*$/.test(cells[0]?.text ?? ''))?.cells;
		return heads.map((_, at) => toNumber(points?.[at]?.text ?? ''));
	}
	const maximum = heads.findIndex((head) => /^(Maximum Grade|最高成绩|最高分)$/i.test(head));
	const most = maximum < 0 ? null : toNumber(rows[0]?.cells[maximum]?.text ?? '');
	return heads.map((head) => (/^(Grade|成绩)$/i.test(head) ? most : null));
}
