import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { minifySync } from 'vite';
import type { Adapter } from '@sveltejs/kit';
import { facadeOf } from './facades.ts';

/**
 * A page without the style sheets of which it has nothing to style: SvelteKit links those of every part that the page
 * may load later, and such a part brings its sheet itself. A sheet is dropped when all of its rules are those of
 * components (`svelte-…` in each) and none of these is on the page. `read` gives a sheet's text by its link.
 */
export const withoutIdleSheets = (html: string, read: (href: string) => string): string =>
	html.replace(/\s*<link href="([^"]+\.css)" rel="stylesheet">/g, (link, href: string) => {
		const css = read(href);
		// What stands before a `{`, but for at-rules.
		const rules = css.match(/[^{};]+(?=\{)/g)?.filter((rule) => !rule.trim().startsWith('@')) ?? [];
		const ofComponents = rules.every((rule) => rule.includes('.svelte-'));
		return ofComponents && !css.match(/svelte-\w+/g)?.some((scope) => html.includes(scope)) ? '' : link;
	});

/** A page that does not ask for files which only hand on another's (facades.ts). `read` gives a file's text by its link. */
export const withoutFacadeLinks = (html: string, read: (href: string) => string): string =>
	html.replace(/\s*<link href="([^"]+\.js)" rel="modulepreload"[^>]*>/g, (link, href: string) =>
		facadeOf(read(href)) ? '' : link
	);

/** The adapter, after the pages have lost the sheets that they do not need and the theme script its comments. */
export function withLeanFiles(adapter: Adapter, output = '.svelte-kit/output'): Adapter {
	return {
		...adapter,
		async adapt(builder) {
			for (const page of globSync(`${output}/prerendered/pages/**/*.html`)) {
				const html = readFileSync(page, 'utf8');
				const read = (href: string) => readFileSync(`${output}/client/${href.slice(href.indexOf('_app/'))}`, 'utf8');
				const lean = withoutFacadeLinks(withoutIdleSheets(html, read), read);
				if (lean !== html) writeFileSync(page, lean);
			}
			const theme = `${output}/client/theme.js`;
			writeFileSync(theme, minifySync(theme, readFileSync(theme, 'utf8')).code);
			await adapter.adapt(builder);
		}
	};
}
