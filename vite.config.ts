import { readFileSync } from 'node:fs';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import adapter from '@sveltejs/adapter-static';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { lessonContent } from './src/cli/lesson-content.ts';
import { withNotFoundPage } from './src/cli/not-found-page.ts';
import { sourceDigest } from './src/cli/source-digest.ts';
import { thirdPartyNotices } from './src/cli/third-party-notices.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

const base = (process.env.BASE_PATH ?? '') as '' | `/${string}`;

export default defineConfig({
	plugins: [
		paraglideVitePlugin({
			project: './src/project.inlang',
			outdir: './src/messages/compiled',
			// The address alone tells the language; the hooks read it (see hooks.server.ts and hooks.client.ts).
			strategy: ['globalVariable', 'baseLocale'],
			disableAsyncLocalStorage: true,
			emitReadme: false
		}),
		lessonContent(),
		thirdPartyNotices(),
		sveltekit({
			adapter: withNotFoundPage(adapter({ fallback: '200.html', precompress: true }), base),
			paths: { base },
			// From content, not from the clock: equal sources give equal builds.
			version: { name: `${version}+${sourceDigest()}`, pollInterval: 0 },
			serviceWorker: { register: false },
			csp: {
				mode: 'hash',
				directives: {
					'default-src': ['none'],
					'script-src': ['self'],
					'style-src': ['self'],
					// The one inline style that SvelteKit's route announcer sets.
					'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
					'img-src': ['self'],
					'connect-src': ['self'],
					'manifest-src': ['self'],
					'worker-src': ['self'],
					'base-uri': ['none'],
					'form-action': ['none'],
					'require-trusted-types-for': ['script'],
					'trusted-types': ['svelte-trusted-html', 'svelte-trusted-url', 'sveltekit-trusted-url', 'parallax-html', 'parallax-worker']
				}
			}
		})
	],
	environments: {
		client: {
			build: {
				rolldownOptions: {
					output: {
						// A phone on a slow line pays for every request: few files, each of what is used together.
						codeSplitting: {
							groups: [
								// Before the app: SvelteKit's start must set the payload before `$app/env` and `$app/paths` read it.
								{ name: 'boot', test: /runtime\/client\/payload\.js|vite\/preload-helper/, priority: 10 },
								{ name: 'framework', test: /node_modules\/(svelte|esm-env|clsx|devalue)\//, priority: 9 },
								{
									name: 'work',
									test: /node_modules\/(xstate|idb|valibot)\/|src\/lib\/(storage|state\/(lesson|notebook|step|the)|machines\/(l|n)|domain\/(learning|f))/,
									priority: 8
								},
								{
									name: 'quiz',
									test: /src\/lib\/(domain\/quiz|machines\/quiz|ui\/quiz|state\/quiz|ui\/library\/(C|SourceL|l)|ui\/learning\/P)/,
									priority: 7
								},
								{
									name: 'frame',
									test: /src\/lib\/ui\/(lesson\/(LessonF|StepN|Save|StepP|StepF|StepH|step|save)|text)/,
									priority: 6
								}
							]
						}
					}
				}
			}
		}
	},
	test: {
		projects: [
			{
				extends: true,
				test: {
					name: 'domain',
					environment: 'node',
					include: ['tests/**/*.test.ts'],
					exclude: ['tests/ui/**', 'tests/e2e/**']
				}
			},
			{
				extends: true,
				resolve: { conditions: ['browser'] },
				test: {
					name: 'ui',
					environment: 'jsdom',
					include: ['tests/ui/**/*.test.ts'],
					setupFiles: ['tests/support/ui.ts']
				}
			}
		]
	}
});
