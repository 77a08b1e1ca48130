import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { compileContent, formatProblem } from '../lib/domain/lesson/compile.ts';
import { readContent } from './read-content.ts';

const name = 'virtual:lesson-content';

/** Gives the app `virtual:lesson-content`: lessons/ compiled to typed data. A mistake in a lesson stops the build. */
export function lessonContent(folder = process.env.PARALLAX_LESSONS ?? 'lessons'): Plugin {
	const root = resolve(folder);
	return {
		name: 'parallax:lesson-content',
		resolveId: (id) => (id === name ? `\0${name}` : undefined),
		load(id) {
			if (id !== `\0${name}`) return;
			const files = readContent(root);
			for (const file of Object.keys(files)) this.addWatchFile(resolve(root, file));
			const { content, problems } = compileContent(files);
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
			return `export const content = JSON.parse(${JSON.stringify(JSON.stringify(content))});`;
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
