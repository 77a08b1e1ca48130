import { describe, expect, test } from 'vitest';
import {
	isSparing,
	lessonPaths,
	lessonsAmong,
	lessonsToKeepUnasked,
	referencePaths,
	shellPaths,
	unaskedLimit
} from '#lib/offline/addresses.ts';
import { addressOf, pathOf } from '#lib/offline/site.ts';
import { site } from './site.ts';

describe('the shell', () => {
	test('is the shell page, the scripts and styles, what every page loads, and the catalogue', () => {
		expect(shellPaths(site)).toEqual([
			'200.html',
			'_app/immutable/entry/start.Aa1.js',
			'_app/immutable/assets/0.Bb2.css',
			'theme.js',
			'manifest.webmanifest',
			'icons/icon.svg',
			'icons/icon-192.png',
			'data/catalogue.json'
		]);
	});
	test.for([
		'.nojekyll',
		'.well-known/security.txt',
		'_headers',
		'_redirects',
		'CNAME',
		'sub/.hidden',
		'robots.txt',
		'404.html',
		'screenshots/a.png'
	])('leaves out %s', (path) => {
		expect(shellPaths({ immutable: [], assets: [path], prerendered: [] })).toEqual(['200.html']);
	});
	test('holds no page', () => {
		const pages = site.prerendered.filter((path) => path === '' || path.endsWith('/'));
		expect(shellPaths(site).filter((path) => pages.includes(path))).toEqual([]);
	});
});

describe('what is looked up', () => {
	const data = ['glossary', 'sources', 'search', 'hunt', 'capstone', 'catalogue/2'].map((name) => `data/${name}.json`);
	const larger = { ...site, prerendered: [...site.prerendered, ...data, 'glossary/', 'data/glossary/lesson.json'] };

	test('is the data of glossary, sources, search, exercises and further catalogue pages', () => {
		expect(referencePaths(larger)).toEqual(data);
	});
	test('is no part of the shell, which is fetched before anything works offline', () => {
		expect(shellPaths(larger)).toEqual(shellPaths(site));
	});
	test('is not fetched for a learner who saves data', () => {
		expect([{ saveData: true }, { effectiveType: '2g' }, { effectiveType: '4g' }, {}].map(isSparing)).toEqual([
			true,
			true,
			false,
			false
		]);
	});
});

describe('a lesson', () => {
	test('is its pages in both languages and its data, and nothing of a lesson whose id begins alike', () => {
		expect(lessonPaths(site, 'one')).toEqual([
			'learn/one/',
			'learn/one/check/',
			'zh/learn/one/',
			'zh/learn/one/check/',
			'data/one/lesson.json',
			'data/one/check.json'
		]);
	});
	test.for(['none', '', 'catalogue.json', 'zh'])('that is not in the build has no paths: "%s"', (lesson) => {
		expect(lessonPaths(site, lesson)).toEqual([]);
	});
	test('is found by its data', () => {
		expect(lessonsAmong(site.prerendered)).toEqual(['one', 'one-more']);
	});
});

describe('unasked', () => {
	test('a small catalogue is kept whole', () => {
		expect(lessonsToKeepUnasked(site)).toEqual(['one', 'one-more']);
		expect(lessonsToKeepUnasked(site, { saveData: false, effectiveType: '4g' })).toEqual(['one', 'one-more']);
	});
	test.for([{ saveData: true }, { effectiveType: '2g' }, { effectiveType: 'slow-2g' }])(
		'nothing is kept with %o',
		(connection) => {
			expect(lessonsToKeepUnasked(site, connection)).toEqual([]);
		}
	);
	test('nothing is kept of a large catalogue', () => {
		const data = (count: number) => ({
			prerendered: Array.from({ length: count }, (_, at) => `data/l${at}/lesson.json`)
		});
		expect(lessonsToKeepUnasked(data(unaskedLimit))).toHaveLength(unaskedLimit);
		expect(lessonsToKeepUnasked(data(unaskedLimit + 1))).toEqual([]);
	});
});

describe('an address', () => {
	test.for([
		['', 'https://example.org/parallax/'],
		['zh/learn/one/', 'https://example.org/parallax/zh/learn/one/']
	] as const)('of "%s" is below the scope, and leads back to it', ([path, address]) => {
		expect(addressOf(path, site.scope)).toBe(address);
		expect(pathOf(address, site.scope)).toBe(path);
	});
	test('loses its query and fragment', () => {
		expect(pathOf('https://example.org/parallax/learn/one/?a=b#c', site.scope)).toBe('learn/one/');
	});
	test.for([
		'https://example.org/',
		'https://example.org/parallax',
		'https://example.org/other/learn/one/',
		'https://example.com/parallax/',
		'http://example.org/parallax/'
	])('outside the scope has no path: %s', (address) => {
		expect(pathOf(address, site.scope)).toBeNull();
	});
});
