import type { Catalogue } from '#lib/content/documents.ts';
import { loadDocument } from '#lib/state/load.ts';
import * as m from '../../../../messages/compiled/messages.js';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params }) => {
	const catalogue = await loadDocument<Catalogue>(fetch, `catalogue/${params.page}.json`);
	return { catalogue, title: m.catalogue_page({ page: catalogue.page, pages: catalogue.pages }) };
};
