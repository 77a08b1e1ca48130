import type { LmsCell, LmsFile, LmsProblem } from './model.ts';

type Delimiter = LmsFile['delimiter'];

/** The sign that stands most often in the first line outside of quotes; a comma if none does. */
export function delimiterOf(text: string): Delimiter {
	const line = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0].replace(/"(?:[^"]|"")*"/g, '') ?? '';
	const counts = ([',', ';', '\t'] as const).map((sign) => ({ sign, count: line.split(sign).length - 1 }));
	return counts.reduce((most, one) => (one.count > most.count ? one : most)).sign;
}

/**
 * The cells of a CSV text with their places (RFC 4180; quotes inside an unquoted cell are part of it, as spreadsheets
 * read them). Lines that are empty have one empty cell.
 */
export function cellsOf(
	text: string,
	delimiter: Delimiter
): { ok: true; rows: LmsCell[][] } | { ok: false; problem: LmsProblem } {
	const rows: LmsCell[][] = [];
	let row: LmsCell[] = [];
	let at = 0;
	let line = 1;
	while (at <= text.length) {
		const from = at;
		let content: string;
		if (text[at] === '"') {
			const end = closingQuote(text, at);
			if (end < 0) return { ok: false, problem: { code: 'quotes', line } };
			content = text.slice(at + 1, end).replaceAll('""', '"');
			line += content.split('\n').length - 1;
			at = end + 1;
		} else content = '';
		const rest = at;
		while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at += 1;
		row.push({ text: content + text.slice(rest, at), from, to: at });
		if (text[at] === delimiter) {
			at += 1;
			continue;
		}
		rows.push(row);
		row = [];
		line += 1;
		if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
		at += 1;
		if (at >= text.length) break;
	}
	return { ok: true, rows };
}

/** The place of the quote that closes the one at `from`; −1 if there is none. */
function closingQuote(text: string, from: number): number {
	let at = text.indexOf('"', from + 1);
	while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
	return at;
}
