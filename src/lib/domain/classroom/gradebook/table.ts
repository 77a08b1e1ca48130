import type { GradebookRow, RowStatus } from './model.ts';

/** The columns of an assignment's gradebook, in their usual order. */
export const columns = [
	'code',
	'name',
	'status',
	'handedInAt',
	'attempts',
	'western',
	'chinese',
	'headline',
	'gap',
	'overall',
	'certainty',
	'map',
	'band',
	'passed',
	'flags'
] as const;
export type Column = (typeof columns)[number];

/** What deserves a look, as codes. */
export const flags = [
	'stranger',
	'left',
	'resubmitted',
	'other-version',
	'other-device',
	'shared-device',
	'differences',
	'overridden'
] as const;
export type Flag = (typeof flags)[number];

/** One cell: a number stays a number; codes, times and lists are put into words by whoever shows it. */
export type Cell = string | number | boolean | null | readonly Flag[];

export interface Table {
	columns: readonly Column[];
	rows: { code: string; cells: Cell[] }[];
}

export function flagsOf(row: GradebookRow): Flag[] {
	const holds: Record<Flag, boolean> = {
		stranger: row.stranger,
		left: row.left,
		resubmitted: row.resubmitted,
		'other-version': row.otherVersion,
		'other-device': row.otherDevice,
		'shared-device': row.sharedDevice,
		differences: row.differences > 0,
		overridden: row.overridden
	};
	return flags.filter((flag) => holds[flag]);
}

export function cellOf(row: GradebookRow, column: Column): Cell {
	switch (column) {
		case 'code':
		case 'name':
		case 'status':
		case 'handedInAt':
			return row[column];
		case 'attempts':
			return row.results.length;
		case 'flags':
			return flagsOf(row);
		default:
			return row.summary?.[column] ?? null;
	}
}

/** The table that is shown and exported: the same cells in both. */
export const gradebookTable = (rows: readonly GradebookRow[], shown: readonly Column[] = columns): Table => ({
	columns: shown,
	rows: rows.map((row) => ({ code: row.code, cells: shown.map((column) => cellOf(row, column)) }))
});

const bandOrder = ['beginning', 'developing', 'sound', 'strong'];
const statusOrder: RowStatus[] = ['missing', 'late', 'handed-in'];

function sortValue(row: GradebookRow, column: Column): string | number | null {
	const cell = cellOf(row, column);
	if (column === 'band') return typeof cell === 'string' ? bandOrder.indexOf(cell) : null;
	if (column === 'status') return statusOrder.indexOf(row.status);
	if (Array.isArray(cell)) return cell.length;
	return typeof cell === 'boolean' ? Number(cell) : (cell as string | number | null);
}

/**
 * Rows by one column; what is empty comes last either way, and equals stay in their order. `compareText` is the page's
 * collation, which knows its language.
 */
export function sortRows(
	rows: readonly GradebookRow[],
	by: { column: Column; descending: boolean },
	compareText: (a: string, b: string) => number
): GradebookRow[] {
	const sign = by.descending ? -1 : 1;
	return rows.toSorted((a, b) => {
		const [one, other] = [sortValue(a, by.column), sortValue(b, by.column)];
		if (one === null || other === null) return Number(one === null) - Number(other === null);
		if (typeof one === 'string' && typeof other === 'string') return sign * compareText(one, other);
		return sign * (Number(one) - Number(other));
	});
}

export interface RowFilter {
	/** Part of a code, a name or what the school knows the student by. */
	text?: string;
	status?: RowStatus | null;
	flag?: Flag | null;
}

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

export function filterRows(
	rows: readonly GradebookRow[],
	{ text = '', status = null, flag = null }: RowFilter
): GradebookRow[] {
	const wanted = fold(text.trim());
	return rows.filter(
		(row) =>
			(wanted === '' || [row.code, row.name ?? '', row.lms ?? ''].some((part) => fold(part).includes(wanted))) &&
			(status === null || row.status === status) &&
			(flag === null || flagsOf(row).includes(flag))
	);
}
