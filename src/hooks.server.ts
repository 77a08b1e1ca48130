import { AsyncLocalStorage } from 'node:async_hooks';
import type { Handle } from '@sveltejs/kit/hooks';
import { htmlLang, type Locale } from '#lib/state/locale.ts';
import { overwriteGetLocale } from './messages/compiled/runtime.js';

// Pages are rendered side by side while prerendering, so the language goes with each request.
const locales = new AsyncLocalStorage<Locale>();
overwriteGetLocale(() => locales.getStore() ?? 'en');

/** The data of what is a still part of the page (Later.svelte): it is there as HTML, and is not sent twice. */
const stillData =
	/<script type="application\/json" data-sveltekit-fetched data-url="[^"]*\/text\.json">.*?<\/script>\s*/gs;

export const handle: Handle = ({ event, resolve }) => {
	const locale: Locale = event.params.lang === 'zh' ? 'zh' : 'en';
	return locales.run(locale, () =>
		resolve(event, {
			transformPageChunk: ({ html }) => html.replace('%lang%', htmlLang[locale]).replace(stillData, '')
		})
	);
};
