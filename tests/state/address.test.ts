import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { dataHref, href, pathOf, twinHref } from '#lib/state/address.ts';
import { localeOf, twinOf } from '#lib/state/locale.ts';
import { readTree } from '../architecture/tree.ts';

// Test files share their modules: here they are loaded anew, and again after.
const at = vi.hoisted(() => {
	vi.resetModules();
	return { base: '', locale: 'en' };
});
afterAll(() => {
	vi.resetModules();
});
vi.mock('$app/paths', () => ({ resolve: (path: string) => `${at.base}/${path.replace(/^\//, '')}` }));
vi.mock('../../src/messages/compiled/runtime.js', () => ({ getLocale: () => at.locale }));

beforeEach(() => Object.assign(at, { base: '', locale: 'en' }));

// The pages that there are, as SvelteKit names their routes.
const root = fileURLToPath(new URL('../..', import.meta.url));
const routes = Object.keys(readTree(root, ['src'])).flatMap(
	(path) => /^src\/routes(.*)\/\+page\.svelte$/.exec(path)?.[1] ?? []
);

describe('the path of a page', () => {
	test.each([
		['/[[lang=lang]]', {}, '/'],
		['/[[lang=lang]]/settings', {}, '/settings/'],
		['/[[lang=lang]]/learn/[lesson]', { lesson: 'one-slogan' }, '/learn/one-slogan/'],
		['/[[lang=lang]]/learn/[lesson]/check', { lesson: 'one-slogan', lang: 'zh' }, '/learn/one-slogan/check/']
	])('%s with %j is %s', (routeId, params, path) => {
		expect(pathOf(routeId, params)).toBe(path);
	});

	test.each([[null], ['/data/[lesson]/lesson.json'], ['/']])(
		'is the home page for %s, which is no page of ours',
		(routeId) => {
			expect(pathOf(routeId, {})).toBe('/');
		}
	);

	test('takes a parameter as it is, even one that a replacement would read', () => {
		expect(pathOf('/[[lang=lang]]/learn/[lesson]', { lesson: '$&' })).toBe('/learn/$&/');
	});

	test('is known for every page that there is, in both languages the same', () => {
		expect(routes).toContain('/[[lang=lang]]/learn/[lesson]/check');
		for (const route of routes) {
			const path = pathOf(route, { lesson: 'one-slogan', page: 'glossary' });
			expect(path).toMatch(/^\/(?:[a-z-]+\/)*$/);
			expect(pathOf(route, { lesson: 'one-slogan', page: 'glossary', lang: 'zh' })).toBe(path);
		}
		expect(new Set(routes.map((route) => pathOf(route, { lesson: 'x', page: 'glossary' }))).size).toBe(routes.length);
	});
});

describe.each(['', '/parallax'])('under the base path %j', (base) => {
	beforeEach(() => Object.assign(at, { base }));
	const paths = ['/', '/settings/', '/learn/one-slogan/check/'] as const;

	test('the address of a page is that of the current language', () => {
		expect(paths.map(href)).toEqual(paths.map((path) => base + path));
		at.locale = 'zh';
		expect(paths.map(href)).toEqual(paths.map((path) => `${base}/zh${path}`));
	});

	test('the twin of a page is its address in the other language', () => {
		for (const [locale, other] of [
			['en', 'zh'],
			['zh', 'en']
		] as const) {
			at.locale = locale;
			const twins = paths.map(twinHref);
			const hrefs = paths.map(href);
			at.locale = other;
			expect(twins).toEqual(paths.map(href));
			expect(paths.map(twinHref)).toEqual(hrefs);
		}
	});

	test('the language of an address is read back from it, and its twin is the twin', () => {
		for (const locale of ['en', 'zh'] as const) {
			at.locale = locale;
			for (const path of paths) {
				const address = href(path).slice(base.length);
				expect(localeOf(address)).toBe(locale);
				expect(base + twinOf(address)).toBe(twinHref(path));
			}
		}
	});

	test('both languages read the same data', () => {
		const english = dataHref('one-slogan/check.json');
		at.locale = 'zh';
		expect([english, dataHref('one-slogan/check.json')]).toEqual(Array(2).fill(`${base}/data/one-slogan/check.json`));
	});
});

test('an address that only begins like a Chinese one is English', () => {
	expect(['/zhou/', '/learn/zh/', '/'].map(localeOf)).toEqual(['en', 'en', 'en']);
	expect(['/zh', '/zh/', '/zh/learn/x/'].map(localeOf)).toEqual(['zh', 'zh', 'zh']);
});
