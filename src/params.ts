import { defineParams } from '@sveltejs/kit/params';

export const params = defineParams({
	/** The only prefix: English has none. */
	lang: (param) => (param === 'zh' ? 'zh' : undefined)
});
