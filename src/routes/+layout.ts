import { nextTask } from '#lib/ui/app/later.ts';

export const prerender = true;
export const trailingSlash = 'always';

/** SvelteKit's start and the page's coming to life are tasks of their own: between them a slow phone answers a tap. */
export const load = async (): Promise<void> => {
	if (!import.meta.env.SSR) await nextTask();
};
