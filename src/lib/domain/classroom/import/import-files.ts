import type { Verdict } from '../verdict.ts';
import { largestFile, largestZip } from './dropped.ts';
import type { DroppedFile } from './dropped.ts';
import { importFile } from './import-file.ts';
import type { Desk } from './import-file.ts';
import { isZip, unzipped } from './unzip.ts';
import type { Entry } from './unzip.ts';

export { droppedFile, largestFile, largestZip, pastedFiles } from './dropped.ts';
export type { DroppedFile } from './dropped.ts';
export { contentOf, importFile } from './import-file.ts';
export type { Desk } from './import-file.ts';

export interface Imported {
	/** The name; of a file in a zip, with the zip's before it. */
	file: string;
	verdict: Verdict;
	/** How many files have their verdict, of how many; a zip counts as its files once it is open. */
	done: number;
	of: number;
}

async function filesIn(file: DroppedFile, pause: () => Promise<void>): Promise<Entry[]> {
	if (!/\.zip$/i.test(file.name) || file.size === 0 || file.size > largestZip) return [file];
	try {
		const bytes = await file.bytes();
		if (!isZip(bytes)) return [{ ...file, bytes: async () => bytes }];
		const entries = await unzipped(bytes, pause);
		// What cannot be unpacked goes on as the one file that it is.
		if (!entries || entries.length === 0) return [{ ...file, bytes: async () => bytes.subarray(0, largestFile) }];
		return entries.map((entry) => ({ ...entry, name: `${file.name}/${entry.name}` }));
	} catch {
		return [file];
	}
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
				verdict = 'bomb' in entry ? { code: 'bomb' } : await importFile(entry, desk, pause);
			} catch {
				// No input is known that gets here; if one does, the files after it are imported all the same.
				verdict = { code: 'unreadable' };
			}
			done += 1;
			yield { file: entry.name, verdict, done, of };
		}
	}
}
