import { isHttpError } from '@sveltejs/kit';
import { notices } from 'virtual:third-party-notices';
import type { Catalogue } from '#lib/content/documents.ts';
import { loadDocument } from '#lib/state/load.ts';
import * as m from '../../../messages/compiled/messages.js';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => {
	// Offline the page must still open: here a learner saves a copy.
	const catalogue = await loadDocument<Catalogue>(fetch, 'catalogue.json').catch((error: unknown) => {
		if (isHttpError(error, 503)) return null;
		throw error;
	});
	return { catalogue, notices, title: m.settings(), description: m.settings_description() };
};
