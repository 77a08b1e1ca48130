import type { LessonKey } from '#lib/domain/classroom/carried/model.ts';
import type { GradebookRow, Judgement } from '#lib/domain/classroom/gradebook/model.ts';
import { sheetRows } from '#lib/domain/classroom/gradebook/rows.ts';
import { markResult, type ResultMarks } from '#lib/domain/classroom/marks/mark-result.ts';
import type { Assignment, Student } from '#lib/domain/classroom/model.ts';
import type { KeptResult } from '#lib/domain/classroom/verdict.ts';
import type { ClassroomStore, Kept } from '#lib/storage/classroom/store.ts';
import { keysOf } from './keys-of.ts';

/** All that is known of one assignment: what the gradebook shows of it. */
export interface Sheet {
	assignment: Assignment;
	keys: LessonKey[];
	results: KeptResult[];
	/** By the id of the kept result. */
	judgements: ReadonlyMap<string, Kept<Judgement>>;
	marks: ReadonlyMap<string, ResultMarks>;
	rows: GradebookRow[];
}

/** Marks that were worked out, for as long as the same answers, keys and judgement are asked for again. */
type Known = Map<string, { hashes: string; said: string; marks: ResultMarks }>;
export const newKnown = (): Known => new Map();

const withRows = (sheet: Omit<Sheet, 'rows'>, students: readonly Student[]): Sheet => ({
	...sheet,
	rows: sheetRows({
		students,
		assignment: sheet.assignment,
		results: sheet.results,
		marks: sheet.marks,
		judgements: [...sheet.judgements.values()].map(({ data }) => data)
	})
});

interface Options {
	store: Pick<ClassroomStore, 'results' | 'judgements' | 'lessonKeys' | 'lessons'>;
	students: readonly Student[];
	known: Known;
	/** Awaited between results, where it says so. */
	breathe: () => Promise<void> | undefined;
	onmarked?: () => void;
	ofSite?: (id: string) => Promise<LessonKey>;
}

/** Reads an assignment's results and marks them one by one. Null where the disk gives nothing. */
export async function readSheet(assignment: Assignment, options: Options): Promise<Sheet | null> {
	const { store, students, known, breathe, onmarked, ofSite } = options;
	const [results, judgements, keys] = await Promise.all([
		store.results(assignment.id),
		store.judgements(assignment.id),
		keysOf(store, assignment, ofSite)
	]);
	if (results.failed ?? judgements.failed) return null;
	const byResult = new Map(judgements.records.map((kept) => [kept.data.result, kept]));
	const terms = JSON.stringify([assignment.lessons, assignment.policy, assignment.due, keys.map(({ hash }) => hash)]);
	const marks = new Map<string, ResultMarks>();
	for (const { data: kept } of results.records) {
		const judgement = byResult.get(kept.id);
		// Not its `rev`: that begins anew when a result was taken out and put back.
		const said = JSON.stringify(judgement?.data ?? null);
		const before = known.get(kept.id);
		if (before?.hashes === terms && before.said === said) marks.set(kept.id, before.marks);
		else {
			await breathe();
			const made = markResult(kept.result, assignment, keys, judgement?.data ?? null);
			marks.set(kept.id, made);
			known.set(kept.id, { hashes: terms, said, marks: made });
		}
		onmarked?.();
	}
	const kept = results.records.map(({ data }) => data);
	return withRows({ assignment, keys, results: kept, judgements: byResult, marks }, students);
}

/** The sheet with what was said of one result as it is now. */
export function withJudgement(sheet: Sheet, judgement: Kept<Judgement>, students: readonly Student[]): Sheet {
	const kept = sheet.results.find(({ id }) => id === judgement.data.result);
	if (!kept) return sheet;
	const marks = new Map(sheet.marks);
	marks.set(kept.id, markResult(kept.result, sheet.assignment, sheet.keys, judgement.data));
	const judgements = new Map(sheet.judgements);
	judgements.set(kept.id, judgement);
	return withRows({ ...sheet, marks, judgements }, students);
}

/** The marks of the result that counts of each student who has one, in the order of the rows. */
export const countedMarks = ({ rows, marks }: Sheet): ResultMarks[] =>
	rows.flatMap(({ counted }) => (counted === null ? [] : (marks.get(counted) ?? [])));
