import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import type { Handle } from '@sveltejs/kit/hooks';
import { building } from '$app/env';
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

/** The body is long, and has none of these links. */
function withLeanHead(html: string): string {
	const body = html.indexOf('</head>');
	return body < 0 ? html : lowPriority(sheetFirst(html.slice(0, body))) + html.slice(body);
}

/** Pages that are there to be read: they come to life after their first paint. Where one works, it is to begin at once. */
const toRead = new Set(['/[[lang=lang]]', '/[[lang=lang]]/catalogue/[page]', '/[[lang=lang]]/learn/[lesson]']);

const hashOf = (script: string): string => `sha256-${createHash('sha256').update(script).digest('base64')}`;

/**
 * The page with SvelteKit's start, and all that it loads, put off until the browser has painted (static/theme.js). The
 * policy of the page names the start by its hash.
 */
function startAfterPaint(html: string): string {
	const start = /<script>(\s*\{\s*__sveltekit_.*?)<\/script>/s.exec(html)?.[1];
	if (!start || !html.includes(hashOf(start))) throw new Error('SvelteKit starts its pages in another way now.');
	// Without the script that tells, it starts at once.
	const later = start.replace(/import\("[^"]*"\)/, 'Promise.resolve(globalThis.firstPaint).then(() => $&)');
	return html
		.replace(start, () => later)
		.replace(hashOf(start), hashOf(later))
		.replaceAll('rel="modulepreload"', 'data-after-paint');
}

export const handle: Handle = ({ event, resolve }) => {
	const locale: Locale = event.params.lang === 'zh' ? 'zh' : 'en';
	return locales.run(locale, () =>
		resolve(event, {
			transformPageChunk: ({ html }) => {
				const page = withLeanHead(html.replace('%lang%', htmlLang[locale]).replace(stillData, ''));
				return building && toRead.has(event.route.id ?? '') ? startAfterPaint(page) : page;
			}
		})
	);
};
