/**
 * Whether the page is just being opened and has the element `id` from the build: what it shows need not be loaded a
 * second time as data (hooks.server.ts leaves that out of the page).
 */
export const isOnPage = (id: string): boolean =>
	!import.meta.env.SSR &&
	document.documentElement.dataset.hydrated === undefined &&
	document.getElementById(id) !== null;
