import { createDoc } from './doc.ts';
import { readFrontMatter } from './front-matter.ts';
import { stepIds } from './model.ts';
import { isError, sortProblems } from './problem.ts';
import { createReading, report } from './reading.ts';
import { blocksOf } from './read/markdown.ts';
import { checkMarkup } from './read/prose.ts';
import { kindOf, stepSections } from './read/sections.ts';
import { lessonRules, libraryRules } from './rules/index.ts';
import { readSteps } from './steps/index.ts';
import type { FrontMatter } from './front-matter.ts';
import type { Lesson, Library, Problem, StepId } from './model.ts';
import type { Pictures } from './picture/model.ts';
import type { Reading } from './reading.ts';

/** Where a lesson belongs, as its file's path tells. */
export interface Place {
	/** The module's id. */
	module: string;
	/** 1-based, within the module. */
	number: number;
	/** The file's name without number and ending; must be the lesson's id. */
	slug: string;
}

export interface LessonFile {
	/** Path within `lessons/`, for problems. */
	file: string;
	text: string;
	place: Place;
	/** The pictures in `lessons/`; left out where they are not known, as while writing. */
	pictures?: Pictures | undefined;
	/** What stands before `/data/…` in the app's addresses: '' or its base path. */
	base?: string | undefined;
}

/** A lesson as far as it could be read, with what was noticed on the way; the rules have not been asked. */
export function readLesson(
	source: LessonFile,
	library: Library
): { lesson: Lesson; reading: Reading; matter: FrontMatter & { valid: boolean } } {
	const { file, text, place } = source;
	const reading = createReading(createDoc(file, text), library);
	const matter = readFrontMatter(reading);
	reading.terms = matter.terms;
	if (source.pictures)
		reading.shelf = {
			files: source.pictures,
			folder: file.slice(0, Math.max(0, file.lastIndexOf('/'))),
			address: `${source.base ?? ''}/data/${place.slug}/pictures`
		};
	if (matter.valid) checkSlug(reading, matter, place.slug);
	const blocks = blocksOf(reading, reading.doc.text.slice(matter.bodyAt), matter.bodyAt);
	checkMarkup(reading, blocks);
	const gates = new Map(matter.gates.map(({ step, needs, at }) => [step, { needs, at }]));
	const sections = stepSections(reading, blocks);
	const steps = readSteps(reading, sections, gates, matter.policies);
	// What could not be read at all is told once, not by all that is missing for it.
	const unreadable = reading.problems.some(({ code }) => code === 'unreadable-markdown');
	if (!unreadable && sections.every((section) => stepIds.some((id) => id === kindOf(section))))
		checkFlow(reading, matter, new Set(steps.map(({ id }) => id)));
	if (steps.length === 0 && !unreadable)
		report(reading, matter.bodyAt, {
			code: 'missing-section',
			found: 'a lesson without steps',
			expected: '`# Before you begin {.orient}`',
			mend: 'Add the steps.'
		});
	const { id, version, title, question, minutes, outcomes, terms, flow } = matter;
	const { module, number } = place;
	const lesson: Lesson = { id, version, number, module, title, question, minutes, outcomes, terms, steps, flow };
	if (reading.shown.size > 0) lesson.pictures = [...reading.shown].toSorted();
	return { lesson, reading, matter };
}

/**
 * Compiles one lesson. Never throws; `lesson` is null if there is an error among the problems, which are all that
 * were found, by line. Reads nothing but its arguments, so the same text always gives the same lesson.
 */
export function compileLesson(source: LessonFile, library: Library): { lesson: Lesson | null; problems: Problem[] } {
	const { lesson, reading, matter } = readLesson(source, library);
	const readable = !reading.problems.some(isError);
	const problems = sortProblems([
		...reading.problems,
		...libraryRules.flatMap((rule) => rule.check(library, reading.places)),
		...lessonRules
			.filter(({ code, whole }) => (readable || !whole) && (matter.valid || code !== 'unknown-outcome'))
			.flatMap((rule) => rule.check(lesson, library, reading.places))
	]);
	return { lesson: problems.some(isError) ? null : lesson, problems };
}

function checkSlug(reading: Reading, { id, idAt }: FrontMatter, slug: string): void {
	if (id === slug) return;
	report(reading, idAt, {
		code: 'slug-differs',
		found: `id \`${id}\` in a file named \`${slug}\``,
		expected: 'the same word in both',
		mend: `Write \`id: ${slug}\`, or rename the file if the lesson is new; the id of a published lesson never changes.`
	});
}

/** Branches, gates and policies speak of steps that the lesson has. */
function checkFlow(reading: Reading, matter: FrontMatter, present: ReadonlySet<StepId>): void {
	for (const { id, at } of matter.steps)
		if (!present.has(id))
			report(reading, at, {
				code: 'unknown-flow-step',
				found: `\`${id}\`, which this lesson does not have`,
				expected: 'a step of this lesson',
				mend: `Add a step \`{.${id}}\`, or take the line out of the front matter.`
			});
}
