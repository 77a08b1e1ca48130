import { quizWorkResult } from '#lib/domain/learning/results.ts';
import type { CheckStep, ReverseStep } from '#lib/domain/lesson/model.ts';
import type { Item } from '#lib/domain/quiz/model.ts';
import { fitQuizWork, parseQuizWork, type QuizWork } from '#lib/domain/quiz/work.ts';
import { createQuizMachine, type QuizMachine } from '#lib/machines/quiz-machine.ts';
import type { LessonSession } from './lesson-session.svelte.ts';
import { StepSession } from './step-session.svelte.ts';

/** A step made of items, marked as it is worked. */
export class QuizSession extends StepSession<QuizMachine, QuizWork> {
	readonly items: Item[];
	readonly certainty: boolean;

	constructor(lesson: LessonSession, step: CheckStep | ReverseStep) {
		const certainty = step.id === 'check' && step.certainty;
		super(lesson, {
			step: step.id,
			machine: createQuizMachine({ items: step.items, certainty }),
			parse: (stored) => {
				const work = parseQuizWork(stored);
				return work && fitQuizWork(step.items, work);
			},
			resultOf: (work) => quizWorkResult(step.items, work)
		});
		this.items = step.items;
		this.certainty = certainty;
	}
}
