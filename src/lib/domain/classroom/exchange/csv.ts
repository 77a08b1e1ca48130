/** A cell on its way into a file: numbers stay numbers; null is an empty cell. */
export type CsvCell = string | number | null;

/**
 * A text that no spreadsheet takes for a formula: one that begins with `= + - @`, a tab or a return gets an apostrophe
 * before it, which spreadsheets do not show as part of the text (OWASP, CSV injection).
 */
export const neutralised = (text: string): string => (/^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text);

const quoted = (text: string): string => (/[",;\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const written = (cell: CsvCell): string =>
	cell === null ? '' : typeof cell === 'number' ? String(cell) : quoted(neutralised(cell));

/**
 * Rows as RFC 4180 has them: commas, CRLF, quotes where they are needed; with the mark by which Excel knows UTF-8.
 * Numbers must be finite.
 */
export const toCsv = (rows: readonly (readonly CsvCell[])[]): string =>
	`\uFEFF${rows.map((row) => `${row.map(written).join(',')}\r\n`).join('')}`;
