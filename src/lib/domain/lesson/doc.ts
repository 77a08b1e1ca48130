/** One file's text with what is needed to tell lines and columns. */
export interface Doc {
	file: string;
	/** Without byte order mark, lines end in `\n`. */
	text: string;
	/** Offset of each line's first character. */
	starts: number[];
}

/** Takes any text; a byte order mark is dropped and `\r\n` or `\r` become `\n`, so offsets are those of `text`. */
export function createDoc(file: string, source: string): Doc {
	const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
	const starts = [0];
	for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
	return { file, text, starts };
}

/** Whether a text was read from bytes that are not UTF-8: signs are lost, and writing it back would lose them for good. */
export const isGarbled = (text: string): boolean => /[\uFFFD\0]/.test(text);

/** 1-based line and column (UTF-16 units) of an offset; offsets outside the text are moved to its ends. */
export function lineAndColumn(doc: Doc, offset: number): { line: number; column: number } {
	const at = Math.max(0, Math.min(offset, doc.text.length));
	let low = 0;
	let high = doc.starts.length - 1;
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if ((doc.starts[middle] ?? 0) <= at) low = middle;
		else high = middle - 1;
	}
	return { line: low + 1, column: at - (doc.starts[low] ?? 0) + 1 };
}

/** The text of a 1-based line, without its end. */
export function lineText(doc: Doc, line: number): string {
	const start = doc.starts[line - 1] ?? doc.text.length;
	return doc.text.slice(start, (doc.starts[line] ?? doc.text.length + 1) - 1);
}

/**
 * Offset of the first line of `piece` at or after `from`. `marked` takes indents and `>` away from what is nested,
 * so a nested piece is found by its first line with something on it. Not found: `from`.
 */
export function locate(doc: Doc, piece: string, from: number): number {
	const line = piece.split('\n').find((part) => part.trim() !== '');
	const at = line === undefined ? -1 : doc.text.indexOf(line.trim(), from);
	return at === -1 ? from : at;
}
