import { codeWatch, mendMark } from '../read/marks.ts';

/** Braces at the end of a heading: kind, id, values and flags in this order, one space between, straight quotes. */
function tidyBraces(line: string): string {
	const match = /^(#{1,2}(?=[ \t]).*?)[ \t]*\{([^{}]*)\}$/.exec(line);
	if (!match) return line;
	const parts =
		(match[2] ?? '').replace(/=[“”„]([^"“”„]*)[“”]/g, '="$1"').match(/[\w-]+=(?:"[^"]*"|[^\s"“”]+)|[.#]?[\w-]+|\S+/g) ??
		[];
	const known = parts.every((part) => /^(?:\.[\w-]+|#[\w-]+|[\w-]+=(?:"[^"]*"|[^\s"“”]+)|[\w-]+)$/.test(part));
	if (!known || parts.length === 0) return line;
	const rank = (part: string): number =>
		part.startsWith('.') ? 0 : part.startsWith('#') ? 1 : part.includes('=') ? 2 : 3;
	const sorted = parts.toSorted((a, b) => rank(a) - rank(b));
	return `${match[1]} {${sorted.join(' ')}}`;
}

const tidyLine = (line: string, next: string | undefined): string => {
	const bare = (mendMark(line)?.line ?? line).trimEnd();
	// Two spaces before a line that goes on are a line break.
	const isBreak = bare !== '' && / {2,}$/.test(line) && next !== undefined && next.trim() !== '';
	const boxed = bare.replace(/^([ \t>]*(?:[-*+]|\d+[.)])[ \t]+)\[X\]/, '$1[x]');
	return `${tidyBraces(boxed)}${isBreak ? '  ' : ''}`;
};

/**
 * The same file in one form: line ends, no spaces at the ends of lines, one empty line where there were more, `[x]` for
 * `[X]`, the parts of a heading's braces in their order and in straight quotation marks, a line end at the end, and the marks
 * of lists and headings as Markdown has them. Nothing that a reader sees is changed, but for lines whose mark was lost.
 */
export function normalise(text: string): string {
	const lines = text
		.replace(/^\uFEFF/, '')
		.replace(/\r\n?/g, '\n')
		.split('\n');
	const tidied: string[] = [];
	const isCode = codeWatch();
	for (const [index, line] of lines.entries()) {
		if (isCode(line)) {
			tidied.push(line);
			continue;
		}
		const tidy = tidyLine(line, lines[index + 1]);
		if (tidy === '' && tidied.at(-1) === '') continue;
		tidied.push(tidy);
	}
	return `${tidied.join('\n').trim()}\n`;
}
