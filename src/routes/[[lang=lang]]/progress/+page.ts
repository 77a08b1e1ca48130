import type { Catalogue } from '#lib/content/documents.ts';
import { loadDocument } from '#lib/state/load.ts';
import * as m from '../../../messages/compiled/messages.js';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => ({
	catalogue: await loadDocument<Catalogue>(fetch, 'catalogue.json'),
	title: m.to_progress(),
	description: m.progress_intro()
});
