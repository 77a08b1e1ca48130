import type { Found, SearchIndex } from './search-index.ts';
import { loadDocument } from './load.ts';

const atOnce = 30;

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
			this.#index = new SearchIndex(stored);
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
