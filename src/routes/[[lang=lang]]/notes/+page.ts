import type { Catalogue } from '#lib/content/documents.ts';
import { loadDocument } from '#lib/state/load.ts';
import * as m from '../../../messages/compiled/messages.js';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => {
	// Offline, and never kept: the notes are there all the same, in the order of their titles.
	const catalogue = await loadDocument<Catalogue>(fetch, 'catalogue.json').catch(() => null);
	const lessons = catalogue?.modules.flatMap((module) => module.lessons.map(({ id }) => id)) ?? [];
	return { lessons, title: m.notes(), description: m.notes_intro() };
};
