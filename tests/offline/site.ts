import type { Site } from '#lib/offline/site.ts';

const lessonFiles = (id: string) => [
	...['', 'zh/'].flatMap((lang) => [`${lang}learn/${id}/`, `${lang}learn/${id}/check/`]),
	`data/${id}/lesson.json`,
	`data/${id}/check.json`
];

/** A small build below a folder, as the manifest of SvelteKit lists it. */
export const site: Site = {
	scope: 'https://example.org/parallax/',
	version: '1.0.0+abc',
	immutable: ['_app/immutable/entry/start.Aa1.js', '_app/immutable/assets/0.Bb2.css'],
	assets: [
		'.nojekyll',
		'.well-known/security.txt',
		'_headers',
		'robots.txt',
		'theme.js',
		'manifest.webmanifest',
		'icons/icon.svg',
		'icons/icon-192.png',
		'screenshots/phone-check.png'
	],
	prerendered: ['', 'zh/', 'settings/', 'data/catalogue.json', ...lessonFiles('one'), ...lessonFiles('one-more')]
};
