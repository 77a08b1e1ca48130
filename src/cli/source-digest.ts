import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const lessons = process.env.PARALLAX_LESSONS ?? 'lessons';
const parts = ['src', lessons, 'static', 'package-lock.json', 'vite.config.ts', 'tsconfig.json'];
const skipped = /(^|\/)(compiled|\.meta\.json|\.gitignore|README\.md|cache|screenshots)$/;

function* filesBelow(path: string): Generator<string> {
	if (skipped.test(path)) return;
	if (statSync(path).isFile()) yield path;
	else for (const name of readdirSync(path).sort()) yield* filesBelow(join(path, name));
}

/** Twelve hex digits that stand for everything the build is made from, `BASE_PATH` included. */
export function sourceDigest(): string {
	const hash = createHash('sha256').update(process.env.BASE_PATH ?? '');
	for (const part of parts) for (const file of filesBelow(part)) hash.update(file).update(readFileSync(file));
	return hash.digest('hex').slice(0, 12);
}
