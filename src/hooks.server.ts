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

/** What the first paint waits for is asked for first: over few connections the scripts would stand in its way. */
function sheetFirst(html: string): string {
	const sheets = html.match(/\s*<link [^>]*rel="stylesheet">/g) ?? [];
	const rest = sheets.reduce((page, sheet) => page.replace(sheet, ''), html);
	return rest.replace(/\s*<link [^>]*rel="modulepreload">/, (first) => sheets.join('') + first);
}

const lowPriority = (html: string): string =>
	html.replaceAll('rel="modulepreload">', 'rel="modulepreload" fetchpriority="low">');

export const handle: Handle = ({ event, resolve }) => {
	const locale: Locale = event.params.lang === 'zh' ? 'zh' : 'en';
	return locales.run(locale, () =>
		resolve(event, {
			transformPageChunk: ({ html }) =>
				lowPriority(sheetFirst(html.replace('%lang%', htmlLang[locale]).replace(stillData, '')))
		})
	);
};
