import { expect, test } from 'vitest';
import { facadeOf } from '../../src/cli/facades.ts';
import { sheetOf, withoutFacadeLinks, withoutIdleSheets } from '../../src/cli/lean-files.ts';

const sheets: Record<string, string> = {
	'../app.css': 'body{margin:0}p.svelte-a1{margin:0}',
	'../part.css': 'p.svelte-b2{margin:0}@media print{p.svelte-b2{display:none}}',
	'../mixed.css': 'h1{margin:0}.c.svelte-c3{margin:0}'
};
const links = Object.keys(sheets).map((href) => `<link href="${href}" rel="stylesheet">`);
const page = (body: string) => `<head>${links.join('\n\t\t')}</head><body>${body}</body>`;
const linked = (html: string) => {
	const lean = withoutIdleSheets(html, (href) => sheetOf(sheets[href] ?? ''));
	return Object.keys(sheets).filter((href) => lean.includes(href));
};

test('a page keeps the sheets of the components that are on it, and those that style any page', () => {
	expect(linked(page('<p class="svelte-b2">…</p>'))).toEqual(['../app.css', '../part.css', '../mixed.css']);
});

test('a page loses the sheet of components that it does not have', () => {
	expect(linked(page('<p class="svelte-a1">…</p>'))).toEqual(['../app.css', '../mixed.css']);
});

test('a page does not ask for a script that only hands on another one', () => {
	const scripts: Record<string, string> = {
		'../door.js': 'export{a as b}from"./app.js";',
		'../app.js': 'var a;export{a};'
	};
	for (const when of ['rel="modulepreload"', 'data-after-paint']) {
		const link = (href: string) => `<link href="${href}" ${when} fetchpriority="low">`;
		const html = `${Object.keys(scripts).map(link).join('\n')}</head>`;
		expect(withoutFacadeLinks(html, (href) => facadeOf(scripts[href] ?? '') !== null).trim()).toBe(
			`${link('../app.js')}</head>`
		);
	}
});
