import Papa from 'papaparse';

/**
 * Text as a spreadsheet cell that is not taken for a formula (OWASP, "CSV Injection"): what begins with `=`, `+`, `-`,
 * `@`, a tab or a line end gets an apostrophe before it, full-width forms of these signs too. Numbers are not text and
 * stay numbers.
 */
export const neutralised = (text: string): string =>
	/^[\t\r\n ]*[=+\-@＝＋－＠\t\r\n]/u.test(text) ? `'${text}` : text;

/** A cell as it is written; booleans and codes were put into words before. */
export type CsvCell = string | number | null;

/**
 * A table as CSV (RFC 4180) in UTF-8 with a mark of order, without which Excel takes Chinese for something else. Numbers
 * are written as they are, so that they can be added up; nothing is an empty cell.
 */
export function toCsv(heads: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
	const cell = (one: CsvCell): string | number => (typeof one === 'string' ? neutralised(one) : (one ?? ''));
	const lines = [heads.map(neutralised), ...rows.map((row) => row.map(cell))];
	return `\uFEFF${Papa.unparse(lines as (string | number)[][], { newline: '\r\n' })}\r\n`;
}
