import { isGarbled } from '../doc.ts';
import { lessonRules } from '../rules/index.ts';
import { straightApostrophesIn } from '../rules/straight-apostrophes.ts';
import { readLesson } from '../lesson.ts';
import { missingIds } from './ids.ts';
import { normalise } from './normalise.ts';
import type { LessonFile } from '../lesson.ts';
import type { Library } from '../model.ts';
import type { Insertion } from './ids.ts';

/** A mended file: its text, and what was done, one line each; nothing for a file that was in order. */
export interface Fixed {
	text: string;
	done: string[];
}

/** Straight quotation marks around words, as the rule finds them. */
function curlyQuotes(source: LessonFile, library: Library): Insertion[] {
	const rule = lessonRules.find(({ code }) => code === 'straight-quotes');
	const { lesson, reading } = readLesson(source, library);
	return (rule?.check(lesson, library, reading.places) ?? []).map(({ line, column, found }) => {
		const at = (reading.doc.starts[line - 1] ?? 0) + column - 1;
		const length = reading.doc.text.indexOf('"', at + 1) - at + 1;
		return { at, text: `“${reading.doc.text.slice(at + 1, at + length - 1)}”`, said: `line ${line}: ${found} in “ ”` };
	});
}

/** An apostrophe takes as much room as another, so nothing moves. */
function curlyApostrophes(file: string, text: string): Fixed {
	const places = straightApostrophesIn({ file, text });
	const written = [...places].reduceRight((done, at) => `${done.slice(0, at)}’${done.slice(at + 1)}`, text);
	const many = places.length === 1 ? 'an apostrophe' : `${places.length} apostrophes`;
	return { text: written, done: places.length === 0 ? [] : [`${many} as ’`] };
}

/** Mends what can be mended in a file of the library, or of a module: the apostrophes. */
export const fixLibraryFile = ({ file, text }: Pick<LessonFile, 'file' | 'text'>): Fixed =>
	isGarbled(text) ? { text, done: [] } : curlyApostrophes(file, text);

/**
 * Writes what is missing and can be worked out: ids, then “ ” and ’ for straight marks, then one form for all. Doing
 * it twice is doing it once, what stands is never renamed, and a lesson that compiled compiles to the same but for
 * these marks. A file that is not in UTF-8 is left alone.
 */
export function fixLesson(source: LessonFile, library: Library): Fixed {
	if (isGarbled(source.text)) return { text: source.text, done: [] };
	const tidy = normalise(source.text);
	const done = tidy === source.text ? [] : ['spaces, line ends, marks and braces in one form'];
	const ids = missingIds(readLesson({ ...source, text: tidy }, library).reading.places);
	let text = tidy;
	for (const { at, text: put } of ids.toSorted((a, b) => b.at - a.at)) text = text.slice(0, at) + put + text.slice(at);
	const quotes = curlyQuotes({ ...source, text }, library);
	for (const { at, text: put } of quotes) text = text.slice(0, at) + put + text.slice(at + put.length);
	const apostrophes = curlyApostrophes(source.file, text);
	const said = [...ids, ...quotes].map((one) => one.said);
	return { text: apostrophes.text, done: [...done, ...said, ...apostrophes.done] };
}
