import { lessonsAmong } from './addresses.ts';
import { pathOf, type Site } from './site.ts';

export interface CacheNames {
	/** What the app needs to start. */
	shell: string;
	/** Pages and data of the lessons that are kept. */
	lessons: string;
}

// Caches belong to an origin, and one origin may serve several apps, each in its folder: the scope is in the name.
const prefixOf = (scope: string): string => `parallax ${new URL(scope).pathname} `;

/** The caches of one version of the app at one address. */
export function cacheNames({ scope, version }: Pick<Site, 'scope' | 'version'>): CacheNames {
	const prefix = `${prefixOf(scope)}${version} `;
	return { shell: `${prefix}shell`, lessons: `${prefix}lessons` };
}

/** Those among `names` that belong to other versions of this app; caches of other apps are not ours to delete. */
export function otherVersions(names: readonly string[], site: Pick<Site, 'scope' | 'version'>): string[] {
	const { shell, lessons } = cacheNames(site);
	return names.filter((name) => name.startsWith(prefixOf(site.scope)) && name !== shell && name !== lessons);
}

/** Those among `names` that hold the lessons of any version of the app at `scope`. */
export const lessonCachesOf = (names: readonly string[], scope: string): string[] =>
	names.filter((name) => name.startsWith(prefixOf(scope)) && name.endsWith(' lessons'));

/** The lessons found at these cached addresses that the site still has: a newer version keeps them too. */
export function lessonsToCarryOver(addresses: readonly string[], { scope, prerendered }: Site): string[] {
	const present = new Set(lessonsAmong(prerendered));
	const kept = lessonsAmong(addresses.flatMap((address) => pathOf(address, scope) ?? []));
	return [...new Set(kept)].filter((lesson) => present.has(lesson));
}
