import { relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileContent, formatProblem } from '../lib/domain/lesson/compile.ts';
import type { Problem } from '../lib/domain/lesson/model.ts';
import { readContent } from './read-content.ts';

const usage = `Usage: npm run lessons -- check [files…] [--json]

Checks lessons/ and prints every problem with its place. With files, only the problems of these are printed.
Exit code: 0 without errors, 1 with errors, 2 for a wrong call.`;

const root = fileURLToPath(new URL('../../lessons', import.meta.url));

const count = (number: number, thing: string): string => `${number} ${thing}${number === 1 ? '' : 's'}`;

function check(files: readonly string[], json: boolean): number {
	const texts = readContent(root);
	const wanted = new Set(files.map((file) => relative(root, resolve(file)).split(sep).join('/')));
	const strangers = [...wanted].filter((file) => !Object.hasOwn(texts, file));
	if (strangers.length > 0) {
		process.stderr.write(`Not a file of lessons/: ${strangers.join(', ')}\n`);
		return 2;
	}
	const { content, problems } = compileContent(texts);
	const shown = wanted.size === 0 ? problems : problems.filter(({ file }) => wanted.has(file));
	const errors = shown.filter(({ severity }: Problem) => severity === 'error').length;
	if (json) process.stdout.write(`${JSON.stringify(shown, null, '\t')}\n`);
	else {
		for (const problem of shown) process.stdout.write(`${formatProblem(problem)}\n\n`);
		const made = content
			? `${count(content.lessons.length, 'lesson')} in ${count(content.modules.length, 'module')}, `
			: '';
		process.stdout.write(`${made}${count(errors, 'error')}, ${count(shown.length - errors, 'warning')}\n`);
	}
	return errors > 0 ? 1 : 0;
}

const [command, ...rest] = process.argv.slice(2);
const strange = rest.filter((word) => word.startsWith('--') && word !== '--json');
if (command !== 'check' || strange.length > 0) {
	process.stderr.write(`${usage}\n`);
	process.exitCode = 2;
} else
	process.exitCode = check(
		rest.filter((word) => !word.startsWith('--')),
		rest.includes('--json')
	);
