import { relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileContent, formatProblem } from '../lib/domain/lesson/compile.ts';
import type { Problem } from '../lib/domain/lesson/model.ts';
import { printMaps } from './lesson-maps.ts';
import { readContent } from './read-content.ts';

const usage = `Usage: npm run lessons -- check [files…] [--json]
       npm run lessons -- maps [files…]

check  Checks lessons/ and prints every problem with its place. With files, only the problems of these are printed.
maps   Proves that the map tasks keep what the score promises, and prints what typical wrong maps would earn.
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

function maps(files: readonly string[]): number {
	const texts = readContent(root);
	const { content, problems } = compileContent(texts);
	if (!content) {
		process.stderr.write(
			`lessons/ has ${count(problems.length, 'problem')}: \`npm run lessons -- check\` says where.\n`
		);
		return 1;
	}
	const ids = files.map((file) => /([a-z0-9-]+?)(?:\.md)?$/.exec(file)?.[1]?.replace(/^\d+-/, '') ?? file);
	const strangers = ids.filter((id) => !content.lessons.some((lesson) => lesson.id === id));
	if (strangers.length > 0) {
		process.stderr.write(`Not a lesson: ${strangers.join(', ')}\n`);
		return 2;
	}
	const wanted = content.lessons.filter(({ id }) => ids.length === 0 || ids.includes(id));
	return printMaps(wanted, (text) => process.stdout.write(text));
}

const [command, ...rest] = process.argv.slice(2);
const strange = rest.filter((word) => word.startsWith('--') && word !== '--json');
if (command === 'maps' && !rest.some((word) => word.startsWith('--'))) process.exitCode = maps(rest);
else if (command !== 'check' || strange.length > 0) {
	process.stderr.write(`${usage}\n`);
	process.exitCode = 2;
} else
	process.exitCode = check(
		rest.filter((word) => !word.startsWith('--')),
		rest.includes('--json')
	);
