import type { CapstoneDocument } from '#lib/content/exercise-documents.ts';
import { loadDocument } from '#lib/state/load.ts';
import * as m from '../../../messages/compiled/messages.js';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => ({
	document: await loadDocument<CapstoneDocument | null>(fetch, 'capstone.json'),
	title: m.capstone(),
	description: m.capstone_about()
});
