import { toCsv } from '#lib/domain/classroom/exchange/csv.ts';
import type { ClassCell, ClassRow, Figure } from '#lib/domain/classroom/gradebook/class-table.ts';
import type { Assignment } from '#lib/domain/classroom/model.ts';
import * as m from '../../../messages/compiled/messages.js';
import { columnName } from './column-words.ts';
import type { GridCell, GridRow } from './grid.ts';
import { remarkWords, statusName } from './row-words.ts';
import { numberWords } from './sheet-grid.ts';

type Named = Pick<Assignment, 'id' | 'title'>;

/** What is to be known of a student, whatever is handed in. */
const flagsOfRow = ({ left, stranger }: ClassRow): string[] => [
	...(left ? [remarkWords({ code: 'left' })] : []),
	...(stranger ? [remarkWords({ code: 'stranger' })] : [])
];
const flagsOf = (cell: ClassCell | null): string[] =>
	cell
		? [
				...(cell.status === 'late' ? [statusName('late')] : []),
				...(cell.resubmitted ? [m.flag_again()] : []),
				...(cell.keyless ? [remarkWords({ code: 'no-key' })] : []),
				...(cell.overridden ? [m.flag_by_hand()] : []),
				...cell.devices.map((code) => remarkWords({ code }))
			]
		: [];
const flagged = (flags: string[]): Pick<GridCell, 'flags'> => (flags.length > 0 ? { flags } : {});

/** Without a cell: who is on no roster, or has left, is not missing where nothing came under the code. */
function cellOf(cell: ClassCell | null, href: string, isReady: boolean): GridCell {
	if (!cell) return { text: isReady ? m.gradebook_no_result() : '…', quiet: true };
	if (cell.status === 'missing') return { text: statusName('missing'), quiet: true };
	return { text: cell.value === null ? '–' : numberWords(cell.value), href, ...flagged(flagsOf(cell)) };
}
const meanOf = ({ mean }: ClassRow): GridCell =>
	mean === null ? { text: '–', quiet: true } : { text: numberWords(mean) };

interface Options {
	assignments: readonly Named[];
	/** Whether the results of an assignment are worked out. */
	isReady: (assignment: string) => boolean;
	/** The address of a student's result in an assignment. */
	hrefOf: (...path: string[]) => string;
}

const isSame = (a: GridCell, b: GridCell): boolean =>
	a.text === b.text && a.href === b.href && a.quiet === b.quiet && String(a.flags) === String(b.flags);

/**
 * Makes the rows of the class's table. What says the same as before stays the same object: of thousands of cells only
 * those are drawn anew that another assignment's results have changed.
 */
export function classGrid(): (row: ClassRow, options: Options) => GridRow {
	const before = new Map<string, GridCell>();
	function steady(key: string, cell: GridCell): GridCell {
		const known = before.get(key);
		if (known && isSame(known, cell)) return known;
		before.set(key, cell);
		return cell;
	}
	return (row, { assignments, isReady, hrefOf }) => ({
		id: row.code,
		head: {
			text: row.name ?? row.code,
			...(row.name !== null && { note: row.code }),
			...flagged(flagsOfRow(row))
		},
		cells: [
			...assignments.map(({ id }, at) =>
				steady(`${id}/${row.code}`, cellOf(row.cells[at] ?? null, hrefOf(id, row.code), isReady(id)))
			),
			steady(`/${row.code}`, meanOf(row))
		]
	});
}

/**
 * The class's table as a file for a spreadsheet, as it is on the screen: numbers as numbers, what is missing as the word
 * and not as 0. What stands small in a cell has a column of its own, where any row has it.
 */
export function classCsv(rows: readonly ClassRow[], { assignments, isReady }: Options, figure: Figure): string {
	const words = (cell: ClassCell | null, id: string) => {
		if (!cell) return isReady(id) ? m.gradebook_no_result() : null;
		return cell.status === 'missing' ? statusName('missing') : cell.value;
	};
	const columns = [
		{ head: columnName('code'), of: ({ code }: ClassRow) => code },
		{ head: columnName('name'), of: ({ name }: ClassRow) => name },
		...remarkColumn(columnName('remarks'), flagsOfRow),
		...assignments.flatMap(({ id, title }, at) => [
			{ head: `${title} · ${columnName(figure)}`, of: ({ cells }: ClassRow) => words(cells[at] ?? null, id) },
			...remarkColumn(`${title} · ${columnName('remarks')}`, ({ cells }) => flagsOf(cells[at] ?? null))
		]),
		{ head: `${m.gradebook_mean()} · ${columnName(figure)}`, of: ({ mean }: ClassRow) => mean }
	];
	function remarkColumn(head: string, of: (row: ClassRow) => string[]) {
		const isThere = rows.some((row) => of(row).length > 0);
		return isThere ? [{ head, of: (row: ClassRow) => of(row).join('; ') || null }] : [];
	}
	return toCsv([columns.map(({ head }) => head), ...rows.map((row) => columns.map(({ of }) => of(row)))]);
}
