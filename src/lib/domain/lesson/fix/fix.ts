import { isGarbled } from '../doc.ts';
import { lessonRules } from '../rules/index.ts';
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

/**
 * Writes what is missing and can be worked out: ids, then “ ” for straight quotation marks, then one form for all.
 * Doing it twice is doing it once, what stands is never renamed, and a lesson that compiled compiles to the same but
 * for the quotation marks. A file that is not in UTF-8 is left alone.
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
	return { text, done: [...done, ...ids.map(({ said }) => said), ...quotes.map(({ said }) => said)] };
}
