import { compileLesson, compileLibrary } from '../../lesson/compile.ts';
import { libraryFiles } from '../../lesson/library.ts';
import type { Lesson, Library, Problem } from '../../lesson/model.ts';
import { sortProblems } from '../../lesson/problem.ts';

export interface Travelling {
	lessons: { lesson: Lesson; library: Library }[];
	/** Of all files, errors and warnings. A lesson with an error is not among `lessons`. */
	problems: Problem[];
}

const leaf = (name: string): string => name.split(/[/\\]/).at(-1) ?? name;
/** `01-my-lesson.md` → `my-lesson`; a number at the front is not asked for. */
const slugOf = (name: string): string =>
	leaf(name)
		.replace(/\.(?:md|markdown|txt)$/i, '')
		.replace(/^\d+-/, '');

/**
 * Lessons from an instructor's own files: Markdown, and beside it, if the lesson has sources, terms or claims of its
 * own, the YAML files of a course. `library` is the app's; what the files add to it goes before. `taken` are the ids of
 * built-in lessons, which no other lesson may have. Never throws.
 */
export function compileTravelling(
	files: readonly { name: string; text: string }[],
	library: Library,
	taken: readonly string[] = []
): Travelling {
	const yaml = files.filter(({ name }) => libraryFiles.some((one) => one === leaf(name)));
	const given = Object.fromEntries(yaml.map(({ name, text }) => [leaf(name), text]));
	// A file that is not there is empty: what it would hold is the app's.
	const own = compileLibrary(Object.fromEntries(libraryFiles.map((name) => [name, given[name] ?? ''])));
	const shelf: Library = {
		sources: { ...library.sources, ...own.library.sources },
		terms: { ...library.terms, ...own.library.terms },
		claims: { ...library.claims, ...own.library.claims },
		discrepancies: { ...library.discrepancies, ...own.library.discrepancies }
	};
	// What the files name and the app has is no mistake.
	const known: Record<string, object> = {
		'unknown-source': shelf.sources,
		'unknown-term': shelf.terms,
		'unknown-claim': shelf.claims,
		'unknown-discrepancy': shelf.discrepancies
	};
	const problems: Problem[] = own.problems.filter(
		({ code, found }) => !known[code] || !Object.keys(known[code]).some((id) => found.includes(`\`${id}\``))
	);
	const lessons: Travelling['lessons'] = [];
	for (const { name, text } of files) {
		if (!/\.(?:md|markdown|txt)$/i.test(name)) continue;
		const slug = slugOf(name);
		const place = { module: 'travelling', number: lessons.length + 1, slug };
		const made = compileLesson({ file: leaf(name), text, place }, shelf);
		problems.push(...made.problems);
		if (!made.lesson) continue;
		if (taken.includes(made.lesson.id) || lessons.some(({ lesson }) => lesson.id === made.lesson?.id))
			problems.push({
				code: 'duplicate-id',
				severity: 'error',
				file: leaf(name),
				line: 1,
				column: 1,
				quoted: '',
				found: `a lesson \`${made.lesson.id}\`, as there is one already`,
				expected: 'an id of its own',
				mend: 'Rename the file and its `id`.'
			});
		else lessons.push({ lesson: made.lesson, library: shelf });
	}
	return { lessons, problems: sortProblems(problems) };
}
