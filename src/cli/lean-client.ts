import { existsSync, readdirSync } from 'node:fs';
import type { Plugin } from 'vite';
import { withoutFacades } from './facades.ts';

const needsTransport = /^\+(?:page|layout)\.server\.(?:js|ts)$|\.remote\.(?:js|ts)$/;

/** The files of `folder` for which SvelteKit sends more than JSON from a server to the page. */
export function transportFiles(folder: string): string[] {
	if (!existsSync(folder)) return [];
	const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
	return paths.filter((path) => needsTransport.test(path.split(/[\\/]/).at(-1) ?? '')).sort();
}

/**
 * What the browser gets for `devalue` (4 kB gzip): SvelteKit needs it for what a server sends to a page, which an app of
 * files does not have, and for the state of history entries, which is plain JSON here.
 */
export const plainTransport = `
const no = (name) => () => {
	throw new Error(name + ' is left out of this build: see src/cli/lean-client.ts');
};
export const parse = (text) => JSON.parse(text);
export const stringify = (data) => JSON.stringify(data);
export const uneval = no('uneval');
export const unflatten = no('unflatten');
export const stringifyAsync = no('stringifyAsync');
`;

/** Paraglide's runtime without its ways to find the language: the address tells it (see hooks.client.ts). */
export const plainRuntime = `
export let getLocale = () => 'en';
export const overwriteGetLocale = (get) => (getLocale = get);
export const isChinese = (options) => (options?.locale ?? getLocale()) === 'zh';
export const experimentalStaticLocale = undefined;
`;

const words = (locale: string, code: string): string | undefined =>
	new RegExp(`const ${locale}_\\w+ = [^\`]*=> \\{\\s*return [^\`]*(\`(?:[^\`\\\\]|\\\\.)*\`)\\)\\s*\\};`).exec(
		code
	)?.[1];

/**
 * One of Paraglide's message modules with one function in the place of three. Null, and so left as it is, for code of
 * another form (a plural).
 */
export function plainMessage(name: string, code: string): string | null {
	const [en, zh] = [words('en', code), words('zh', code)];
	if (en === undefined || zh === undefined || /\bmatch\b|_plural/.test(code)) return null;
	return (
		"import { isChinese } from '../runtime.js';\n" +
		`export const ${name} = (i, o) => (isChinese(o) ? ${zh} : ${en});\n`
	);
}

const scan =
	/\n\tfunction after_navigate\(\) \{.*?\n\t\}\n\n\tafter_navigate_callbacks\.add\(after_navigate\);\n\tafter_navigate\(\);\n/s;

/**
 * SvelteKit's client without its look at every link of each page that opens: it looks for links whose code is to be loaded
 * before they are tapped, and there are none (src/app.html: `tap`). A lesson's page has some hundred links, and on a slow
 * phone this took as long as bringing the page to life. Null for code of another form.
 */
export const withoutLinkScan = (code: string): string | null => (scan.test(code) ? code.replace(scan, '') : null);

/** Takes out of the browser's code what this app can do without: some 6 kB of gzip, and five requests, on every page. */
export function leanClient(folder = 'src'): Plugin {
	const transport = '\0parallax:plain-transport';
	return {
		name: 'parallax:lean-client',
		apply: 'build',
		enforce: 'pre',
		applyToEnvironment: ({ name }) => name === 'client',
		buildStart() {
			const files = transportFiles(folder);
			if (files.length > 0)
				this.error(
					`${files.join(', ')}: server loads and remote functions need devalue in the browser. ` +
						'Use a universal load, or let src/cli/lean-client.ts keep devalue.'
				);
		},
		resolveId: (source) => (source === 'devalue' ? transport : undefined),
		load: (id) => (id === transport ? plainTransport : undefined),
		transform(code, id) {
			if (id.endsWith('messages/compiled/runtime.js')) return { code: plainRuntime, map: null };
			if (id.endsWith('kit/src/runtime/client/client.js')) {
				const lean = withoutLinkScan(code);
				if (lean === null) this.error('SvelteKit looks at links in another way now: see withoutLinkScan.');
				return { code: lean, map: null };
			}
			const name = /messages\/compiled\/messages\/(\w+)\.js$/.exec(id)?.[1];
			const lean = name === undefined || name === '_index' ? null : plainMessage(name, code);
			return lean === null ? undefined : { code: lean, map: null };
		},
		generateBundle: {
			order: 'post',
			handler(_, bundle) {
				const codeOf = (path: string) => {
					const file = bundle[path];
					return file?.type === 'chunk' ? file.code : undefined;
				};
				for (const file of Object.values(bundle))
					if (file.type === 'chunk') file.code = withoutFacades(file.fileName, file.code, codeOf);
			}
		}
	};
}
