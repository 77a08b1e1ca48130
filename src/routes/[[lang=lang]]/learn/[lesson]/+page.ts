import type { LessonText } from '#lib/content/documents.ts';
import { loadDocument } from '#lib/state/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params }) => ({
	text: await loadDocument<LessonText>(fetch, `${params.lesson}/text.json`)
});
