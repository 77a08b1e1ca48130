import type { StepResult } from '../../learning/model.ts';
import type { LessonId, StepId } from '../../lesson/model.ts';
import { emptyQuizWork } from '../../quiz/work.ts';
import type { QuizWork } from '../../quiz/work.ts';
import { markedSteps } from '../assignment/make.ts';
import { assignedPolicy } from '../assignment/policy.ts';
import type { LessonKey } from '../carried/model.ts';
import type { Judgement, Marks, QuizStepId } from '../gradebook/model.ts';
import type { Assignment, Result, ResultStep } from '../model.ts';
import { claimDifferences, workDifferences } from './differences.ts';
import { markMap } from './map-marks.ts';
import { markQuiz } from './quiz-marks.ts';
import type { QuizMarks } from './quiz-marks.ts';
import { summaryOf } from './summary.ts';

/** The first answers of one result, by lesson and step, for the statistics. */
export type FirstAnswers = { lesson: LessonId; step: QuizStepId; answers: QuizMarks['first'] }[];
export type ResultMarks = Marks & { first: FirstAnswers };

type Terms = Pick<Assignment, 'lessons' | 'policy' | 'due' | 'marking'>;

const quizWorkIn = (step: ResultStep | undefined): QuizWork | null =>
	step && (step.step === 'check' || step.step === 'reverse') ? step.work : null;
const mapWorkIn = (step: ResultStep | undefined) => (step?.step === 'weigh' ? step.work : null);

/**
 * All marks of one result, from its answers and the lessons' own keys; what the file claims is only compared with them.
 * Every assigned step counts as possible, whether or not the result has it; steps that a lesson of today does not have
 * are left out. A lesson without a key among `keys` has no marks and is `keyless`, and the summary is empty then: what
 * the others give would pass for the mark of all. The same answers give the same marks, here and in the player.
 */
export function markResult(
	result: Pick<Result, 'lessons' | 'claimed'>,
	assignment: Terms,
	keys: readonly LessonKey[],
	judgement: Judgement | null = null
): ResultMarks {
	const marks: ResultMarks = {
		items: [],
		maps: [],
		results: {},
		summary: summaryOf([], []),
		notDone: [],
		keyless: [],
		differences: [],
		first: []
	};
	const counted: StepResult[] = [];
	const note = (lesson: LessonId, step: StepId, ruled: StepResult, counts: StepResult, isThere: boolean): void => {
		(marks.results[lesson] ??= {})[step] = counts;
		counted.push(counts);
		if (!ruled.done || !isThere) marks.notDone.push({ lesson, step });
		if (assignment.marking === 'instructor') return;
		const claimed = result.claimed.find((one) => one.lesson === lesson && one.step === step);
		marks.differences.push(...claimDifferences({ lesson, step }, claimed, ruled));
	};
	for (const { id: lesson, steps } of assignment.lessons) {
		const key = keys.find((one) => one.lesson === lesson);
		const handedIn = result.lessons.find((one) => one.id === lesson)?.steps ?? [];
		if (!key && markedSteps.some((step) => steps.includes(step))) marks.keyless.push(lesson);
		for (const step of markedSteps) {
			if (!key || !steps.includes(step)) continue;
			const there = handedIn.find((one) => one.step === step);
			if (step === 'weigh') {
				if (!key.weigh) continue;
				const mark = markMap(key.weigh, mapWorkIn(there), { lesson, judgement });
				marks.maps.push(mark);
				const ruled: StepResult = {
					done: mark.score !== null,
					frames: {},
					...(mark.score && { map: { total: mark.score.total, band: mark.score.band } })
				};
				note(lesson, step, ruled, { ...ruled, ...(mark.counted && { map: mark.counted }) }, there !== undefined);
				continue;
			}
			const quiz = key[step];
			if (!quiz) continue;
			const policy = assignedPolicy(assignment, quiz.policy);
			const work = quizWorkIn(there) ?? emptyQuizWork;
			const made = markQuiz(quiz, work, policy, { lesson, judgement });
			marks.items.push(...made.items);
			if (there) marks.first.push({ lesson, step, answers: made.first });
			marks.differences.push(...workDifferences({ lesson, step }, quiz.items, work, policy));
			note(lesson, step, made.ruled, made.counted, there !== undefined);
		}
	}
	// Empty as it was begun where a key is missing.
	return marks.keyless.length > 0 ? marks : { ...marks, summary: summaryOf(counted, marks.maps) };
}
