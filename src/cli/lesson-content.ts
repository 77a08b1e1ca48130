import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { compileContent, formatProblem } from '../lib/domain/lesson/compile.ts';
import type { Content } from '../lib/domain/lesson/model.ts';
import { readContent, readPictures } from './read-content.ts';

const name = 'virtual:lesson-content';

/** What the app is handed of the pictures: those that a lesson shows, by `lesson-id/path`. */
function shownPictures({ lessons }: Content, { pictures, bytes }: ReturnType<typeof readPictures>, places: Places) {
	return Object.fromEntries(
		lessons.flatMap(({ id, pictures: shown = [] }) =>
			shown.flatMap((href) => {
				const path = `${places[id]}/${href}`;
				const picture = pictures[path];
				if (!picture || 'fault' in picture) return [];
				return [[`${id}/${href}`, { type: picture.type, base64: bytes[path]?.toString('base64') ?? '' }]];
			})
		)
	);
}

/** The folder of each lesson's file, by the lesson's id. */
type Places = Record<string, string>;
const placesOf = (paths: string[]): Places =>
	Object.fromEntries(
		paths.flatMap((path) => {
			const [, at, id] = /^(.*)\/\d+-([^/]+)\.md$/.exec(path) ?? [];
			return at === undefined || id === undefined ? [] : [[id, at]];
		})
	);

/**
 * Gives the app `virtual:lesson-content`: lessons/ compiled to typed data. A mistake in a lesson stops the build.
 * `base` is the app's base path, which the addresses of pictures begin with.
 */
export function lessonContent(folder = process.env.PARALLAX_LESSONS ?? 'lessons', base = ''): Plugin {
	const root = resolve(folder);
	return {
		name: 'parallax:lesson-content',
		resolveId: (id) => (id === name ? `\0${name}` : undefined),
		load(id) {
			if (id !== `\0${name}`) return;
			const files = readContent(root);
			const found = readPictures(root);
			for (const file of [...Object.keys(files), ...Object.keys(found.bytes)]) this.addWatchFile(resolve(root, file));
			const { content, problems } = compileContent(files, { pictures: found.pictures, base });
			for (const problem of problems.filter(({ severity }) => severity === 'warning'))
				this.warn(formatProblem(problem));
			if (!content)
				this.error(
					problems
						.filter(({ severity }) => severity === 'error')
						.map(formatProblem)
						.join('\n\n')
				);
			// Parsing JSON is faster than parsing the same object literal, and no content can become code.
			const data = (value: unknown): string => `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
			const pictures = shownPictures(content, found, placesOf(Object.keys(files)));
			return `export const content = ${data(content)};\nexport const pictures = ${data(pictures)};`;
		},
		configureServer(server) {
			server.watcher.add(root);
			server.watcher.on('all', (_, path) => {
				if (!path.startsWith(root)) return;
				const module = server.environments.ssr?.moduleGraph.getModuleById(`\0${name}`);
				if (module) server.environments.ssr?.moduleGraph.invalidateModule(module);
				server.environments.client?.hot.send({ type: 'full-reload' });
			});
		}
	};
}
