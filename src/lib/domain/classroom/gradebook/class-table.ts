import type { Assignment, Code, Id } from '../model.ts';
import type { GradebookRow, RowStatus, Summary } from './model.ts';

export interface ClassCell {
	assignment: Id;
	status: RowStatus;
	summary: Summary | null;
}
export interface ClassRow {
	code: Code;
	name: string | null;
	cells: ClassCell[];
	/** How many assignments are missing. */
	missing: number;
	/** The mean of the headlines (where there is none, of the overall marks) over all assignments; missing ones count 0. */
	mean: number | null;
}

/** Student × assignment: one row for each student who is in any of the gradebooks, in the order in which they first come. */
export function classTable(
	gradebooks: readonly { assignment: Assignment; rows: readonly GradebookRow[] }[]
): ClassRow[] {
	const people = new Map<Code, string | null>();
	for (const { rows } of gradebooks) for (const { code, name } of rows) people.set(code, people.get(code) ?? name);
	return [...people].map(([code, name]) => {
		const cells = gradebooks.map(({ assignment, rows }): ClassCell => {
			const row = rows.find((one) => one.code === code);
			return { assignment: assignment.id, status: row?.status ?? 'missing', summary: row?.summary ?? null };
		});
		const marks = cells.map(({ summary }) => summary?.headline ?? summary?.overall ?? summary?.map ?? 0);
		return {
			code,
			name,
			cells,
			missing: cells.filter(({ status }) => status === 'missing').length,
			mean: marks.length > 0 ? Math.round(marks.reduce((sum, mark) => sum + mark, 0) / marks.length) : null
		};
	});
}
