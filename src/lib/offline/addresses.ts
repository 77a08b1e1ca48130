import { shellPage, type Site } from './site.ts';

// Hosts read these and do not serve them (one 404 fails a whole install), or nobody needs them offline.
const unservedOrUnneeded = /(^|\/)(\.|_headers$|_redirects$|CNAME$)|^robots\.txt$|^screenshots\/|^404\.html$/;

/** Data of the pages that belong to no lesson and that nobody needs to start with; large in a large course. */
const referenceData = /^data\/(?:(?:glossary|sources|search|hunt|capstone)|catalogue\/\d+)\.json$/;
/** Data that belongs to no lesson: the catalogue and its like. */
const sharedData = /^data\/[^/]+\.json$/;
const lessonPath = /^(?:(?:zh\/)?learn\/([^/]+)\/|data\/([^/]+)\/)/;

const lessonOf = (path: string): string | undefined => {
	const [, page, data] = lessonPath.exec(path) ?? [];
	return page ?? data;
};

/**
 * The paths without which the app cannot start with the network gone: the shell page, all scripts and styles, what
 * static/ has for every page, and the data of the pages that belong to no lesson. No pages: the shell renders them.
 */
export function shellPaths({ immutable, assets, prerendered }: Omit<Site, 'scope' | 'version'>): string[] {
	return [
		shellPage,
		...immutable,
		...assets.filter((path) => !unservedOrUnneeded.test(path)),
		...prerendered.filter((path) => sharedData.test(path) && !referenceData.test(path))
	];
}

/**
 * The data of the glossary, the sources, the search, the exercises and the catalogue's pages, kept when the device is
 * idle; the shell renders their pages.
 */
export const referencePaths = ({ prerendered }: Pick<Site, 'prerendered'>): string[] =>
	prerendered.filter((path) => referenceData.test(path));

/** The paths that keep a lesson: its pages in both languages and its data; none for a lesson not in the build. */
export const lessonPaths = ({ prerendered }: Pick<Site, 'prerendered'>, lesson: string): string[] =>
	prerendered.filter((path) => lessonOf(path) === lesson);

/** The lessons that have a data file among the paths, in the paths' order. */
export const lessonsAmong = (paths: readonly string[]): string[] =>
	paths.flatMap((path) => /^data\/([^/]+)\/lesson\.json$/.exec(path)?.[1] ?? []);

interface Connection {
	saveData?: boolean;
	effectiveType?: string;
}

/** Whether a learner would not want anything fetched unasked. */
export const isSparing = (connection?: Connection): boolean =>
	connection?.saveData === true || (connection?.effectiveType?.includes('2g') ?? false);

/** More lessons than these are no longer fetched without having been opened. */
export const unaskedLimit = 24;

/**
 * The lessons to keep when the device is idle: all of a small catalogue, none when the learner saves data
 * (`saveData`, or a connection as slow as 2G) or when the catalogue is large.
 */
export function lessonsToKeepUnasked({ prerendered }: Pick<Site, 'prerendered'>, connection?: Connection): string[] {
	if (isSparing(connection)) return [];
	const lessons = lessonsAmong(prerendered);
	return lessons.length > unaskedLimit ? [] : lessons;
}
