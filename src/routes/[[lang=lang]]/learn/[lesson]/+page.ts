import type { LessonText } from '#lib/content/documents.ts';
import { loadDocument } from '#lib/state/load.ts';
import { isOnPage } from '#lib/state/prerendered.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params }) => ({
	text: isOnPage('reading') ? null : await loadDocument<LessonText>(fetch, `${params.lesson}/text.json`)
});
