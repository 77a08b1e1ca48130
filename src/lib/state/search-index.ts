import MiniSearch, { type AsPlainObject, type SearchResult } from 'minisearch';
import { searchOptions, type SearchDocument } from '#lib/content/search-documents.ts';
import { squeeze } from '#lib/domain/search/fold.ts';
import { isLatin, queryTokens } from '#lib/domain/search/tokens.ts';

export type Found = Pick<SearchDocument, 'kind' | 'title' | 'text' | 'path' | 'context' | 'flag'> & { id: string };

const toFound = ({ id, kind, title, text, path, context, flag }: SearchResult): Found =>
	({ id: String(id), kind, title, text, path, context, flag }) as Found;

/** Everything that can be found, ready to be asked. Throws on what is no index of this version. */
export class SearchIndex {
	#index: MiniSearch<SearchDocument>;

	constructor(stored: unknown) {
		this.#index = MiniSearch.loadJS(stored as AsPlainObject, searchOptions);
	}

	/** Adds the learner's own notes, which no file of the site holds. */
	add(documents: readonly SearchDocument[]): void {
		this.#index.addAll(documents);
	}

	/**
	 * What holds all words of the query, best first; Latin words may be begun only, long ones misspelt a little. Pinyin
	 * is found with or without tones, tone numbers and spaces. An empty query finds nothing.
	 */
	find(query: string): Found[] {
		const pinyin = squeeze(query).replaceAll('v', 'u');
		const words = {
			queries: [query],
			tokenize: queryTokens,
			combineWith: 'AND' as const,
			prefix: isLatin,
			fuzzy: (term: string) => (isLatin(term) && term.length > 5 ? 0.15 : false),
			boost: { title: 3, pinyin: 3 }
		};
		const inOnePiece = { queries: [pinyin], fields: ['pinyin'], prefix: true, boost: { pinyin: 6 } };
		const queries = isLatin(pinyin) ? [words, inOnePiece] : [words];
		return this.#index.search({ combineWith: 'OR', queries }).map(toFound);
	}
}
