import type { SourcesDocument } from '#lib/content/library-documents.ts';
import { loadDocument } from '#lib/state/load.ts';
import * as m from '../../../messages/compiled/messages.js';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => ({
	document: await loadDocument<SourcesDocument>(fetch, 'sources.json'),
	title: m.sources(),
	description: m.sources_intro()
});
