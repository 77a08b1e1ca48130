import type { CarriedLesson, KeylessStep } from '#lib/domain/classroom/carried/model.ts';
import type { Content, Lesson, StepId } from '#lib/domain/lesson/model.ts';
import type { PublicItem } from '#lib/domain/quiz/index.ts';
import { outlineOf, stepDocumentOf, type LessonOutline, type StepDocument } from './documents.ts';
import { isQuiz, quizDocumentOf, quizKeyOf, type QuizDocument, type QuizKey } from './quiz-documents.ts';

// A lesson that came in an assignment, as the documents that the pages of built-in lessons are made of.

/** A course of this one lesson. A quiz without its key has no items here: `carriedQuizDocument` adds what there is to see. */
function courseOf({ lesson, library }: CarriedLesson): { content: Content; lesson: Lesson } {
	const steps = lesson.steps.map((step) =>
		'items' in step ? { ...step, items: step.items.filter((item) => 'claims' in item) } : step
	);
	const whole = { ...lesson, steps } as Lesson;
	return { content: { modules: [], lessons: [whole], library }, lesson: whole };
}

export const carriedOutline = (carried: CarriedLesson): LessonOutline => {
	const { content, lesson } = courseOf(carried);
	return outlineOf(content, lesson);
};

/** The document of a step that is no quiz; null for a step that the lesson does not have, and for a quiz. */
export function carriedStepDocument(carried: CarriedLesson, id: StepId): StepDocument | null {
	const { content, lesson } = courseOf(carried);
	const step = lesson.steps.find((one) => one.id === id);
	return step && !isQuiz(step) ? stepDocumentOf(content, lesson, step) : null;
}

const isKeyless = (step: KeylessStep): step is Extract<KeylessStep, { items: PublicItem[] }> => 'items' in step;

/** The document of a quiz; null where the lesson has none of this id. */
export function carriedQuizDocument(carried: CarriedLesson, id: 'check' | 'reverse'): QuizDocument | null {
	const { content, lesson } = courseOf(carried);
	const step = lesson.steps.filter(isQuiz).find((one) => one.id === id);
	if (!step) return null;
	const document = quizDocumentOf(content, lesson, step);
	if (carried.key) return document;
	const seen = carried.lesson.steps.filter(isKeyless).find((one) => one.id === id);
	return { ...document, step: { ...document.step, items: seen?.items ?? [] } };
}

/** What marks a carried quiz; null where it travelled without its key, or the lesson has no such quiz. */
export function carriedQuizKey(carried: CarriedLesson, id: 'check' | 'reverse'): QuizKey | null {
	if (!carried.key) return null;
	const { content, lesson } = courseOf(carried);
	const step = lesson.steps.filter(isQuiz).find((one) => one.id === id);
	return step ? quizKeyOf(content, lesson, step) : null;
}
