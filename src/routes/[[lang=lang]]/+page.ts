import type { Catalogue } from '#lib/content/documents.ts';
import { loadDocument } from '#lib/state/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => ({
	catalogue: await loadDocument<Catalogue>(fetch, 'catalogue.json')
});
