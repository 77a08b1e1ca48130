/** Where a tab stands when the learner follows a link. */
export interface Standing {
	/** The page is of another version than the worker that answers it: its scripts may be gone. */
	mismatched: boolean;
	/** A newer version is on the server or waits. */
	newer: boolean;
	/** The page's lesson is in the caches of the page's own version. */
	kept: boolean;
	from: string | undefined;
	to: string | undefined;
}

/**
 * Whether the next page has to be opened as a new document instead of being rendered by the scripts of this one, so
 * that no page ever mixes two versions. Within a kept lesson nothing is fetched, and its steps go on as they are.
 */
export function needsNewDocument({ mismatched, newer, kept, from, to }: Standing): boolean {
	return mismatched || (newer && !(kept && from !== undefined && from === to));
}

/** Milliseconds between two looks for a newer version. */
export const updateInterval = 5 * 60_000;

/** Whether it is time to look for a newer version; times in milliseconds, `last` null before the first look. */
export const isUpdateCheckDue = (last: number | null, now: number): boolean =>
	last === null || now - last >= updateInterval || now < last;
