import { error } from '@sveltejs/kit';
import { dataHref } from './address.ts';

/**
 * Reads one of the site's own data files. Refuses with 404 where it does not exist (`error.message` says which)
 * and with 503 where it cannot be reached: offline and not kept.
 */
export async function loadDocument<T>(fetch: typeof globalThis.fetch, path: string): Promise<T> {
	let response: Response;
	try {
		response = await fetch(dataHref(path));
	} catch {
		error(503, path);
	}
	if (!response.ok) error(404, path);
	return (await response.json()) as T;
}
