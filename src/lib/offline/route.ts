import { shellPaths } from './addresses.ts';
import { pathOf, versionFile, type Site } from './site.ts';

/** How a request is answered: from the caches under `path`, else from the network, else (for a page) with the shell. */
export interface Route {
	path: string;
	orShell: boolean;
}

interface Asked {
	url: string;
	method: string;
	/** `navigate` when a document is being opened. */
	mode: string;
}

/**
 * Says for each request how the worker answers it; null leaves it to the browser: other origins, other folders of this
 * origin, anything but GET, and files that are never kept.
 *
 * What is cached is of one version, page, data and scripts together, so it goes before the network for all of them: a
 * newer page beside older data is the mixture that breaks. Newer versions come in whole, by an update of the worker.
 */
export function createRouter(site: Site): (request: Asked) => Route | null {
	const kept = new Set([...shellPaths(site), ...site.prerendered]);
	return ({ url, method, mode }) => {
		const path = method === 'GET' ? pathOf(url, site.scope) : null;
		if (path === null || path === versionFile) return null;
		const orShell = mode === 'navigate';
		return orShell || kept.has(path) ? { path, orShell } : null;
	};
}
