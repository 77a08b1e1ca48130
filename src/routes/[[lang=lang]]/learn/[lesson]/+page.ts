import type { LessonText } from '#lib/content/documents.ts';
import { loadDocument } from '#lib/state/load.ts';
import { isOnPage } from '#lib/state/prerendered.ts';
import type { PageLoad } from './$types';

/** `reading`: the text and what shows it; null where the page has both already, as HTML. */
export const load: PageLoad = async ({ fetch, params }) => {
	if (isOnPage('reading')) return { reading: null };
	const [text, { default: View }] = await Promise.all([
		loadDocument<LessonText>(fetch, `${params.lesson}/text.json`),
		import('#lib/ui/lesson/ReadingView.svelte')
	]);
	return { reading: { View, text } };
};
