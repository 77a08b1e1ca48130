import { isId } from '../id.ts';
import { report } from '../reading.ts';
import { listed, suggest } from '../nearest.ts';
import type { Tokens } from 'marked';
import type { Piece } from './markdown.ts';
import type { Reading } from '../reading.ts';

/** One row below the head: its cells by column. Cells that the author left out are empty. */
export interface Row<Column extends string> {
	at: number;
	cells: Record<Column, Piece>;
}

/** Where the cells of a line begin: at their first character, or at the bar before an empty one. */
function cellStarts(line: string): number[] {
	const bars = [...line.matchAll(/(?<!\\)\|/g)].map(({ index }) => index);
	if (!line.trimStart().startsWith('|')) bars.unshift(-1);
	return bars.map((bar) => {
		const text = /^[ \t]*(?=[^\s|])/.exec(line.slice(bar + 1));
		return text ? bar + 1 + text[0].length : Math.max(0, bar);
	});
}

/** The names of a table's columns: small letters, without backticks. */
const namesOf = (token: Tokens.Table): string[] =>
	token.header.map(({ text }) => text.replaceAll('`', '').trim().toLowerCase());

/** The head of a table whose columns the author names. */
export function headOf(reading: Reading, { token, at }: { token: Tokens.Table; at: number }): Piece[] {
	const starts = cellStarts(token.raw.split('\n')[0] ?? '');
	return namesOf(token).map((text, column) => {
		const start = at + (starts[column] ?? 0);
		return { text, at: start + (reading.doc.text[start] === '`' ? 1 : 0) };
	});
}

/** Reads a table whose head names exactly `columns`, in any order; otherwise a problem and no rows. */
export function readRows<Column extends string>(
	reading: Reading,
	block: { token: Tokens.Table; at: number },
	columns: readonly Column[]
): Row<Column>[] {
	const lines = block.token.raw.split('\n');
	const starts = lines.map(() => 0);
	for (let i = 1; i < lines.length; i++) starts[i] = (starts[i - 1] ?? 0) + (lines[i - 1] ?? '').length + 1;
	const place = (line: number, column: number): number =>
		block.at + (starts[line] ?? 0) + (cellStarts(lines[line] ?? '')[column] ?? 0);
	const heads = namesOf(block.token);
	const missing = columns.filter((column) => !heads.includes(column));
	const strange = heads.findIndex((head) => !columns.some((column) => column === head));
	if (missing.length > 0 || strange !== -1) {
		report(reading, place(0, Math.max(0, strange)), {
			code: 'bad-table',
			found: strange === -1 ? `no column ${listed(missing)}` : `a column \`${heads[strange]}\``,
			expected: `the columns ${listed(columns, 'and')}`,
			mend: strange === -1 ? 'Add the column.' : suggest(heads[strange] ?? '', missing, 'Take the column out.')
		});
		return [];
	}
	return block.token.rows.flatMap((row, index) => {
		const line = lines[index + 2] ?? '';
		const written = cellStarts(line).length - (/(?<!\\)\|\s*$/.test(line) ? 1 : 0);
		if (written !== heads.length) {
			report(reading, place(index + 2, 0), {
				code: 'bad-table',
				found: `a row of ${written} ${written === 1 ? 'cell' : 'cells'} below a head of ${heads.length}`,
				expected: `a cell for each of ${listed(heads, 'and')}`,
				mend:
					written < heads.length
						? 'Write `| |` where a cell has nothing to say.'
						: 'A `|` within a text is written `\\|`.'
			});
			return [];
		}
		const cells = {} as Record<Column, Piece>;
		for (const column of columns) {
			const at = heads.indexOf(column);
			cells[column] = { text: row[at]?.text.trim() ?? '', at: place(index + 2, at) };
		}
		return [{ at: block.at + (starts[index + 2] ?? 0), cells }];
	});
}

/** The id of a cell that holds nothing else, with or without backticks; '' for an empty cell. */
export function readLoneId(cell: Piece): { id: string; idAt: number } {
	return isId(cell.text) ? { id: cell.text, idAt: cell.at } : readIdCell(cell);
}

/** Takes an id in backticks off the front of a cell. */
export function readIdCell(cell: Piece): { id: string; idAt: number; text: Piece } {
	const match = /^`([^`]*)`\s*/.exec(cell.text);
	if (!match) return { id: '', idAt: cell.at, text: cell };
	const text = { text: cell.text.slice(match[0].length), at: cell.at + match[0].length };
	return { id: match[1]?.trim() ?? '', idAt: cell.at + 1, text };
}

/** Reports an empty cell that must say something. */
export function needCell(reading: Reading, cell: Piece, column: string): void {
	if (cell.text !== '') return;
	report(reading, cell.at, {
		code: 'empty-cell',
		found: `an empty cell in column \`${column}\``,
		expected: 'text',
		mend: 'Fill it in; every row needs it.'
	});
}
