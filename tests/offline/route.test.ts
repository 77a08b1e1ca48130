import { describe, expect, test } from 'vitest';
import { createRouter } from '#lib/offline/route.ts';
import { addressOf } from '#lib/offline/site.ts';
import { site } from './site.ts';

const routeOf = createRouter(site);
const ask = (url: string, mode = 'cors', method = 'GET') => routeOf({ url, mode, method });
const below = (path: string) => addressOf(path, site.scope);

describe('a page', () => {
	test.for(['', 'zh/', 'learn/one/check/', 'no/such/page/'])(
		'"%s" is answered from the cache, the network or the shell',
		(path) => {
			expect(ask(below(path), 'navigate')).toEqual({ path, orShell: true });
		}
	);
	test('is the same with a query', () => {
		expect(ask(below('learn/one/?from=mail'), 'navigate')).toEqual({ path: 'learn/one/', orShell: true });
	});
});

describe('a file of the build', () => {
	test.for([
		'_app/immutable/entry/start.Aa1.js',
		'theme.js',
		'icons/icon.svg',
		'data/catalogue.json',
		'data/one/check.json'
	])('%s is answered from the cache or the network, never with the shell', (path) => {
		expect(ask(below(path))).toEqual({ path, orShell: false });
	});
});

describe('the browser answers', () => {
	test.for([
		['the version, which tells of a newer one', below('_app/version.json'), 'cors', 'GET'],
		['the worker itself', below('service-worker.js'), 'same-origin', 'GET'],
		['a file that is never kept', below('screenshots/phone-check.png'), 'no-cors', 'GET'],
		['a script of another version', below('_app/immutable/entry/start.Zz9.js'), 'cors', 'GET'],
		['another folder of this origin', 'https://example.org/other/', 'navigate', 'GET'],
		['another origin', 'https://example.com/parallax/theme.js', 'no-cors', 'GET'],
		['a page of another origin', 'https://example.com/parallax/', 'navigate', 'GET'],
		['anything but GET', below('theme.js'), 'cors', 'POST'],
		['a page that is posted to', below('learn/one/'), 'navigate', 'POST']
	] as const)('%s', ([, url, mode, method]) => {
		expect(ask(url, mode, method)).toBeNull();
	});
});
