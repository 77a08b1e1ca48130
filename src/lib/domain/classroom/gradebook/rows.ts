import type { LessonKey } from '../carried/model.ts';
import { markResult } from '../marks/mark-result.ts';
import type { ResultMarks } from '../marks/mark-result.ts';
import type { Assignment, Code, Student } from '../model.ts';
import type { KeptResult } from '../verdict.ts';
import type { GradebookRow, Judgement } from './model.ts';

export interface Gradebook {
	/** In the order of the roster; then those who are on no roster, by code. */
	rows: GradebookRow[];
	/** The marks of every result, by the kept result's id. */
	marks: Map<string, ResultMarks>;
}

interface Marked {
	kept: KeptResult;
	marks: ResultMarks;
	judgement: Judgement | null;
}

const rankOf = ({ marks: { summary } }: Marked): number =>
	1000 * (summary.headline ?? summary.overall ?? 0) + (summary.map ?? 0);

/** Which result counts: of those within the allowed attempts (of all, where there are no others) the last or the best. */
function countedOf(all: readonly Marked[], counts: Assignment['counts']): Marked | undefined {
	const within = all.filter(({ kept }) => !kept.over);
	const among = within.length > 0 ? within : all;
	if (counts === 'last') return among.at(-1);
	return among.reduce<Marked | undefined>((best, one) => (best && rankOf(best) >= rankOf(one) ? best : one), undefined);
}

const order = (a: Marked, b: Marked): number =>
	a.kept.result.attempt - b.kept.result.attempt || a.kept.result.handedInAt - b.kept.result.handedInAt;

function rowOf(
	student: Student,
	{
		stranger,
		own,
		counts,
		sharedDevices
	}: {
		stranger: boolean;
		own: Marked[];
		counts: Assignment['counts'];
		sharedDevices: ReadonlySet<string>;
	}
): GradebookRow {
	const counted = countedOf(own, counts);
	return {
		code: student.code,
		name: student.name ?? null,
		lms: student.lms ?? null,
		stranger,
		left: student.left ?? false,
		status: counted ? (counted.kept.late ? 'late' : 'handed-in') : 'missing',
		results: own.map(({ kept }) => kept.id),
		counted: counted?.kept.id ?? null,
		handedInAt: counted?.kept.result.handedInAt ?? null,
		resubmitted: own.length > 1,
		otherVersion: (counted?.kept.otherVersions.length ?? 0) > 0,
		otherDevice: new Set(own.map(({ kept }) => kept.device)).size > 1,
		sharedDevice: own.some(({ kept }) => sharedDevices.has(kept.device)),
		overridden: (counted?.judgement?.overrides.length ?? 0) > 0,
		comments: counted?.judgement?.comments.length ?? 0,
		differences: counted?.marks.differences.length ?? 0,
		summary: counted?.marks.summary ?? null
	};
}

/**
 * The gradebook of one assignment: a row for each student, with the result that counts. A result under a code that is on
 * no roster gets a row of its own, so that none is lost; who has left has one only with a result.
 */
export function gradebookRows({
	students,
	assignment,
	results,
	keys,
	judgements
}: {
	students: readonly Student[];
	assignment: Assignment;
	results: readonly KeptResult[];
	keys: readonly LessonKey[];
	judgements: readonly Judgement[];
}): Gradebook {
	const said = new Map(judgements.map((one) => [one.result, one]));
	const marks = new Map<string, ResultMarks>();
	const byCode = new Map<Code, Marked[]>();
	const codesByDevice = new Map<string, Set<Code>>();
	for (const kept of results) {
		const judgement = said.get(kept.id) ?? null;
		const made = markResult(kept.result, assignment, keys, judgement);
		marks.set(kept.id, made);
		const { code } = kept.result;
		byCode.set(code, [...(byCode.get(code) ?? []), { kept, marks: made, judgement }].toSorted(order));
		codesByDevice.set(kept.device, (codesByDevice.get(kept.device) ?? new Set()).add(code));
	}
	const sharedDevices = new Set([...codesByDevice].flatMap(([device, codes]) => (codes.size > 1 ? [device] : [])));
	const listed = new Set(students.map(({ code }) => code));
	const strangers = [...byCode.keys()].filter((code) => !listed.has(code)).toSorted();
	const row = (student: Student, stranger: boolean): GradebookRow =>
		rowOf(student, { stranger, own: byCode.get(student.code) ?? [], counts: assignment.counts, sharedDevices });
	return {
		rows: [
			...students.filter(({ code, left }) => !left || byCode.has(code)).map((student) => row(student, false)),
			...strangers.map((code) => row({ code }, true))
		],
		marks
	};
}

/** The marks that count, one for each student who handed in: what the statistics are made of. */
export const countedMarks = ({ rows, marks }: Gradebook): ResultMarks[] =>
	rows.flatMap(({ counted }) => (counted === null ? [] : (marks.get(counted) ?? [])));
