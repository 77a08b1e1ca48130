import { noteDocuments, type NoteDocument } from '#lib/domain/learning/notes/list.ts';
import type { Found, SearchIndex } from './search-index.ts';
import { loadDocument } from './load.ts';
import { theStore } from './the-store.ts';

const atOnce = 30;

/** The learner's notes, as what can be found; none where they cannot be read. */
async function ownNotes(): Promise<NoteDocument[]> {
	try {
		if (!(await (await theStore()).holdsOwn('note'))) return [];
		const { theNotes } = await import('./notes-book.svelte.ts');
		await theNotes().open();
		return noteDocuments(theNotes().all);
	} catch {
		return [];
	}
}

/** A search over everything, as the page shows it: the index is loaded when the search is opened. */
export class SearchSession {
	status = $state<'loading' | 'ready' | 'failed'>('loading');
	query = $state('');
	#index = $state.raw<SearchIndex | null>(null);
	#most = $state(atOnce);
	#all = $derived(this.#index && this.query.trim() !== '' ? this.#index.find(this.query) : []);

	/** How many were found. */
	get count(): number {
		return this.#all.length;
	}
	get found(): Found[] {
		return this.#all.slice(0, this.#most);
	}
	get asked(): boolean {
		return this.query.trim() !== '';
	}

	/** Never rejects; what could not be loaded is tried again by the next call. */
	async open(): Promise<void> {
		this.status = 'loading';
		try {
			const [{ SearchIndex }, stored] = await Promise.all([
				import('./search-index.ts'),
				loadDocument<unknown>(fetch, 'search.json')
			]);
			const index = new SearchIndex(stored);
			index.add(await ownNotes());
			this.#index = index;
			this.status = 'ready';
		} catch {
			this.status = 'failed';
		}
	}

	ask(query: string): void {
		this.query = query;
		this.#most = atOnce;
	}
	showMore(): void {
		this.#most += atOnce;
	}
}
