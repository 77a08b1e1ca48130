import { posix } from 'node:path';

/** Of a file that only hands on what one other file has: that file, and its names by the names they get here. */
export interface Facade {
	from: string;
	names: [as: string, name: string][];
}

/** Null for a file that does anything else. */
export function facadeOf(code: string): Facade | null {
	const [, list, from] = /^export\{([\w$,\s]+)\}from"([^"]+)";?\s*$/.exec(code.trim()) ?? [];
	if (list === undefined || from === undefined) return null;
	const names = list.split(',').map((one): [string, string] => {
		const [name = '', as = name] = one.trim().split(/\s+as\s+/);
		return [as, name];
	});
	return { from, names };
}

/**
 * The code of the file `path` with each import of a facade that comes later (`import(…)`) put through to the file behind
 * it: on a slow line each file costs a request, for a few bytes. `files` gives a file's code by its path; paths are
 * relative to one folder.
 */
export const withoutFacades = (path: string, code: string, files: (path: string) => string | undefined): string =>
	code.replace(/import\(([`'"])(\.\.?\/[^`'"$]+)\1\)/g, (whole, quote: string, to: string) => {
		const target = posix.join(posix.dirname(path), to);
		const facade = facadeOf(files(target) ?? '');
		if (!facade) return whole;
		const behind = posix.relative(posix.dirname(path), posix.join(posix.dirname(target), facade.from));
		const address = behind.startsWith('.') ? behind : `./${behind}`;
		const names = facade.names.map(([as, name]) => `${as}:e.${name}`).join();
		return `import(${quote}${address}${quote}).then(e=>({${names}}))`;
	});
