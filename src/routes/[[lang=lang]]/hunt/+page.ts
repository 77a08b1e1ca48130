import type { HuntDocument } from '#lib/content/exercise-documents.ts';
import { loadDocument } from '#lib/state/load.ts';
import * as m from '../../../messages/compiled/messages.js';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => ({
	document: await loadDocument<HuntDocument | null>(fetch, 'hunt.json'),
	title: m.hunt(),
	description: m.hunt_about()
});
