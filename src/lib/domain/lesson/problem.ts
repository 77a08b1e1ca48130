import { createDoc, lineAndColumn, lineText } from './doc.ts';
import type { Doc } from './doc.ts';
import type { Problem } from './model.ts';

/** What a problem says, apart from its place. */
export interface Teaching {
	code: string;
	/** `error` unless told otherwise. */
	severity?: Problem['severity'];
	found: string;
	expected: string;
	mend: string;
}

/** A problem at an offset of a file. */
export function problemAt(doc: Doc, offset: number, teaching: Teaching): Problem {
	const { line, column } = lineAndColumn(doc, offset);
	const { code, severity = 'error', found, expected, mend } = teaching;
	return { code, severity, file: doc.file, line, column, quoted: lineText(doc, line), found, expected, mend };
}

/** A problem with a file as a whole. */
export const fileProblem = (file: string, teaching: Teaching): Problem => problemAt(createDoc(file, ''), 0, teaching);

export const isError = (problem: Problem): boolean => problem.severity === 'error';

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By file, line and column; the same problem twice counts once. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
	const once = new Map(problems.map((p) => [JSON.stringify([p.file, p.line, p.column, p.code, p.found]), p]));
	return [...once.values()].toSorted(
		(a, b) => order(a.file, b.file) || a.line - b.line || a.column - b.column || order(a.code, b.code)
	);
}

const widest = 100;
const isWide = (character: string): boolean =>
	/[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\u{20000}-\u{3FFFD}]/u.test(
		character
	);

/** The line and a caret below it; a long line is cut to a window around the caret. */
function quote(quoted: string, column: number): string[] {
	const at = Math.min(column - 1, quoted.length);
	const start = quoted.length <= widest ? 0 : Math.max(0, Math.min(at - 40, quoted.length - widest));
	const before = start > 0 ? '… ' : '';
	const after = start + widest < quoted.length ? ' …' : '';
	const shown = before + quoted.slice(start, start + widest) + after;
	const lead = [...(before + quoted.slice(start, at))]
		// An ideographic space is as wide as a Chinese character, so that the caret stands below its mark.
		.map((character) => (character === '\t' ? '\t' : isWide(character) ? '\u3000' : ' '))
		.join('');
	return [`  ${shown}`, `  ${lead}^`];
}

/** A problem, and the other places of the file where the very same is found. */
export interface Gathered {
	problem: Problem;
	also: { line: number; column: number }[];
}

const manyAlso = 8;

/**
 * Puts together what one slip makes a file say again and again: the same id, unknown in thirty places, is told once.
 * Takes and keeps the order of `sortProblems`.
 */
export function gatherProblems(problems: readonly Problem[]): Gathered[] {
	const told = new Map<string, Gathered>();
	for (const problem of problems) {
		const { file, code, found, expected, line, column } = problem;
		// Only what names its culprit is the same elsewhere: two options without a box are two.
		const key = JSON.stringify(code.startsWith('unknown-') ? [file, code, found, expected] : [told.size]);
		const before = told.get(key);
		if (before) before.also.push({ line, column });
		else told.set(key, { problem, also: [] });
	}
	return [...told.values()];
}

/**
 * A problem as a compiler would print it: `<folder>/<file>:<line>:<column> <severity> <code>`, the quoted line with a
 * caret, then found, expected, how to mend it and where else it is found. Lines are joined by `\n`, without one at the
 * end.
 */
export function formatGathered({ problem, also }: Gathered, folder: string): string {
	const { file, line, column, severity, code, quoted, found, expected, mend } = problem;
	const places = also.slice(0, manyAlso).map((place) => `${place.line}:${place.column}`);
	const more = also.length - places.length;
	return [
		`${folder}/${file}:${line}:${column} ${severity} ${code}`,
		...(quoted.trim() === '' ? [] : quote(quoted, column)),
		`  found:    ${found}`,
		`  expected: ${expected}`,
		`  to mend:  ${mend}`,
		...(places.length === 0 ? [] : [`  also at:  ${places.join(', ')}${more > 0 ? ` and ${more} more` : ''}`])
	].join('\n');
}

/** The same for a problem by itself, in `lessons/`. */
export const formatProblem = (problem: Problem): string => formatGathered({ problem, also: [] }, 'lessons');
