import type { Verdict } from '../verdict.ts';
import { largestFile, largestZip } from './dropped.ts';
import type { DroppedFile } from './dropped.ts';
import { importFile } from './import-file.ts';
import type { Desk } from './import-file.ts';
import { isZip, unzipped } from './unzip.ts';
import type { Entry } from './unzip.ts';

/** A line of its own for what was in a zip and was not read. */
interface Unread {
	name: string;
	unread: number | null;
}
/** A zip that is larger than any is opened. */
interface Huge {
	name: string;
	huge: number;
}
type Part = Entry | Unread | Huge;

export { droppedFile, largestFile, largestZip, pastedFiles } from './dropped.ts';
export type { DroppedFile } from './dropped.ts';
export { arrivalOf, contentOf, importFile } from './import-file.ts';
export type { Arrival, Desk } from './import-file.ts';

export interface Imported {
	/** The name; of a file in a zip, with the zip's before it. */
	file: string;
	verdict: Verdict;
	/** How many files have their verdict, of how many; a zip counts as its files once it is open. */
	done: number;
	of: number;
}

async function filesIn(file: DroppedFile, pause: () => Promise<void>): Promise<Part[]> {
	if (!/\.zip$/i.test(file.name) || file.size === 0) return [file];
	if (file.size > largestZip) return [{ name: file.name, huge: file.size }];
	try {
		const bytes = await file.bytes();
		if (!isZip(bytes)) return [{ ...file, bytes: async () => bytes }];
		const found = await unzipped(bytes, pause);
		// What cannot be unpacked goes on as the one file that it is.
		if (!found || found.entries.length === 0) return [{ ...file, bytes: async () => bytes.subarray(0, largestFile) }];
		const { entries, unread } = found;
		return [
			...entries.map((entry) => ({ ...entry, name: `${file.name}/${entry.name}` })),
			...(unread === 0 ? [] : [{ name: file.name, unread }])
		];
	} catch {
		return [file];
	}
}

function partVerdict(part: Part, desk: Desk, pause: () => Promise<void>): Verdict | Promise<Verdict> {
	if ('bomb' in part) return { code: 'bomb' };
	if ('unread' in part) return { code: 'incomplete', unread: part.unread };
	if ('huge' in part) return { code: 'too-large', size: part.huge, most: largestZip, zip: true };
	return importFile(part, desk, pause);
}

/**
 * Imports any number of files one after the other, and gives each its verdict as soon as it has one. Between two files
 * `pause` is awaited, so that a page stays responsive: it resolves after the page could draw and hear. One bad file
 * stops nothing. Whoever takes a verdict saves what it brings before asking for the next.
 */
export async function* importFiles(
	files: readonly DroppedFile[],
	desk: Desk,
	pause: () => Promise<void>
): AsyncGenerator<Imported, void, void> {
	let [done, of] = [0, files.length];
	for (const file of files) {
		const entries = await filesIn(file, pause);
		of += entries.length - 1;
		for (const entry of entries) {
			await pause();
			let verdict: Verdict;
			try {
				verdict = await partVerdict(entry, desk, pause);
			} catch {
				// No input is known that gets here; if one does, the files after it are imported all the same.
				verdict = { code: 'unreadable' };
			}
			done += 1;
			yield { file: entry.name, verdict, done, of };
		}
	}
}
