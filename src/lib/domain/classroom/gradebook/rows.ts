import type { Assignment, Code, Student } from '../model.ts';
import type { KeptResult } from '../verdict.ts';
import { byAttempt, overIn } from './allowed.ts';
import type { GradebookRow, Judgement, Marks, Summary } from './model.ts';

export interface SheetInput {
	/** The roster, in its order. */
	students: readonly Student[];
	assignment: Assignment;
	/** Of this assignment; of students who are on no roster too. */
	results: readonly KeptResult[];
	/** By the id of the kept result. */
	marks: ReadonlyMap<string, Marks>;
	judgements: readonly Judgement[];
}

/** What “best” goes by: the weaker side, then all points, then the map. */
const worth = (summary: Summary | undefined): number[] => [
	summary?.headline ?? summary?.overall ?? -1,
	summary?.overall ?? -1,
	summary?.map ?? -1
];
function isAtLeast(a: number[], b: number[]): boolean {
	const differs = a.findIndex((value, at) => value !== b[at]);
	return differs < 0 || (a[differs] ?? 0) > (b[differs] ?? 0);
}

/**
 * Which of a student's results counts: the last attempt, or the best, of equal ones the later. One above the allowed
 * number (`overIn`) counts only if there is no other. Null without a result.
 */
export function countedOf(
	{ counts, attempts }: Pick<Assignment, 'counts' | 'attempts'>,
	results: readonly KeptResult[],
	marks: ReadonlyMap<string, Marks>
): KeptResult | null {
	const over = overIn({ attempts }, results);
	const allowed = results.filter(({ id }) => !over.has(id));
	const candidates = (allowed.length > 0 ? allowed : [...results]).toSorted(byAttempt);
	if (counts === 'last') return candidates.at(-1) ?? null;
	const worthOf = ({ id }: KeptResult) => worth(marks.get(id)?.summary);
	return candidates.reduce<KeptResult | null>(
		(best, one) => (best && !isAtLeast(worthOf(one), worthOf(best)) ? best : one),
		null
	);
}

/**
 * One row for each student of the roster, and after them one for each code that a result came under and that is not on
 * it. Who has left is there only with results. Late is what was handed in after the assignment's due date as it is now,
 * by the clock of the student's device.
 */
export function sheetRows({ students, assignment, results, marks, judgements }: SheetInput): GradebookRow[] {
	const byCode = new Map<Code, KeptResult[]>();
	for (const one of results) byCode.set(one.result.code, [...(byCode.get(one.result.code) ?? []), one]);
	const byResult = new Map(judgements.map((judgement) => [judgement.result, judgement]));
	const holders = new Map<string, Set<Code>>();
	for (const { device, result } of results)
		holders.set(device, (holders.get(device) ?? new Set<Code>()).add(result.code));

	const rowOf = (student: Student, stranger: boolean): GradebookRow => {
		const own = (byCode.get(student.code) ?? []).toSorted(byAttempt);
		const counted = countedOf(assignment, own, marks);
		const counting = counted ? marks.get(counted.id) : undefined;
		const judgement = counted ? byResult.get(counted.id) : undefined;
		const handedInAt = counted?.result.handedInAt ?? null;
		const isLate = handedInAt !== null && assignment.due !== null && handedInAt > assignment.due;
		const devices = new Set(own.map(({ device }) => device));
		return {
			code: student.code,
			name: student.name ?? null,
			lms: student.lms ?? null,
			stranger,
			left: student.left === true,
			status: handedInAt === null ? 'missing' : isLate ? 'late' : 'handed-in',
			results: own.map(({ id }) => id),
			counted: counted?.id ?? null,
			handedInAt,
			resubmitted: own.length > 1,
			over: overIn(assignment, own).size,
			otherVersion: counted !== null && counted.otherVersions.length > 0,
			otherDevice: devices.size > 1,
			sharedDevice: [...devices].some((device) => (holders.get(device)?.size ?? 0) > 1),
			keyless: (counting?.keyless.length ?? 0) > 0,
			overridden: (judgement?.overrides.length ?? 0) > 0,
			comments: judgement?.comments.length ?? 0,
			differences: counting?.differences.length ?? 0,
			summary: counting?.summary ?? null
		};
	};
	const known = new Set(students.map(({ code }) => code));
	const strangers = [...byCode.keys()].filter((code) => !known.has(code)).toSorted();
	return [
		...students.filter(({ code, left }) => !left || byCode.has(code)).map((student) => rowOf(student, false)),
		...strangers.map((code) => rowOf({ code }, true))
	];
}
