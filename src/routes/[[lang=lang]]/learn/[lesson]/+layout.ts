import type { LessonOutline } from '#lib/content/documents.ts';
import { loadDocument } from '#lib/state/load.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ fetch, params }) => {
	const outline = await loadDocument<LessonOutline>(fetch, `${params.lesson}/lesson.json`);
	return { outline, title: outline.title, description: outline.question };
};
