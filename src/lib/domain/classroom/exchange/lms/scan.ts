/*
 * A CSV file as its bytes, so that what is not changed stays as it was to the last one: mark of order, line ends, quotes,
 * encoding. Delimiters, quotes and line ends are ASCII in UTF-8, in Latin-1 and in GB 18030 (whose second bytes are none
 * of them), so cells can be found without knowing which of these it is.
 */

export interface RawCell {
	/** From the first byte, quotes included, to behind the last. */
	from: number;
	to: number;
	/** What it says, without quotes. */
	text: string;
	quoted: boolean;
}
export interface RawFile {
	bytes: Uint8Array;
	delimiter: ',' | ';' | '\t';
	encoding: 'utf-8' | 'gb18030' | 'windows-1252';
	/** Empty lines are left out. */
	rows: RawCell[][];
}

const quote = 0x22;
const [lf, cr] = [0x0a, 0x0d];
const delimiters = [',', ';', '\t'] as const;

function encodingOf(bytes: Uint8Array): RawFile['encoding'] {
	for (const encoding of ['utf-8', 'gb18030'] as const)
		try {
			new TextDecoder(encoding, { fatal: true }).decode(bytes);
			return encoding;
		} catch {
			// The next one.
		}
	return 'windows-1252';
}

/** The delimiter that stands most often in the first line outside of quotes. */
function delimiterOf(bytes: Uint8Array, from: number): RawFile['delimiter'] {
	const counts = { ',': 0, ';': 0, '\t': 0 };
	let inside = false;
	for (let at = from; at < bytes.length; at++) {
		const byte = bytes[at]!;
		if (byte === quote) inside = !inside;
		else if (!inside && (byte === lf || byte === cr)) break;
		else if (!inside) for (const one of delimiters) if (byte === one.charCodeAt(0)) counts[one] += 1;
	}
	return delimiters.reduce((best, one) => (counts[one] > counts[best] ? one : best));
}

/** The cells of a file with their places; null for UTF-16 and for what has bytes of no text. */
export function scanCsv(bytes: Uint8Array): RawFile | null {
	const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
	if (isUtf16 || bytes.includes(0)) return null;
	const begin = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
	const encoding = encodingOf(bytes);
	const decoder = new TextDecoder(encoding);
	const delimiter = delimiterOf(bytes, begin);
	const parting = delimiter.charCodeAt(0);
	const rows: RawCell[][] = [];
	let row: RawCell[] = [];
	let at = begin;
	const cell = (): RawCell => {
		const from = at;
		const quoted = bytes[at] === quote;
		if (quoted) {
			for (at += 1; at < bytes.length; at += 1) {
				if (bytes[at] !== quote) continue;
				if (bytes[at + 1] === quote) at += 1;
				else {
					at += 1;
					break;
				}
			}
		}
		while (at < bytes.length && bytes[at] !== parting && bytes[at] !== lf && bytes[at] !== cr) at += 1;
		const raw = decoder.decode(bytes.subarray(from, at));
		const text = quoted ? raw.replace(/^"/, '').replace(/"\s*$/, '').replaceAll('""', '"') : raw;
		return { from, to: at, text, quoted };
	};
	while (at < bytes.length) {
		row.push(cell());
		if (bytes[at] === parting) {
			at += 1;
			// A delimiter at the very end stands before an empty cell.
			if (at < bytes.length) continue;
			row.push({ from: at, to: at, text: '', quoted: false });
		}
		if (bytes[at] === cr && bytes[at + 1] === lf) at += 2;
		else if (at < bytes.length) at += 1;
		if (row.length > 1 || row[0]?.text !== '') rows.push(row);
		row = [];
	}
	return { bytes, delimiter, encoding, rows };
}

/**
 * The same file with other texts in some cells; every other byte stays. A cell keeps its quotes, and gets some where its
 * new text needs them. Texts are ASCII (numbers) or the file is in UTF-8.
 */
export function withCells(file: RawFile, changes: readonly { cell: RawCell; text: string }[]): Uint8Array {
	const parts: Uint8Array[] = [];
	let at = 0;
	for (const { cell, text } of changes.toSorted((a, b) => a.cell.from - b.cell.from)) {
		const needs = cell.quoted || text.includes(file.delimiter) || /["\r\n]/.test(text);
		parts.push(file.bytes.subarray(at, cell.from));
		parts.push(new TextEncoder().encode(needs ? `"${text.replaceAll('"', '""')}"` : text));
		at = cell.to;
	}
	parts.push(file.bytes.subarray(at));
	const all = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
	let to = 0;
	for (const part of parts) {
		all.set(part, to);
		to += part.length;
	}
	return all;
}
