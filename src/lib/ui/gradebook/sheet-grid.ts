import type { GradebookRow } from '#lib/domain/classroom/gradebook/model.ts';
import { valueOf, type ColumnId, type Table, type Value } from '#lib/domain/classroom/gradebook/table.ts';
import { toCsv } from '#lib/domain/classroom/exchange/csv.ts';
import { columnName } from './column-words.ts';
import type { GridCell, GridColumn, GridRow } from './grid.ts';
import { remarkWords, valueWords } from './row-words.ts';

const numeric: readonly ColumnId[] = ['attempts', 'western', 'chinese', 'headline', 'overall', 'certainty', 'map'];
export const gridColumn = (id: ColumnId): GridColumn => ({
	id,
	name: columnName(id),
	...(numeric.includes(id) && { numeric: true })
});

/** A number as it is read: with a real minus. */
export const numberWords = (value: number): string => String(value).replace('-', '−');

function cellOf(value: Value | null): GridCell {
	if (value === null) return { text: '–', quiet: true };
	if (value.kind === 'number') return { text: numberWords(value.value) };
	if (value.kind === 'remarks') return { text: '', flags: value.remarks.map(remarkWords) };
	return { text: valueWords(value), quiet: value.kind === 'status' && value.status === 'missing' };
}

/**
 * A row of an assignment's table: the student heads it, with the code below the name; `hrefOf` leads to their result.
 * `columns` are the others.
 */
export const gridRow = (
	row: GradebookRow,
	columns: readonly ColumnId[],
	hrefOf: (row: GradebookRow) => string
): GridRow => ({
	id: row.code,
	head: {
		text: row.name ?? row.code,
		...(row.name !== null && { note: row.code }),
		...(row.counted !== null && { href: hrefOf(row) })
	},
	cells: columns.map((column) => cellOf(valueOf(row, column)))
});

/** The table as a file for a spreadsheet: the words and numbers of the screen. */
export const csvOf = ({ columns, rows }: Table): string =>
	toCsv([
		columns.map(columnName),
		...rows.map(({ cells }) =>
			cells.map((value) => (value === null ? null : value.kind === 'number' ? value.value : valueWords(value)))
		)
	]);
