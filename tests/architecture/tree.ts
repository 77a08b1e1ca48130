import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Text files by their path from the project's root, with `/` between the parts. */
export type Tree = Readonly<Record<string, string>>;

// Made by tools, not by us.
const foreign = /^src\/(?:messages\/compiled|project\.inlang)(?:\/|$)/;
const text = /\.(?:ts|js|mjs|svelte|css|html|json|md|yaml)$/;

/** The texts in the folders or files `parts` below `root`; a part that is not there is left out. */
export function readTree(root: string, parts: readonly string[]): Tree {
	const tree: Record<string, string> = {};
	const read = (path: string): void => {
		if (foreign.test(path)) return;
		const place = join(root, path);
		if (statSync(place).isDirectory()) for (const name of readdirSync(place).toSorted()) read(`${path}/${name}`);
		else if (text.test(path)) tree[path] = readFileSync(place, 'utf8');
	};
	const here = new Set(readdirSync(root));
	for (const part of parts) if (here.has(part)) read(part);
	return tree;
}
