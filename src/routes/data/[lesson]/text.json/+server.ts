import { error, json } from '@sveltejs/kit';
import { content } from 'virtual:lesson-content';
import { findLesson, textOf } from '#lib/content/documents.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

export const GET: RequestHandler = ({ params }) => {
	const lesson = findLesson(content, params.lesson);
	if (!lesson) error(404, `lesson ${params.lesson}`);
	return json(textOf(content, lesson));
};
