/** Where what is being typed is kept while the tab is open. */
export interface DraftShelf {
	kept: () => string | null;
	/** Null: nothing any more. */
	keep: (draft: string | null) => void;
}

/** The tab's own storage: it outlives a reload, and goes with the tab. Blocked, nothing is kept. */
export function shelfInTab(name: string): DraftShelf {
	const key = `parallax:${name}`;
	const quietly = <T>(work: () => T): T | null => {
		try {
			return work();
		} catch {
			return null;
		}
	};
	return {
		kept: () => quietly(() => sessionStorage.getItem(key)),
		keep: (draft) =>
			void quietly(() => (draft === null ? sessionStorage.removeItem(key) : sessionStorage.setItem(key, draft)))
	};
}

const inPage = new WeakMap<object, Map<string, string>>();

/** The page's own memory, as long as `owner` is in it: for what is written nowhere. */
export function shelfInPage(owner: object, name: string): DraftShelf {
	const shelf = inPage.get(owner) ?? new Map<string, string>();
	inPage.set(owner, shelf);
	return {
		kept: () => shelf.get(name) ?? null,
		keep: (draft) => void (draft === null ? shelf.delete(name) : shelf.set(name, draft))
	};
}
