/** What a build is made of: paths below `scope`, as `$app/manifest` gives them; the empty path is the home page. */
export interface Site {
	/** The whole address of the app's root, with a slash at its end. */
	scope: string;
	version: string;
	/** Scripts and styles, named after what is in them. */
	immutable: readonly string[];
	/** The files of static/. */
	assets: readonly string[];
	/** Pages (`learn/x/check/`) and data files (`data/x/check.json`). */
	prerendered: readonly string[];
}

/** The page that stands in for any other: it reads its address in the browser. SvelteKit names it in no list. */
export const shellPage = '200.html';

/** The version that the server has now; never kept, or it could not tell of a newer one. */
export const versionFile = '_app/version.json';

/** The whole address of a path; the empty one gives the home page, and not the script that asks as `fetch` would. */
export const addressOf = (path: string, scope: string): string => new URL(path, scope).href;

/** The path of an address below `scope`, without query and fragment; null for another origin or another folder. */
export function pathOf(address: string, scope: string): string | null {
	const { origin, pathname } = new URL(address);
	const root = new URL(scope);
	return origin === root.origin && pathname.startsWith(root.pathname) ? pathname.slice(root.pathname.length) : null;
}
