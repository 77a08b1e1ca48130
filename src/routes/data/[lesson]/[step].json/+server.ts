import { error, json } from '@sveltejs/kit';
import { content } from 'virtual:lesson-content';
import { findLesson, stepDocumentOf } from '#lib/content/documents.ts';
import { isQuiz, quizDocumentOf } from '#lib/content/quiz-documents.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

export const GET: RequestHandler = ({ params }) => {
	const lesson = findLesson(content, params.lesson);
	const step = lesson?.steps.find((one) => one.id === params.step);
	if (!lesson || !step) error(404, `step ${params.step} of lesson ${params.lesson}`);
	return json(isQuiz(step) ? quizDocumentOf(content, lesson, step) : stepDocumentOf(content, lesson, step));
};
