import { addressOf, versionFile, type Site } from '../lib/offline/site.ts';

const atOnce = 6;

/** The paths that are not in the cache. */
export async function missingPaths({ scope }: Site, cacheName: string, paths: readonly string[]): Promise<string[]> {
	const requests = await (await caches.open(cacheName)).keys();
	const kept = new Set(requests.map(({ url }) => url));
	return paths.filter((path) => !kept.has(addressOf(path, scope)));
}

/** Refuses when the server has another version by now: its pages would stand beside our scripts. */
async function expectOwnVersion({ scope, version }: Site): Promise<void> {
	const response = await fetch(addressOf(versionFile, scope), { cache: 'no-store' });
	const served = response.ok ? ((await response.json()) as { version?: unknown }).version : undefined;
	if (served !== version) throw new Error(`This is ${version}, the server has ${String(served)}`);
}

async function fetched(path: string, { scope, immutable }: Site): Promise<Response> {
	const address = addressOf(path, scope);
	const named = immutable.includes(path);
	// Named after its content: an older version's copy is the same file.
	const known = named && (await caches.match(address, { ignoreVary: true }));
	if (known) return known;
	// All else may stand in the browser's own cache with another version's content: ask the server.
	const response = await fetch(address, { cache: named ? 'default' : 'no-cache' });
	if (!response.ok) throw new Error(`${address}: ${response.status}`);
	// Read to its end, for an unread body holds its connection; and built anew, for a response that was redirected is
	// refused when a document is opened with it.
	const headers = new Headers(response.headers);
	headers.delete('content-encoding');
	headers.delete('content-length');
	return new Response(await response.arrayBuffer(), { headers });
}

/** Puts what is missing into the cache: all of it, or nothing when one file fails or the versions differ. */
export async function keepPaths(site: Site, cacheName: string, paths: readonly string[]): Promise<void> {
	const missing = await missingPaths(site, cacheName, paths);
	if (missing.length === 0) return;
	await expectOwnVersion(site);
	const responses: Response[] = [];
	for (let at = 0; at < missing.length; at += atOnce)
		responses.push(...(await Promise.all(missing.slice(at, at + atOnce).map((path) => fetched(path, site)))));
	await expectOwnVersion(site);
	const cache = await caches.open(cacheName);
	await Promise.all(missing.map((path, at) => cache.put(addressOf(path, site.scope), responses[at]!)));
}
