import { assignmentOut, toGradebookJson, type AssignmentOut } from '#lib/domain/classroom/exchange/gradebook-json.ts';
import type { Id, OpenClass, TextFile } from '#lib/domain/classroom/model.ts';
import type { Sheet } from './sheet.ts';
import { slices } from './slices.ts';

/** The whole gradebook as one JSON file; the assignments in this order, those whose sheet is worked out. */
export async function gradebookFile(
	open: OpenClass,
	assignments: readonly { id: Id }[],
	sheets: ReadonlyMap<Id, Sheet>,
	now: number,
	breathe = slices()
): Promise<TextFile> {
	const out: AssignmentOut[] = [];
	for (const { id } of assignments) {
		const sheet = sheets.get(id);
		if (!sheet) continue;
		await breathe();
		out.push(assignmentOut({ ...sheet, judgements: [...sheet.judgements.values()].map(({ data }) => data) }));
	}
	return toGradebookJson(open, out, now);
}
