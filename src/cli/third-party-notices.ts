import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const name = 'virtual:third-party-notices';

/** The packages of which any code reaches a browser. The build refuses to ship one that is not named here. */
export const shipped = [
	'@inlang/paraglide-js',
	'@sveltejs/kit',
	'clsx',
	'd3-flextree',
	'd3-hierarchy',
	'devalue',
	'fflate',
	'idb',
	'marked',
	'minisearch',
	'papaparse',
	'rolldown',
	'svelte',
	'ts-fsrs',
	'uqr',
	'valibot',
	'vite',
	'xstate',
	'yaml'
];

export interface ThirdPartyNotice {
	name: string;
	version: string;
	/** As an SPDX expression: `MIT`. */
	licence: string;
	/** The package's own licence file. */
	text: string;
}

/** What a package says of itself in its folder; refuses one without a licence or its text. */
export function readNotice(folder: string): ThirdPartyNotice {
	const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, unknown>;
	const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.(md|txt))?$/i.test(entry));
	if (!file || typeof about.license !== 'string')
		throw new Error(`${folder} has no licence file, or none named in its package.json: it cannot be shipped.`);
	const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
	// Vite appends the licences of what its own tool bundles; none of that code gets here.
	const [own = text] = text.split(/^#+ .*bundled dependencies/im);
	return { name: String(about.name), version: String(about.version), licence: about.license, text: own.trim() };
}

/** The package that a module of the bundle comes from; null for the app's own. */
export function packageOf(id: string): string | null {
	const path = id.replaceAll('\\', '/');
	if (path.includes('/src/messages/compiled/')) return '@inlang/paraglide-js';
	// Helpers that the build tools put in: `\0vite/preload-helper.js`, `\0rolldown/runtime.js`.
	const helper = /^\0(vite|rolldown)\//.exec(path)?.[1];
	const after = path.split('/node_modules/').slice(1).pop();
	return helper ?? /^(?:@[^/]+\/)?[^/?]+/.exec(after ?? '')?.[0] ?? null;
}

/**
 * Gives the app `virtual:third-party-notices`, read from the packages in `modules`, and stops a build whose browser
 * script holds code of a package that is not among them.
 */
export function thirdPartyNotices(modules = 'node_modules'): Plugin {
	return {
		name: 'parallax:third-party-notices',
		resolveId: (id) => (id === name ? `\0${name}` : undefined),
		load(id) {
			if (id !== `\0${name}`) return;
			const notices = shipped.map((one) => readNotice(join(modules, one)));
			return `export const notices = JSON.parse(${JSON.stringify(JSON.stringify(notices))});`;
		},
		generateBundle(_, bundle) {
			if (this.environment.config.consumer !== 'client') return;
			const ids = Object.values(bundle).flatMap((output) =>
				output.type === 'chunk'
					? Object.entries(output.modules).flatMap(([id, { renderedLength }]) => (renderedLength > 0 ? [id] : []))
					: []
			);
			const found = new Set(ids.map(packageOf).filter((one) => one !== null));
			const missing = [...found].filter((one) => !shipped.includes(one)).toSorted();
			if (missing.length > 0)
				this.error(
					`These packages are shipped without a notice: ${missing.join(', ')}.\n` +
						'1. Add them to `shipped` in src/cli/third-party-notices.ts, if their licences allow it.\n' +
						'2. Or take out the import that brings them in.'
				);
		}
	};
}
