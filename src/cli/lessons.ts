import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { balanceReport } from '../lib/domain/lesson/balance/report.ts';
import { compileContent, compileLibrary, formatProblem, partsOf } from '../lib/domain/lesson/compile.ts';
import { createLesson } from '../lib/domain/lesson/create/create.ts';
import { fixLesson } from '../lib/domain/lesson/fix/fix.ts';
import { rulesTable, withRulesTable } from '../lib/domain/lesson/rules/table.ts';
import { printMaps } from './lesson-maps.ts';
import { readContent, readPictures } from './read-content.ts';

const usage = `Usage: npm run lessons -- <command>

  check [files…] [--fix] [--json]   every problem of every file, with its place and how to mend it;
                                    with files, only theirs. --fix first writes missing ids, “ ” and one form.
  new <id> [--module <id>] [--title <words>]
                                    a lesson that passes, with placeholders that teach
  balance [files…] [--json]         words, cards, sources, reading level, loaded words, points and links by side
  maps [files…]                     proves that the map tasks keep what the score promises, and what wrong maps earn
  rules [--write]                   what check asks for, as tables; --write puts them into README.md

Lessons are read from lessons/, or from the folder that PARALLAX_LESSONS names.
Exit code: 0 without errors, 1 with errors, 2 for a wrong call.`;

const project = fileURLToPath(new URL('../..', import.meta.url));
const root = process.env.PARALLAX_LESSONS ? resolve(process.env.PARALLAX_LESSONS) : join(project, 'lessons');

/** A call that cannot be carried out; what it says goes to the error output. */
class WrongCall extends Error {}

const print = (text: string): void => void process.stdout.write(`${text}\n`);
const count = (number: number, thing: string): string => `${number} ${thing}${number === 1 ? '' : 's'}`;

interface Call {
	words: string[];
	flags: Set<string>;
	values: Map<string, string>;
}

/** Takes a command's arguments apart; refuses what it does not know. */
function parseCall(args: readonly string[], known: { flags?: string[]; values?: string[] }): Call {
	const call: Call = { words: [], flags: new Set(), values: new Map() };
	for (let i = 0; i < args.length; i++) {
		const word = args[i] ?? '';
		const name = word.replace(/^--/, '');
		if (!word.startsWith('--')) call.words.push(word);
		else if (known.flags?.includes(name)) call.flags.add(name);
		else if (known.values?.includes(name) && args[i + 1] !== undefined) call.values.set(name, args[(i += 1)] ?? '');
		else throw new WrongCall(`${word} is not understood here.\n\n${usage}`);
	}
	return call;
}

/** Paths within the folder of lessons; refuses files that are not there. */
function wantedOf(words: readonly string[], texts: Record<string, string>): Set<string> {
	const wanted = new Set(words.map((file) => relative(root, resolve(file)).split(sep).join('/')));
	const strangers = [...wanted].filter((file) => !Object.hasOwn(texts, file));
	if (strangers.length > 0) throw new WrongCall(`Not a file of lessons/: ${strangers.join(', ')}`);
	return wanted;
}

const compiled = (texts: Record<string, string>) => compileContent(texts, { pictures: readPictures(root).pictures });

/** Mends the lessons on disk and in `texts`, and says what was done, unless a tool reads the output. */
function fix(texts: Record<string, string>, wanted: ReadonlySet<string>, quiet: boolean): void {
	const { library } = compileLibrary(texts);
	for (const [file, text] of Object.entries(texts)) {
		const place = partsOf(file);
		if (!place || place.slug === '' || (wanted.size > 0 && !wanted.has(file))) continue;
		const { text: mended, done } = fixLesson({ file, text, place }, library);
		if (mended === text) continue;
		writeFileSync(join(root, file), mended);
		texts[file] = mended;
		if (!quiet) print(`lessons/${file} mended\n${done.map((one) => `  ${one}`).join('\n')}\n`);
	}
}

function check(args: readonly string[]): number {
	const { words, flags } = parseCall(args, { flags: ['json', 'fix'] });
	const texts = readContent(root);
	const wanted = wantedOf(words, texts);
	if (flags.has('fix')) fix(texts, wanted, flags.has('json'));
	const { content, problems } = compiled(texts);
	const shown = wanted.size === 0 ? problems : problems.filter(({ file }) => wanted.has(file));
	const errors = shown.filter(({ severity }) => severity === 'error').length;
	if (flags.has('json')) print(JSON.stringify(shown, null, '\t'));
	else {
		for (const problem of shown) print(`${formatProblem(problem)}\n`);
		const made = content
			? `${count(content.lessons.length, 'lesson')} in ${count(content.modules.length, 'module')}, `
			: '';
		print(`${made}${count(errors, 'error')}, ${count(shown.length - errors, 'warning')}`);
	}
	return errors > 0 ? 1 : 0;
}

function create(args: readonly string[]): number {
	const { words, values } = parseCall(args, { values: ['module', 'title'] });
	const [id, ...rest] = words;
	if (id === undefined || rest.length > 0) throw new WrongCall(usage);
	const made = createLesson(readContent(root), { id, module: values.get('module'), title: values.get('title') });
	if ('refused' in made) throw new WrongCall(made.refused);
	for (const [file, text] of Object.entries(made.files)) {
		mkdirSync(dirname(join(root, file)), { recursive: true });
		writeFileSync(join(root, file), text);
		print(`wrote lessons/${file}`);
	}
	print('\nReplace the placeholders from top to bottom; `npm run lessons -- check` tells what is missing.');
	return 0;
}

function balance(args: readonly string[]): number {
	const { words, flags } = parseCall(args, { flags: ['json'] });
	const texts = readContent(root);
	const wanted = wantedOf(words, texts);
	const { content, problems } = compiled(texts);
	if (!content) {
		const errors = problems.filter(({ severity }) => severity === 'error');
		print(`${errors.map(formatProblem).join('\n\n')}\n\n${count(errors.length, 'error')}: mend them first.`);
		return 1;
	}
	const slugs = new Set([...wanted].map((file) => partsOf(file)?.slug));
	const lessons = content.lessons.filter(({ id }) => wanted.size === 0 || slugs.has(id));
	const reports = lessons.map((lesson) => balanceReport(lesson, content.library));
	if (flags.has('json'))
		print(
			JSON.stringify(
				reports.map(({ balance: one, out }, i) => ({ lesson: lessons[i]?.id, ...one, out })),
				null,
				'\t'
			)
		);
	else {
		for (const { text } of reports) print(`${text}\n`);
		print(
			count(
				reports.reduce((sum, { out }) => sum + out.length, 0),
				'warning'
			)
		);
	}
	return 0;
}

function maps(args: readonly string[]): number {
	const { words } = parseCall(args, {});
	const texts = readContent(root);
	const slugs = new Set([...wantedOf(words, texts)].map((file) => partsOf(file)?.slug));
	const { content, problems } = compiled(texts);
	if (!content) {
		print(`lessons/ has ${count(problems.length, 'problem')}: \`npm run lessons -- check\` says where.`);
		return 1;
	}
	const lessons = content.lessons.filter(({ id }) => slugs.size === 0 || slugs.has(id));
	return printMaps(lessons, (text) => process.stdout.write(text));
}

function rules(args: readonly string[]): number {
	const { flags } = parseCall(args, { flags: ['write'] });
	if (!flags.has('write')) print(rulesTable());
	else {
		const readme = join(project, 'README.md');
		const text = withRulesTable(readFileSync(readme, 'utf8'));
		if (text === null) throw new WrongCall('README.md has no marks between which the tables could go.');
		writeFileSync(readme, text);
	}
	return 0;
}

const commands = new Map([
	['check', check],
	['new', create],
	['balance', balance],
	['maps', maps],
	['rules', rules]
]);
const [command = '', ...rest] = process.argv.slice(2);
try {
	const run = commands.get(command);
	if (!run) throw new WrongCall(usage);
	process.exitCode = run(rest);
} catch (error) {
	if (!(error instanceof WrongCall)) throw error;
	process.stderr.write(`${error.message}\n`);
	process.exitCode = 2;
}
