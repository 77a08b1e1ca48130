import { createDoc, isGarbled } from './doc.ts';
import { readModuleMatter } from './front-matter.ts';
import { compileExercises, exerciseFiles } from './exercises.ts';
import { compileLesson } from './lesson.ts';
import { compileLibrary, libraryFiles, withoutUnread } from './library.ts';
import { fileProblem, isError, problemAt, sortProblems } from './problem.ts';
import { createReading, report } from './reading.ts';
import { blocksOf } from './read/markdown.ts';
import { checkMarkup, prose } from './read/prose.ts';
import { isId } from './id.ts';
import { reservedFor } from './reserved.ts';
import type { LessonFile } from './lesson.ts';
import type { Pictures } from './picture/model.ts';
import type { Content, Lesson, Library, Module, Problem } from './model.ts';

export { compileLesson } from './lesson.ts';
export { compileLibrary } from './library.ts';
export { formatGathered, formatProblem, gatherProblems } from './problem.ts';

/** `01-words/02-five-texts.md` taken apart; null for a path that is neither a lesson's nor a module's. */
export function partsOf(path: string): { module: string; moduleNumber: number; number: number; slug: string } | null {
	const match = /^(\d+)-([^/]+)\/(?:(\d+)-([^/]+)|module)\.md$/.exec(path);
	if (!match || !isId(match[2] ?? '') || (match[4] !== undefined && !isId(match[4]))) return null;
	return {
		module: match[2] ?? '',
		moduleNumber: Number(match[1]),
		number: Number(match[3] ?? 0),
		slug: match[4] ?? ''
	};
}

/** Compiles `<nn>-<module>/module.md`: its id and title, and what the module is for. */
export function compileModule(
	source: { file: string; text: string; number: number; slug: string },
	library: Library
): { module: Module | null; problems: Problem[] } {
	const reading = createReading(createDoc(source.file, source.text), library);
	const matter = readModuleMatter(reading);
	const bodyAt = matter?.bodyAt ?? reading.doc.text.length;
	const blocks = blocksOf(reading, reading.doc.text.slice(bodyAt), bodyAt);
	checkMarkup(reading, blocks);
	if (matter && matter.id !== source.slug)
		report(reading, matter.idAt, {
			code: 'slug-differs',
			found: `id \`${matter.id}\` in a folder named \`${source.slug}\``,
			expected: 'the same word in both',
			mend: `Write \`id: ${source.slug}\`, or rename the folder.`
		});
	const holds = matter !== null && !reading.problems.some(isError);
	const module = holds
		? { id: matter.id, number: source.number, title: matter.title, about: prose(reading, blocks) }
		: null;
	return { module, problems: reading.problems };
}

/**
 * Compiles all content. `files` maps paths within `lessons/` to texts; files that are neither YAML nor Markdown, and
 * Markdown in the top folder, are passed over. All problems of all files come at once, by file and line; `content`
 * is null if one of them is an error. Modules and lessons are in the order of their numbers. `pictures` are what lies
 * beside the lessons; without them no picture is looked for. `base` is the app's base path.
 */
export function compileContent(
	files: Readonly<Record<string, string>>,
	{ pictures, base }: { pictures?: Pictures; base?: string } = {}
): {
	content: Content | null;
	problems: Problem[];
} {
	const { library, problems: inLibrary, unread } = compileLibrary(files);
	const problems = [...inLibrary];
	const modules: Module[] = [];
	const lessons: Lesson[] = [];
	const paths = Object.keys(files).toSorted();
	for (const file of paths) {
		const text = files[file] ?? '';
		const parts = partsOf(file);
		if (isGarbled(text)) problems.push(garbled(file, text));
		else if (!parts) problems.push(...strangeFile(file));
		else if (parts.slug === '') {
			const made = compileModule({ file, text, number: parts.moduleNumber, slug: parts.module }, library);
			problems.push(...made.problems);
			if (made.module) modules.push(made.module);
		} else {
			const place: LessonFile['place'] = { module: parts.module, number: parts.number, slug: parts.slug };
			const made = compileLesson({ file, text, place, pictures, base }, library);
			problems.push(...withoutUnread(made.problems, unread));
			if (made.lesson) lessons.push(made.lesson);
		}
	}
	const { problems: inExercises, ...exercises } = compileExercises(files, library);
	problems.push(...checkPaths(paths), ...withoutUnread(inExercises, unread));
	const numberOf = (id: string): number => modules.find((module) => module.id === id)?.number ?? 0;
	modules.sort((a, b) => a.number - b.number);
	lessons.sort((a, b) => numberOf(a.module) - numberOf(b.module) || a.number - b.number);
	const sorted = sortProblems(problems);
	return { content: sorted.some(isError) ? null : { modules, lessons, library, ...exercises }, problems: sorted };
}

/** A file that is not in UTF-8, told once, at the first sign that is lost. */
function garbled(file: string, text: string): Problem {
	const doc = createDoc(file, text);
	return problemAt(doc, doc.text.search(/[\uFFFD\0]/), {
		code: 'bad-encoding',
		found: 'signs that cannot be read',
		expected: 'a text file in UTF-8',
		mend: 'Save it anew with the encoding “UTF-8”. Nothing in it was changed.'
	});
}

function strangeFile(file: string): Problem[] {
	const known = [...libraryFiles, ...exerciseFiles].some((one) => one === file);
	if (known || !/\.(?:md|ya?ml)$/.test(file) || /^[^/]+\.md$/.test(file)) return [];
	return [
		fileProblem(file, {
			code: 'bad-path',
			found: `\`${file}\``,
			expected: '`01-module/module.md`, `01-module/01-lesson.md` or one of the YAML files of the course',
			mend: 'Rename or move the file: two digits, a hyphen, the id.'
		})
	];
}

/** Ids and numbers are unique among modules, and among the lessons of all and of one module. */
function checkPaths(paths: readonly string[]): Problem[] {
	const problems: Problem[] = [];
	const seen = new Map<string, string>();
	const once = (key: string, file: string, code: string, what: string): void => {
		const before = seen.get(key);
		seen.set(key, before ?? file);
		if (before !== undefined)
			problems.push(
				fileProblem(file, {
					code,
					found: `${what}, as in \`${before}\``,
					expected: 'each once',
					mend: 'Rename one of the two.'
				})
			);
	};
	const folders = new Map<string, string>();
	for (const file of paths) {
		const parts = partsOf(file);
		if (!parts) continue;
		const folder = file.slice(0, file.indexOf('/'));
		folders.set(folder, folders.get(folder) ?? file);
		if (parts.slug === '') {
			once(`module ${parts.module}`, file, 'duplicate-id', `module \`${parts.module}\``);
			once(`module number ${parts.moduleNumber}`, file, 'duplicate-number', `module ${parts.moduleNumber}`);
		} else {
			const reserved = reservedFor(parts.slug);
			if (reserved !== null)
				problems.push(
					fileProblem(file, {
						code: 'reserved-id',
						found: `lesson \`${parts.slug}\``,
						expected: `another id: ${reserved}`,
						mend: 'Rename the file and its id.'
					})
				);
			once(`lesson ${parts.slug}`, file, 'duplicate-id', `lesson \`${parts.slug}\``);
			once(`lesson number ${folder} ${parts.number}`, file, 'duplicate-number', `lesson ${parts.number}`);
		}
	}
	for (const folder of folders.keys())
		if (!paths.includes(`${folder}/module.md`))
			problems.push(
				fileProblem(`${folder}/module.md`, {
					code: 'missing-file',
					found: 'a folder of lessons without `module.md`',
					expected: `\`lessons/${folder}/module.md\``,
					mend: 'Add the file with `id` and `title` in its front matter.'
				})
			);
	return problems;
}
