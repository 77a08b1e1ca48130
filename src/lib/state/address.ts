import { resolve } from '$app/paths';
import { getLocale } from '../../messages/compiled/runtime.js';

/** The root of the app, under its base path. */
export const home = (): string => resolve('' as 'settings/');

/** The address of a page of ours in the current language, under the base path. `path` is the English one: `/learn/x/`. */
export function href(path: `/${string}`): string {
	const local = getLocale() === 'zh' ? `zh${path}` : path.slice(1);
	return resolve(local as 'settings/');
}

/** The address of a data file, which both languages share. */
export const dataHref = (path: string): string => resolve(`data/${path}` as 'settings/');

/** The address of the page of another language, on which the same place and answers come back. */
export function twinHref(path: string): string {
	const twin = getLocale() === 'zh' ? path : `/zh${path}`;
	return resolve(twin.slice(1) as 'settings/');
}

/** The English path of a route: `/[[lang=lang]]/learn/[lesson]` and its parameters give `/learn/x/`. Unknown pages give `/`. */
export function pathOf(routeId: string | null, params: Partial<Record<string, string>>): string {
	if (!routeId?.startsWith('/[[lang=lang]]')) return '/';
	const path = routeId
		.slice('/[[lang=lang]]'.length)
		.replace(/\[(\w+)(?:=\w+)?\]/g, (_, name: string) => params[name] ?? '');
	return `${path}/`;
}
