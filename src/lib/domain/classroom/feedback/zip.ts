import { zipSync } from 'fflate';
import { bytesOf } from '../inflate.ts';
import type { TextFile } from '../model.ts';

/** Files in one zip, each under its own name; of two with one name the later gets a number. What is sealed is not packed twice. */
export function feedbackZip(files: readonly TextFile[]): Uint8Array {
	const entries: Record<string, Uint8Array> = {};
	for (const { name, text } of files) {
		let free = name;
		for (let number = 2; Object.hasOwn(entries, free); number++) free = name.replace(/(?=\.)/, `-${number}`);
		entries[free] = bytesOf(text);
	}
	// A time in the file would make two zips of the same files differ.
	return zipSync(entries, { level: 0, mtime: new Date(2000, 0, 1) });
}
