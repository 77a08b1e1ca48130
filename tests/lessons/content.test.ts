import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compileContent, formatProblem } from '#lib/domain/lesson/compile.ts';

test('every lesson of the course compiles without a problem', () => {
	const root = new URL('../../lessons/', import.meta.url);
	const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(?:md|yaml)$/.test(path));
	const files = Object.fromEntries(paths.map((path) => [path, readFileSync(new URL(path, root), 'utf8')]));
	const { content, problems } = compileContent(files);
	expect(problems.map(formatProblem).join('\n\n')).toBe('');
	expect(content?.lessons.length).toBe(paths.filter((path) => /\/\d+-[^/]+\.md$/.test(path)).length);
}, 30_000);
