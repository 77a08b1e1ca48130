import type { Code, Id } from '../model.ts';
import type { DeviceSign } from '../verdict.ts';
import type { GradebookRow, RowStatus, Summary } from './model.ts';
import { deviceSigns } from './table.ts';

/** The figures of a result of which a class table shows one. */
export const figures = ['headline', 'overall', 'western', 'chinese', 'certainty', 'map'] as const;
export type Figure = (typeof figures)[number] & keyof Summary;

/** What one student has in one assignment. */
export interface ClassCell {
	/** Of 100; null: not tested, or not handed in. */
	value: number | null;
	status: RowStatus;
	resubmitted: boolean;
	overridden: boolean;
	devices: DeviceSign[];
	keyless: boolean;
	/** There is a result to open. */
	counted: string | null;
}
export interface ClassRow {
	code: Code;
	name: string | null;
	lms: string | null;
	left: boolean;
	stranger: boolean;
	/** In the order of the assignments; null: the assignment's results are not there yet, or it has no row for the student. */
	cells: (ClassCell | null)[];
	/** Of the values that are there, to the nearest; null without any. Missing work is not counted as 0. */
	mean: number | null;
}

/**
 * Student × assignment: the rows of all assignments in the order in which students first come up. `sheets` has the rows
 * of those that are worked out.
 */
export function classTable(
	assignments: readonly Id[],
	sheets: ReadonlyMap<Id, readonly GradebookRow[]>,
	figure: Figure
): ClassRow[] {
	const byAssignment = assignments.map((id) => new Map((sheets.get(id) ?? []).map((row) => [row.code, row])));
	const people = new Map<Code, GradebookRow>();
	for (const rows of byAssignment) for (const [code, row] of rows) if (!people.has(code)) people.set(code, row);
	return [...people.values()].map(({ code, name, lms, left, stranger }) => {
		const cells = byAssignment.map((rows): ClassCell | null => {
			const row = rows.get(code);
			if (!row) return null;
			const { status, resubmitted, overridden, keyless, counted } = row;
			const value = row.summary?.[figure] ?? null;
			return { value, status, resubmitted, overridden, devices: deviceSigns(row), keyless, counted };
		});
		const given = cells.flatMap((cell) => cell?.value ?? []);
		const mean = given.length === 0 ? null : Math.round(given.reduce((sum, one) => sum + one, 0) / given.length);
		return { code, name, lms, left, stranger, cells, mean };
	});
}
