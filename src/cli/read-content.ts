import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Every content file below `folder` as text, by its path relative to it with `/` between the parts. */
export function readContent(folder: string): Record<string, string> {
	const files: Record<string, string> = {};
	for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
		if (!entry.isFile() || !/\.(?:md|ya?ml)$/.test(entry.name)) continue;
		const path = join(entry.parentPath, entry.name);
		files[relative(folder, path).replaceAll('\\', '/')] = readFileSync(path, 'utf8');
	}
	return files;
}
