import type { Band } from '../../argument/model.ts';
import type { Code } from '../model.ts';
import type { DeviceSign } from '../verdict.ts';
import type { GradebookRow, RowStatus } from './model.ts';

/** The columns of a gradebook, on screen and in CSV, in their order. */
export const columnIds = [
	'code',
	'name',
	'status',
	'handedIn',
	'attempts',
	'western',
	'chinese',
	'headline',
	'overall',
	'certainty',
	'map',
	'band',
	'passed',
	'remarks'
] as const;
export type ColumnId = (typeof columnIds)[number];

/** What is to be known of a student's results besides the marks. */
export type Remark =
	| { code: 'left' | 'stranger' | 'other-version' | 'other-device' | 'shared-device' | 'no-key' | 'overridden' }
	| { code: 'resubmitted' | 'over' | 'differences' | 'comments'; count: number };

export type Value =
	| { kind: 'text'; text: string }
	/** Of 100, or a count. */
	| { kind: 'number'; value: number }
	| { kind: 'time'; at: number }
	| { kind: 'status'; status: RowStatus }
	| { kind: 'band'; band: Band }
	| { kind: 'yes-no'; yes: boolean }
	/** Never empty. */
	| { kind: 'remarks'; remarks: Remark[] };

/** What stands on the screen, in codes: the screen and the CSV are both made of it. Null: nothing there. */
export interface Table {
	columns: ColumnId[];
	rows: { code: Code; cells: (Value | null)[] }[];
}

export const deviceSigns = (row: Pick<GradebookRow, 'otherDevice' | 'sharedDevice'>): DeviceSign[] => [
	...(row.otherDevice ? (['other-device'] as const) : []),
	...(row.sharedDevice ? (['shared-device'] as const) : [])
];

export function remarksOf(row: GradebookRow): Remark[] {
	const is = (holds: boolean, remark: Remark): Remark[] => (holds ? [remark] : []);
	return [
		...is(row.left, { code: 'left' }),
		...is(row.stranger, { code: 'stranger' }),
		...is(row.resubmitted, { code: 'resubmitted', count: row.results.length }),
		...is(row.over > 0, { code: 'over', count: row.over }),
		...is(row.otherVersion, { code: 'other-version' }),
		...deviceSigns(row).map((code): Remark => ({ code })),
		...is(row.keyless, { code: 'no-key' }),
		...is(row.overridden, { code: 'overridden' }),
		...is(row.differences > 0, { code: 'differences', count: row.differences }),
		...is(row.comments > 0, { code: 'comments', count: row.comments })
	];
}

const text = (value: string | null): Value | null => (value === null ? null : { kind: 'text', text: value });
const number = (value: number | null | undefined): Value | null => (value == null ? null : { kind: 'number', value });

const values: Record<ColumnId, (row: GradebookRow) => Value | null> = {
	code: ({ code }) => text(code),
	name: ({ name }) => text(name),
	status: ({ status }) => ({ kind: 'status', status }),
	handedIn: ({ handedInAt }) => (handedInAt === null ? null : { kind: 'time', at: handedInAt }),
	attempts: ({ results }) => number(results.length),
	western: ({ summary }) => number(summary?.western),
	chinese: ({ summary }) => number(summary?.chinese),
	headline: ({ summary }) => number(summary?.headline),
	overall: ({ summary }) => number(summary?.overall),
	certainty: ({ summary }) => number(summary?.certainty),
	map: ({ summary }) => number(summary?.map),
	band: ({ summary }) => (summary?.band ? { kind: 'band', band: summary.band } : null),
	passed: ({ summary }) => (summary?.passed == null ? null : { kind: 'yes-no', yes: summary.passed }),
	remarks: (row) => {
		const remarks = remarksOf(row);
		return remarks.length > 0 ? { kind: 'remarks', remarks } : null;
	}
};
export const valueOf = (row: GradebookRow, column: ColumnId): Value | null => values[column](row);

const always: readonly ColumnId[] = ['code', 'status', 'attempts'];
/** The columns in which these rows have anything; code, status and attempts are always there. */
export const columnsOf = (rows: readonly GradebookRow[]): ColumnId[] =>
	columnIds.filter((id) => always.includes(id) || rows.some((row) => valueOf(row, id) !== null));

export const gradebookTable = (rows: readonly GradebookRow[], columns: readonly ColumnId[]): Table => ({
	columns: [...columns],
	rows: rows.map((row) => ({ code: row.code, cells: columns.map((column) => valueOf(row, column)) }))
});

const statusOrder: RowStatus[] = ['missing', 'late', 'handed-in'];
const bandOrder: Band[] = ['beginning', 'developing', 'sound', 'strong'];
function rank(value: Value): number | string {
	if (value.kind === 'text') return value.text;
	if (value.kind === 'number') return value.value;
	if (value.kind === 'time') return value.at;
	if (value.kind === 'status') return statusOrder.indexOf(value.status);
	if (value.kind === 'band') return bandOrder.indexOf(value.band);
	if (value.kind === 'yes-no') return Number(value.yes);
	return value.remarks.length;
}

/**
 * In the order of a column, up or `down`; rows without a value come last either way, and equal ones keep their order.
 * `compareText` is the caller's, since names are ordered by the reader's language.
 */
export function sortRows(
	rows: readonly GradebookRow[],
	{ column, down }: { column: ColumnId; down: boolean },
	compareText: (a: string, b: string) => number
): GradebookRow[] {
	const sign = down ? -1 : 1;
	const ranked = rows.map((row) => {
		const value = valueOf(row, column);
		return { row, rank: value === null ? null : rank(value) };
	});
	return ranked
		.toSorted((a, b) => {
			if (a.rank === null || b.rank === null) return Number(a.rank === null) - Number(b.rank === null);
			if (typeof a.rank === 'string' || typeof b.rank === 'string')
				return sign * compareText(String(a.rank), String(b.rank));
			return sign * (a.rank - b.rank);
		})
		.map(({ row }) => row);
}

export const rowFilters = ['all', 'missing', 'late', 'resubmitted', 'remarks'] as const;
export type RowFilter = (typeof rowFilters)[number];

const fold = (words: string): string => words.normalize('NFKC').toLowerCase();

/** The rows of a kind in whose code, name or mark in the school's gradebook every word of `query` occurs. */
export function filterRows(
	rows: readonly GradebookRow[],
	{ show, query }: { show: RowFilter; query: string }
): GradebookRow[] {
	const words = fold(query)
		.split(/\s+/)
		.filter((word) => word !== '');
	return rows.filter((row) => {
		if (show === 'missing' || show === 'late') {
			if (row.status !== show) return false;
		} else if (show === 'resubmitted' && !row.resubmitted) return false;
		else if (show === 'remarks' && remarksOf(row).length === 0) return false;
		const about = fold([row.code, row.name ?? '', row.lms ?? ''].join(' '));
		return words.every((word) => about.includes(word));
	});
}
