import { error, json } from '@sveltejs/kit';
import { content } from 'virtual:lesson-content';
import { findLesson } from '#lib/content/documents.ts';
import { isQuiz, quizKeyOf } from '#lib/content/quiz-documents.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

// No page names these while it is rendered.
export const entries: EntryGenerator = () =>
	content.lessons.flatMap(({ id, steps }) => steps.filter(isQuiz).map((step) => ({ lesson: id, step: step.id })));

export const GET: RequestHandler = ({ params }) => {
	const lesson = findLesson(content, params.lesson);
	const step = lesson?.steps.filter(isQuiz).find((one) => one.id === params.step);
	if (!lesson || !step) error(404, `key of step ${params.step} of lesson ${params.lesson}`);
	return json(quizKeyOf(content, lesson, step));
};
