import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { balanceReport } from '../lib/domain/lesson/balance/report.ts';
import { changesBetween, needsNewVersion } from '../lib/domain/lesson/changes.ts';
import {
	compileContent,
	compileLibrary,
	formatGathered,
	gatherProblems,
	partsOf
} from '../lib/domain/lesson/compile.ts';
import { createLesson } from '../lib/domain/lesson/create/create.ts';
import { fixLesson, fixLibraryFile } from '../lib/domain/lesson/fix/fix.ts';
import { readLesson } from '../lib/domain/lesson/lesson.ts';
import { nearest } from '../lib/domain/lesson/nearest.ts';
import { isError } from '../lib/domain/lesson/problem.ts';
import { rulesTable, withRulesTable } from '../lib/domain/lesson/rules/table.ts';
import { parseCall, usage, WrongCall } from './lesson-call.ts';
import { printMaps } from './lesson-maps.ts';
import type { Lesson } from '../lib/domain/lesson/model.ts';
import { readContent, readPictures } from './read-content.ts';

// A reader that has seen enough, such as `| head`, is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code !== 'EPIPE') throw error;
	process.exit();
});

const project = fileURLToPath(new URL('../..', import.meta.url));
const root = process.env.PARALLAX_LESSONS ? resolve(process.env.PARALLAX_LESSONS) : join(project, 'lessons');

/** The folder as it is called in messages, so that an editor finds the place: from here, or whole. */
const folder = ((here) => (here.startsWith('..') ? root : here === '' ? '.' : here).split(sep).join('/'))(
	relative(process.cwd(), root)
);

const print = (text: string): void => void process.stdout.write(`${text}\n`);
const count = (number: number, thing: string): string => `${number} ${thing}${number === 1 ? '' : 's'}`;

/** All texts of the folder; refuses one that is not there. */
function readText(): Record<string, string> {
	if (statSync(root, { throwIfNoEntry: false })?.isDirectory()) return readContent(root);
	throw new WrongCall(
		`There is no folder ${root}. ${process.env.PARALLAX_LESSONS ? 'PARALLAX_LESSONS names it: correct the name, or unset it.' : 'Lessons are kept there: bring it back.'}`
	);
}

/** Paths within the folder of lessons; refuses files that are not there. */
function wantedOf(words: readonly string[], texts: Record<string, string>): Set<string> {
	const known = Object.keys(texts);
	return new Set(
		words.map((word) => {
			// From where the author stands, or as the folder names it.
			const ways = [relative(root, resolve(word)).split(sep).join('/'), word, word.replace(/^lessons\//, '')];
			const file = ways.find((way) => Object.hasOwn(texts, way));
			if (file !== undefined) return file;
			const near =
				known.find((one) => partsOf(one)?.slug === word.replace(/^.*\/|\.md$/g, '').replace(/^\d+-/, '')) ??
				nearest(ways[0] ?? word, known);
			throw new WrongCall(
				`There is no file ${word} in ${folder}/.${near === undefined ? '' : ` Did you mean ${folder}/${near}?`}`
			);
		})
	);
}

const compiled = (texts: Record<string, string>) => compileContent(texts, { pictures: readPictures(root).pictures });

/** Mends the lessons and the files beside them on disk and in `texts`, and says what was done, unless a tool reads the output. */
function fix(texts: Record<string, string>, wanted: ReadonlySet<string>, quiet: boolean): void {
	const { library } = compileLibrary(texts);
	for (const [file, text] of Object.entries(texts)) {
		const place = partsOf(file);
		if (wanted.size > 0 && !wanted.has(file)) continue;
		const isLesson = place !== null && place.slug !== '';
		const { text: mended, done } = isLesson
			? fixLesson({ file, text, place }, library)
			: fixLibraryFile({ file, text });
		if (mended === text) continue;
		writeFileSync(join(root, file), mended);
		texts[file] = mended;
		if (!quiet) print(`${folder}/${file} mended\n${done.map((one) => `  ${one}`).join('\n')}\n`);
	}
}

function check(args: readonly string[]): number {
	const { words, flags } = parseCall(args, { flags: ['json', 'fix'] });
	const texts = readText();
	const wanted = wantedOf(words, texts);
	if (flags.has('fix')) fix(texts, wanted, flags.has('json'));
	const { content, problems } = compiled(texts);
	const shown = wanted.size === 0 ? problems : problems.filter(({ file }) => wanted.has(file));
	const errors = shown.filter(({ severity }) => severity === 'error').length;
	if (flags.has('json')) print(JSON.stringify(shown, null, '\t'));
	else {
		for (const one of gatherProblems(shown)) print(`${formatGathered(one, folder)}\n`);
		const made = content
			? `${count(content.lessons.length, 'lesson')} in ${count(content.modules.length, 'module')}, `
			: '';
		print(`${made}${count(errors, 'error')}, ${count(shown.length - errors, 'warning')}`);
		if (Object.keys(texts).length === 0)
			print(`There is nothing in ${folder}/ yet: begin with npm run lessons -- new my-first-lesson`);
	}
	return errors > 0 ? 1 : 0;
}

function create(args: readonly string[]): number {
	const { words, values } = parseCall(args, { values: ['module', 'title'] });
	const [id, ...rest] = words;
	if (id === undefined || rest.length > 0)
		throw new WrongCall(
			`${id === undefined ? 'A lesson needs an id' : `One id, and a title in quotation marks after --title; too much: ${rest.join(' ')}`}.\n\n${usage}`
		);
	const isThere = statSync(root, { throwIfNoEntry: false }) !== undefined;
	const made = createLesson(isThere ? readText() : {}, {
		id,
		module: values.get('module'),
		title: values.get('title')
	});
	if ('refused' in made) throw new WrongCall(made.refused);
	for (const [file, text] of Object.entries(made.files)) {
		mkdirSync(dirname(join(root, file)), { recursive: true });
		writeFileSync(join(root, file), text);
		print(`wrote ${folder}/${file}`);
	}
	print('\nReplace the placeholders from top to bottom; `npm run lessons -- check` tells what is missing.');
	return 0;
}

function balance(args: readonly string[]): number {
	const { words, flags } = parseCall(args, { flags: ['json'] });
	const texts = readText();
	const wanted = wantedOf(words, texts);
	const { content, problems } = compiled(texts);
	if (!content) {
		const errors = problems.filter(isError);
		for (const one of gatherProblems(errors)) print(`${formatGathered(one, folder)}\n`);
		print(`${count(errors.length, 'error')}: mend them first.`);
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

/** A lesson from anywhere, compiled as one of these; refuses what cannot be read as a lesson. */
function lessonAt(path: string, texts: Record<string, string>): Lesson {
	let text = '';
	try {
		text = readFileSync(path, 'utf8');
	} catch {
		throw new WrongCall(`There is no file ${path}.`);
	}
	const id = /^id:\s*["']?([\w-]+)/m.exec(text)?.[1] ?? '';
	const file = relative(process.cwd(), resolve(path)).split(sep).join('/');
	const place = { module: '', number: 1, slug: id };
	const { lesson, reading, matter } = readLesson({ file, text, place }, compileLibrary(texts).library);
	const errors = reading.problems.filter(isError);
	if (errors.length === 0 && matter.valid) return lesson;
	throw new WrongCall(
		[
			...errors.map((problem) => formatGathered({ problem, also: [] }, '.')),
			`${path} cannot be read as a lesson.`
		].join('\n\n')
	);
}

const effects = {
	reopened: 'To be answered again:',
	'set-aside': 'Kept, and not shown any more:',
	remarked: 'Kept, and marked anew:',
	kept: 'Kept:'
} as const;

function changes(args: readonly string[]): number {
	const { words } = parseCall(args, {});
	const [from, to, ...rest] = words;
	if (from === undefined || to === undefined || rest.length > 0)
		throw new WrongCall(`Two files are compared, the old and the new.\n\n${usage}`);
	const texts = readText();
	const [before, after] = [lessonAt(from, texts), lessonAt(to, texts)];
	if (before.id !== after.id)
		throw new WrongCall(
			`These are two lessons, ${before.id} and ${after.id}: answers are kept by the id of the lesson, and never pass from one to another.`
		);
	const all = changesBetween(before, after);
	if (all.length === 0) print('Every answer stands, and is marked as before.');
	for (const [effect, head] of Object.entries(effects)) {
		const said = all.filter((change) => change.effect === effect).map((change) => `  ${change.step}: ${change.said}`);
		if (said.length > 0) print(`${head}\n${said.join('\n')}\n`);
	}
	if (needsNewVersion(before, after))
		print(`Raise version to ${before.version + 1}: an answer given before means something else now.`);
	else if (all.length > 0)
		print(`The version was raised from ${before.version} to ${after.version}: learners are told.`);
	return 0;
}

function maps(args: readonly string[]): number {
	const { words } = parseCall(args, {});
	const texts = readText();
	const slugs = new Set([...wantedOf(words, texts)].map((file) => partsOf(file)?.slug));
	const { content, problems } = compiled(texts);
	if (!content) {
		print(`${folder}/ has ${count(problems.length, 'problem')}: \`npm run lessons -- check\` says where.`);
		return 1;
	}
	const lessons = content.lessons.filter(({ id }) => slugs.size === 0 || slugs.has(id));
	return printMaps(lessons, (text) => process.stdout.write(text));
}

function rules(args: readonly string[]): number {
	const { flags, words } = parseCall(args, { flags: ['write'] });
	if (words.length > 0) throw new WrongCall(`The tables are of all rules; too much: ${words.join(' ')}\n\n${usage}`);
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
	['changes', changes],
	['maps', maps],
	['rules', rules]
]);
const [command = '', ...rest] = process.argv.slice(2);
try {
	const run = commands.get(command);
	if (!run) {
		const near = nearest(command, [...commands.keys()]);
		const why = `There is no command ${command}.${near ? ` Did you mean ${near}?` : ''}\n\n${usage}`;
		throw new WrongCall(command === '' ? usage : why);
	}
	process.exitCode = run(rest);
} catch (error) {
	if (!(error instanceof WrongCall)) throw error;
	process.stderr.write(`${error.message}\n`);
	process.exitCode = 2;
}
