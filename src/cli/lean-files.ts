import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { minifySync } from 'vite';
import type { Adapter } from '@sveltejs/kit';
import { facadeOf } from './facades.ts';

/** Whether a sheet has rules that are not those of components (`svelte-…` in each), and the components that it styles. */
export function sheetOf(css: string): { isGeneral: boolean; scopes: string[] } {
	// What stands before a `{`, but for at-rules.
	const rules = css.match(/[^{};]+(?=\{)/g)?.filter((rule) => !rule.trim().startsWith('@')) ?? [];
	return {
		isGeneral: rules.some((rule) => !rule.includes('.svelte-')),
		scopes: [...new Set(css.match(/svelte-\w+/g))]
	};
}

/** The links of a page stand in its head; its body, which is long, need not be searched. */
function inHead(html: string, links: RegExp, replace: (link: string, href: string) => string): string {
	const body = html.indexOf('</head>');
	return html.slice(0, body).replace(links, replace) + html.slice(body);
}

/**
 * A page without the style sheets of which it has nothing to style: SvelteKit links those of every part that the page
 * may load later, and such a part brings its sheet itself. A sheet is dropped when all of its rules are those of
 * components and none of these is on the page. `sheet` gives what is to be known of one by its link.
 */
export const withoutIdleSheets = (html: string, sheet: (href: string) => ReturnType<typeof sheetOf>): string =>
	inHead(html, /\s*<link href="([^"]+\.css)" rel="stylesheet">/g, (link, href) => {
		const { isGeneral, scopes } = sheet(href);
		return isGeneral || scopes.some((scope) => html.includes(scope)) ? link : '';
	});

/** A page that does not ask for files which only hand on another's (facades.ts). `isFacade` says so of a file by its link. */
export const withoutFacadeLinks = (html: string, isFacade: (href: string) => boolean): string =>
	inHead(html, /\s*<link href="([^"]+\.js)"[^>]*>/g, (link, href) => (isFacade(href) ? '' : link));

/** What `make` makes of a file of `folder`, by its link from any page, and made once: thousands of pages ask for the same. */
function ofFile<T>(folder: string, make: (text: string) => T): (href: string) => T {
	const made = new Map<string, T>();
	return (href) => {
		const path = href.slice(href.indexOf('_app/'));
		const known = made.get(path) ?? make(readFileSync(`${folder}/${path}`, 'utf8'));
		made.set(path, known);
		return known;
	};
}

/** The adapter, after the pages have lost the sheets that they do not need and the theme script its comments. */
export function withLeanFiles(adapter: Adapter, output = '.svelte-kit/output'): Adapter {
	return {
		...adapter,
		async adapt(builder) {
			const sheet = ofFile(`${output}/client`, sheetOf);
			const isFacade = ofFile(`${output}/client`, (code) => facadeOf(code) !== null);
			for (const page of globSync(`${output}/prerendered/pages/**/*.html`)) {
				const html = readFileSync(page, 'utf8');
				const lean = withoutFacadeLinks(withoutIdleSheets(html, sheet), isFacade);
				if (lean !== html) writeFileSync(page, lean);
			}
			const theme = `${output}/client/theme.js`;
			writeFileSync(theme, minifySync(theme, readFileSync(theme, 'utf8')).code);
			await adapter.adapt(builder);
		}
	};
}
