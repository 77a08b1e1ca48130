import type { Component } from 'svelte';
import { loadDocument } from '#lib/state/load.ts';
import type { ExtraPage } from '#lib/state/extra-pages.ts';
import * as m from '../../../messages/compiled/messages.js';
import type { PageLoad } from './$types';

interface Extra {
	title: () => string;
	description: () => string;
	/** Shows the page's document. */
	view: () => Promise<{ default: Component<{ document: never }> }>;
	/** What the page shows, by its data file; the search reads its own when it is opened. */
	data: string | null;
}

const pages: Record<ExtraPage, Extra> = {
	glossary: {
		title: m.glossary,
		description: m.glossary_intro,
		view: () => import('#lib/ui/reference/GlossaryView.svelte'),
		data: 'glossary.json'
	},
	sources: {
		title: m.sources,
		description: m.sources_intro,
		view: () => import('#lib/ui/reference/SourcesView.svelte'),
		data: 'sources.json'
	},
	search: {
		title: m.search,
		description: m.search_label,
		view: () => import('#lib/ui/search/SearchView.svelte'),
		data: null
	},
	hunt: {
		title: m.hunt,
		description: m.hunt_about,
		view: () => import('#lib/ui/exercise/HuntExercise.svelte'),
		data: 'hunt.json'
	},
	capstone: {
		title: m.capstone,
		description: m.capstone_about,
		view: () => import('#lib/ui/exercise/CapstoneExercise.svelte'),
		data: 'capstone.json'
	},
	review: {
		title: m.review,
		description: m.review_intro,
		view: () => import('#lib/ui/review/ReviewPage.svelte'),
		data: null
	},
	notes: {
		title: m.notes,
		description: m.notes_intro,
		view: () => import('#lib/ui/notes/NotesPage.svelte'),
		data: null
	},
	progress: {
		title: m.to_progress,
		description: m.progress_intro,
		view: () => import('#lib/ui/progress/ProgressPage.svelte'),
		data: 'catalogue.json'
	},
	teach: {
		title: m.teach,
		description: m.teach_about,
		view: () => import('#lib/ui/teach/TeachPage.svelte'),
		data: null
	}
};

export const load: PageLoad = async ({ fetch, params }) => {
	const { title, description, view, data } = pages[params.page as ExtraPage];
	const [{ default: View }, document] = await Promise.all([
		view(),
		data === null ? undefined : loadDocument<unknown>(fetch, data)
	]);
	return { page: params.page, View, shown: document as never, title: title(), description: description() };
};
