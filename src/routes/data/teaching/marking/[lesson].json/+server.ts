import { error, json } from '@sveltejs/kit';
import { content } from 'virtual:lesson-content';
import { findLesson } from '#lib/content/documents.ts';
import { lessonKeyOf } from '#lib/domain/classroom/carried/lesson-key.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

// No page names these while it is rendered.
export const entries: EntryGenerator = () => content.lessons.map(({ id }) => ({ lesson: id }));

export const GET: RequestHandler = ({ params }) => {
	const lesson = findLesson(content, params.lesson);
	if (!lesson) error(404, `what marks lesson ${params.lesson}`);
	return json(lessonKeyOf(lesson));
};
