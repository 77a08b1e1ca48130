import { readFileSync } from 'node:fs';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import adapter from '@sveltejs/adapter-static';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { leanClient } from './src/cli/lean-client.ts';
import { withLeanFiles } from './src/cli/lean-files.ts';
import { lessonContent } from './src/cli/lesson-content.ts';
import { withNotFoundPage } from './src/cli/not-found-page.ts';
import { packedFiles } from './src/cli/packed-files.ts';
import { sourceDigest } from './src/cli/source-digest.ts';
import { thirdPartyNotices } from './src/cli/third-party-notices.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

/** Packed files beside the originals take their time; a host of a test's own sends none. */
const packed = process.env.PARALLAX_PACK === 'no' ? null : packedFiles();
const base = (process.env.BASE_PATH ?? '') as '' | `/${string}`;

const files = withLeanFiles(adapter({ fallback: '200.html' }));

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
		lessonContent(undefined, base),
		thirdPartyNotices(),
		leanClient(),
		packed?.ahead,
		sveltekit({
			adapter: withNotFoundPage(packed ? packed.after(files) : files, base),
			paths: { base },
			// From content, not from the clock: equal sources give equal builds.
			version: { name: `${version}+${sourceDigest()}`, pollInterval: 0 },
			serviceWorker: { register: false },
			prerender: {
				// A small catalogue has no further pages, and other lessons (PARALLAX_LESSONS) may do without some steps;
				// of the course every other page must be found.
				handleUnseenRoutes: ({ routes, message }) => {
					const missing = routes.filter((route) => route !== '/[[lang=lang]]/catalogue/[page]');
					if (missing.length > 0 && !process.env.PARALLAX_LESSONS) throw new Error(message);
				}
			},
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
					'trusted-types': [
						'svelte-trusted-html',
						'svelte-trusted-url',
						'sveltekit-trusted-url',
						'parallax-html',
						'parallax-worker'
					]
				}
			}
		})
	],
	// Of every file, at the end of each build, and nobody reads them.
	build: { reportCompressedSize: false },
	environments: {
		client: {
			build: {
				// The first page names its scripts itself (SvelteKit writes their links), and the worker keeps the others: the
				// list of what each route imports would be on every page, and grow with the routes.
				modulePreload: { polyfill: false, resolveDependencies: () => [] },
				rolldownOptions: {
					// No module of ours, nor of the libraries, does anything when one of its properties is read.
					treeshake: { propertyReadSideEffects: false, unknownGlobalSideEffects: false },
					output: {
						// A phone on a slow line pays for every request: few files, each of what is used together.
						codeSplitting: {
							groups: [
								// Before the app: SvelteKit's start must set the payload before `$app/env` and `$app/paths` read it.
								{
									name: 'boot',
									test: /rolldown\/runtime|runtime\/client\/payload\.js|vite\/preload-helper/,
									priority: 10
								},
								// What a page of questions shows at once, and every page with it.
								{
									name: 'styles',
									test: /app\.css$|styles\/\w+\.css$|(ui\/(app|text)\/|ui\/lesson\/(Lesson|Step)|ui\/quiz\/(QuizItem|QuizResult|\w+Choice|ItemBody|ChoiceBody|MatchBody|OrderBody)|layout\.svelte).*type=style/,
									priority: 10
								},
								// What the other pages of a lesson show: one sheet, since each file costs a request.
								{
									name: 'lesson-styles',
									test: /ui\/((compare|learning|lesson|library|notebook|quiz)\/|steps\/(?!Weigh)).*type=style/,
									priority: 9
								},
								{ name: 'map-styles', test: /ui\/(map\/|steps\/Weigh).*type=style/, priority: 9 },
								// What every page needs. SvelteKit must find its own entries outside of it; what of Svelte
								// a few pages use stays with those.
								{
									name: 'app',
									test: /node_modules\/(svelte\/(?!.*(client\/index\.js|src\/(reactivity|motion|transition|easing|animate|store)\/|bindings\/(?!this|shared)|attachments\.js))|esm-env|clsx)|@sveltejs\/kit\/(?!.*entry\.js)|src\/(lib\/(ui\/app\/(App|Content|Later|Off)|state\/(load|lazy))|routes\/\+(layout|error))/,
									priority: 9
								},
								// What every page of a lesson needs; the catalogue reads how far the learner is with the same code. With what an
								// answer is, which other pages read too: they can do without the quiz.
								{
									name: 'lesson',
									test: /node_modules\/xstate\/|src\/(lib\/(storage\/(store|saver|persistence)|state\/(the-store|lesson-s|step|actor)|domain\/quiz\/(ready\.ts|work|taking|policy|model)|ui\/(lesson\/(LessonFrame|SaveNotice|Step|step-)|notes\/NotePlace|quiz\/quiz-words|text\/))|routes\/.*\[lesson\]\/\+layout)/,
									priority: 7
								},
								{
									name: 'quiz',
									test: /src\/lib\/(ui\/quiz\/(QuizItem|QuizResult|ItemBody|ChoiceBody|MatchBody|OrderBody|Certainty)|state\/quiz-session|machines\/quiz)|routes\/.*\/check\//,
									priority: 6
								},
								// Short words that most pages but that of the quiz have.
								{
									name: 'words',
									test: /src\/lib\/ui\/(lesson\/frame-words|learning\/band-words)|compiled\/messages\/(answer_key|best_case_how|contention|lesson_|mark_right|module_|result_certainty|review_to|takes_about|you_will)/,
									minShareCount: 2,
									priority: 5
								},
								// What shows sources, claims and terms: together on most pages of a lesson, never in the quiz's first load.
								{ name: 'library', test: /src\/lib\/(ui\/library\/|domain\/lesson\/corrections)/, priority: 4 },
								// What the text of a lesson and the controls of less common questions both show.
								{ name: 'parts', test: /src\/lib\/ui\/quiz\/(part-words|SegmentText)/, priority: 4 },
								{ name: 'schemas', test: /node_modules\/valibot\//, priority: 5 },
								// What reads stored work, and what marks it.
								{
									name: 'records',
									test: /src\/lib\/(domain\/(quiz\/(parse|draw)|lesson\/shuffle)|domain\/parsed|storage\/(envelopes|step-result|instant))/,
									priority: 4
								},
								{
									name: 'marks',
									test: /src\/lib\/domain\/(quiz\/(mark|chance|certainty|points)\.ts|quiz\/[\w-]+\/score|learning\/results)/,
									priority: 4
								},
								{ name: 'calibration', test: /src\/lib\/domain\/learning\/calibration/, priority: 5 },
								{ name: 'later-kinds', test: /src\/lib\/domain\/quiz\/ready-later/, priority: 5 },
								// What merges and copies all that a learner has.
								{
									name: 'copies',
									test: /src\/lib\/(storage\/(backup|review-r|whole|own-record|kinds|merge|spares)|domain\/(learning\/(notes\/note|covers|review\/merge)|digest|canonical))/,
									priority: 2
								},
								// The map in words, which its lazy parts speak too.
								{
									name: 'map',
									test: /src\/lib\/(ui\/map\/(map-words|spoken|keys|dragging|LinkText)|domain\/argument\/outline)|compiled\/messages\/(row|line|refused)_/,
									priority: 2
								},
								// The names of the pages beside the lessons, which the catalogue leads to.
								{ name: 'extra', test: /src\/routes\/.*\[page=extra\]/, priority: 3 }
							]
						}
					}
				}
			}
		}
	},
	test: {
		// Properties run a thousand times, on machines that may have other work.
		testTimeout: 60_000,
		// One core is left free by default, which on two is half of them.
		maxWorkers: '100%',
		projects: [
			{
				extends: true,
				test: {
					name: 'domain',
					environment: 'node',
					include: ['tests/**/*.test.ts'],
					exclude: ['tests/ui/**', 'tests/e2e/**'],
					setupFiles: ['tests/support/seed.ts'],
					// Pure modules may be shared: loading them anew for each file takes two thirds as long again.
					isolate: false
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
