import { defineParams } from '@sveltejs/kit/params';
import { isExtraPage } from '#lib/state/extra-pages.ts';

export const params = defineParams({
	/** The only prefix: English has none. */
	lang: (param) => (param === 'zh' ? 'zh' : undefined),
	/** The pages beside the lessons, as one route: what each needs is named only where it is opened. */
	extra: (param) => (isExtraPage(param) ? param : undefined)
});
