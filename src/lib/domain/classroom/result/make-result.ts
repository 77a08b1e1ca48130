import type { ArgumentMap } from '../../argument/model.ts';
import type { LessonId, StepId } from '../../lesson/model.ts';
import type { StepResult } from '../../learning/model.ts';
import type { QuizWork } from '../../quiz/work.ts';
import type { AssignmentWork, ClaimedMark, Id, Result, ResultStep, SharedAnswer } from '../model.ts';

/** What the device has of one assigned step. `result` is what the player made of it; null: nothing, or unmarked. */
export interface CollectedStep {
	lesson: LessonId;
	step: StepId;
	work: QuizWork | { map: ArgumentMap; attempts: ArgumentMap[] } | null;
	result: StepResult | null;
}

/** What could be shared; only what is ticked goes into the result. */
export type Shareable = Result['shared'];
export const nothingShared: Shareable = { stances: [], reflections: [], notes: [] };

/** The version and hash of the content that the work was done on, which may be newer than what was assigned. */
export interface WorkedOn {
	lesson: LessonId;
	version: number;
	hash: string;
}

function stepOf({ step, work, result }: CollectedStep): ResultStep | null {
	if (step === 'check' || step === 'reverse') return work && 'responses' in work ? { step, work } : null;
	if (step === 'weigh')
		return work && 'map' in work ? { step, work: { map: work.map, attempts: work.attempts } } : null;
	return { step, done: result?.done ?? false };
}

function claimOf({ lesson, step, result }: CollectedStep): ClaimedMark[] {
	if (!result || (!result.overall && !result.map)) return [];
	const { overall, map } = result;
	return [{ lesson, step, ...(overall && { overall }), ...(map && { map }) }];
}

/**
 * What is handed in: the work on the assigned steps, and of what is private only what was ticked. Nothing else of the
 * device is in it. Throws a TypeError without a code.
 */
export function makeResult(
	{ assignment, code, startedAt, ticked, receipts }: AssignmentWork,
	collected: {
		steps: readonly CollectedStep[];
		workedOn: readonly WorkedOn[];
		shareable: Shareable;
	},
	{ id, reply, now, by }: { id: Id; reply: string; now: number; by: string }
): Result {
	if (code === null) throw new TypeError('A result needs the code of its student.');
	const { steps, workedOn, shareable } = collected;
	const asked = assignment.lessons.flatMap((lesson) =>
		steps.filter((one) => one.lesson === lesson.id && lesson.steps.includes(one.step))
	);
	const shared = (part: keyof Shareable): SharedAnswer[] => (ticked.includes(part) ? shareable[part] : []);
	return {
		app: 'parallax',
		kind: 'result',
		version: 1,
		id,
		assignment: assignment.id,
		class: assignment.class.id,
		code,
		attempt: nextAttempt(receipts),
		startedAt,
		handedInAt: now,
		by,
		lessons: assignment.lessons.map(({ id: lesson, version, hash }) => {
			const on = workedOn.find((one) => one.lesson === lesson) ?? { version, hash };
			const own = asked.filter((one) => one.lesson === lesson);
			return { id: lesson, version: on.version, hash: on.hash, steps: own.flatMap((one) => stepOf(one) ?? []) };
		}),
		claimed: assignment.marking === 'app' ? asked.flatMap(claimOf) : [],
		shared: { stances: shared('stances'), reflections: shared('reflections'), notes: shared('notes') },
		reply
	};
}

/** The number of the next hand-in: one more than were delivered. A file that never left is made anew under its number. */
export const nextAttempt = (receipts: AssignmentWork['receipts']): number =>
	receipts.filter(({ via }) => via.length > 0).length + 1;
