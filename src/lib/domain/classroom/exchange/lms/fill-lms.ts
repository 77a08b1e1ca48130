import type { FillChange, FillChoice, Filled, FillPerson, LmsCell, LmsFile } from './model.ts';

/** Spelling, spaces, case and width do not tell two students apart. */
export const foldCell = (text: string): string =>
	text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[‐-―−]/g, '-')
		.replace(/\s+/g, ' ')
		.trim();

/** `Li, Wei` and `Wei Li` are one name; so are 李 and 伟 in either order of columns. */
export const foldName = (text: string): string =>
	foldCell(text)
		.split(/[\s,，·]+/)
		.filter((part) => part !== '')
		.toSorted()
		.join(' ');

const joined = (cells: readonly LmsCell[], columns: readonly number[]): string =>
	columns
		.map((column) => cells[column]?.text.trim() ?? '')
		.filter((text) => text !== '')
		.join(' ');

/** The keys under which a student or a row can be found. A name without spaces between its parts is found as well. */
function keysOf(by: FillChoice['by'], text: string): string[] {
	if (by !== 'name') return text.trim() === '' ? [] : [foldCell(text)];
	const parts = foldName(text);
	if (parts === '') return [];
	return /\p{Script=Han}/u.test(parts) ? [[...parts.replaceAll(' ', '')].toSorted().join('')] : [parts];
}

/** A mark in the file's own way: at most two places, and a comma where the file separates by semicolons. */
export function markText(value: number, most: number, delimiter: LmsFile['delimiter']): string {
	const text = String(Math.round(value * most) / 100);
	return delimiter === ';' ? text.replace('.', ',') : text;
}
const isSame = (before: string, after: string): boolean => {
	const number = (text: string) => (text.trim() === '' ? NaN : Number(text.trim().replace(',', '.')));
	return before === after || number(before) === number(after);
};

/**
 * The file with the marks of a class in one column, and everything else to the byte as it was: quotes, order, spaces,
 * ends of lines. A row is written only if exactly one student fits it and it is the only one that fits the student; a
 * student without a mark leaves their cell as it is. Refuses (throws) a column that the file does not have.
 */
export function fillLms(file: LmsFile, choice: FillChoice, people: readonly FillPerson[]): Filled {
	if (choice.into < 0 || choice.into >= file.heads.length)
		throw new RangeError(`The file has no column ${choice.into}.`);
	const byKey = new Map<string, FillPerson[]>();
	for (const person of people)
		for (const key of keysOf(choice.by, person[choice.by] ?? '')) byKey.set(key, [...(byKey.get(key) ?? []), person]);

	const rows = file.rows.map(({ line, cells }) => {
		const row = joined(cells, choice.match);
		const fits = keysOf(choice.by, row).flatMap((key) => byKey.get(key) ?? []);
		return { line, cells, row, fits };
	});
	const taken = new Map<string, number>();
	for (const { fits } of rows) for (const { code } of fits) taken.set(code, (taken.get(code) ?? 0) + 1);
	const isClear = (fits: readonly FillPerson[]) => fits.length === 1 && taken.get(fits[0]?.code ?? '') === 1;

	const matched = rows.flatMap(({ fits, ...row }) => {
		const [person] = fits;
		return person && isClear(fits) ? [{ ...row, person }] : [];
	});
	const edits = matched.flatMap(
		({ line, cells, row, person }): (FillChange & { cell: LmsCell | undefined; cells: LmsCell[] })[] => {
			if (person.value === null) return [];
			const cell = cells[choice.into];
			const after = markText(person.value, choice.most, file.delimiter);
			return [{ line, code: person.code, row, before: cell?.text ?? '', after, cell, cells }];
		}
	);
	const changed = edits.filter(({ before, after }) => !isSame(before, after));
	return {
		text: written(file, choice.into, changed),
		changes: changed.map(({ line, code, row, before, after }) => ({ line, code, row, before, after })),
		same: edits.length - changed.length,
		unmatched: {
			rows: rows.filter(({ fits }) => fits.length === 0).map(({ line, row }) => ({ line, row })),
			people: people.filter(({ code }) => !taken.has(code))
		},
		ambiguous: rows
			.filter(({ fits }) => fits.length > 0 && !isClear(fits))
			.map(({ line, row, fits }) => ({ line, row, codes: fits.map(({ code }) => code) })),
		withoutValue: matched.flatMap(({ person }) => (person.value === null ? [person] : []))
	};
}

/** From the end to the beginning, so that the places before stay true. */
function written(
	{ text, delimiter }: LmsFile,
	into: number,
	edits: readonly { after: string; cell: LmsCell | undefined; cells: LmsCell[] }[]
): string {
	let result = text;
	for (const { after, cell, cells } of edits.toReversed()) {
		const last = cells.at(-1);
		const place = cell ?? { from: last?.to ?? 0, to: last?.to ?? 0 };
		const quotes = result[place.from] === '"' || after.includes(delimiter);
		// A row that is shorter than the heads gets the cells that it lacks.
		const lacking = cell ? '' : delimiter.repeat(into - cells.length + 1);
		result = `${result.slice(0, place.from)}${lacking}${quotes && cell ? `"${after}"` : after}${result.slice(place.to)}`;
	}
	return result;
}

/** The text as bytes, in the way in which the file was written. */
export function lmsBytes(text: string, encoding: LmsFile['encoding']): Uint8Array {
	if (encoding !== 'utf-16le') {
		const bytes = new TextEncoder().encode(text);
		return encoding === 'utf-8-bom' ? new Uint8Array([0xef, 0xbb, 0xbf, ...bytes]) : bytes;
	}
	const bytes = new Uint8Array(2 + 2 * text.length);
	const view = new DataView(bytes.buffer);
	view.setUint16(0, 0xfeff, true);
	for (let at = 0; at < text.length; at++) view.setUint16(2 + 2 * at, text.charCodeAt(at), true);
	return bytes;
}
