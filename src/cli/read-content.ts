import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isPictureName, readPicture } from '../lib/domain/lesson/picture/picture.ts';
import type { Pictures } from '../lib/domain/lesson/picture/model.ts';

/** Files below `folder` whose name is wanted, by their path relative to it with `/` between the parts. */
function readFiles(folder: string, isWanted: (name: string) => boolean): [path: string, bytes: Buffer][] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && isWanted(entry.name))
		.map((entry) => join(entry.parentPath, entry.name))
		.map((path) => [relative(folder, path).replaceAll('\\', '/'), readFileSync(path)]);
}

/** Every content file below `folder` as text. */
export const readContent = (folder: string): Record<string, string> =>
	Object.fromEntries(
		readFiles(folder, (name) => /\.(?:md|ya?ml)$/.test(name)).map(([path, bytes]) => [path, bytes.toString('utf8')])
	);

/** Every picture below `folder`: what is known of it, and its bytes. */
export function readPictures(folder: string): { pictures: Pictures; bytes: Record<string, Buffer> } {
	const bytes = Object.fromEntries(readFiles(folder, isPictureName));
	const pictures = Object.fromEntries(Object.entries(bytes).map(([path, one]) => [path, readPicture(path, one)]));
	return { pictures, bytes };
}
