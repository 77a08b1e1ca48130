import { Unzip, UnzipInflate } from 'fflate';
import type { DroppedFile } from './dropped.ts';
import { largestFile } from './dropped.ts';

/** What is in one zip: no more entries than a course has files, and no more bytes than they could be. */
const most = { entries: 3000, bytes: 200_000_000 } as const;
/** Of the zip at a time: what they unpack to at most, some megabytes, is a task of a few milliseconds. */
const piece = 4096;

export const isZip = (bytes: Uint8Array): boolean =>
	bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5 || bytes[2] === 7);

/** An entry of a zip; `bomb`: it unpacks to more than it may. */
export type Entry = DroppedFile | { name: string; bomb: true };

const isJunk = (name: string): boolean =>
	name.endsWith('/') || /(?:^|\/)(?:__MACOSX|\.DS_Store|desktop\.ini)/.test(name);

/**
 * The files in a zip, each held in memory only as far as a result can go. `pause` is awaited now and then. Null for a zip
 * that cannot be read at all; folders and what systems add are passed over.
 */
export async function unzipped(bytes: Uint8Array, pause: () => Promise<void>): Promise<Entry[] | null> {
	const entries: Entry[] = [];
	let total = 0;
	let broken = false;
	const unzip = new Unzip((file) => {
		if (isJunk(file.name) || entries.length >= most.entries) return;
		const chunks: Uint8Array[] = [];
		let size = 0;
		// Until its end was seen it is one that cannot be read.
		const unread = () => Promise.reject(new Error('Its end is missing.'));
		const at = entries.push({ name: file.name, size: 1, bytes: unread }) - 1;
		// Packed in a way that is not unpacked here: the entries after it are read all the same.
		if (file.compression !== 0 && file.compression !== 8) return;
		let isOver = false;
		file.ondata = (error, chunk, final) => {
			if (error) {
				broken = true;
				return;
			}
			if (isOver) return;
			size += chunk.length;
			total += chunk.length;
			if (size > largestFile || total > most.bytes) {
				isOver = true;
				// What it unpacks to is held by nobody, and takes no room from the entries after it.
				total -= size;
				chunks.length = 0;
				entries[at] = { name: file.name, bomb: true };
				return;
			}
			chunks.push(chunk);
			if (final) entries[at] = { name: file.name, size, bytes: async () => joined(chunks, size) };
		};
		file.start();
	});
	unzip.register(UnzipInflate);
	try {
		for (let at = 0; at < bytes.length && total <= most.bytes; at += piece) {
			unzip.push(bytes.subarray(at, at + piece), at + piece >= bytes.length);
			if ((at / piece) % 16 === 15) await pause();
		}
	} catch {
		broken = true;
	}
	return broken && entries.length === 0 ? null : entries;
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
	const all = new Uint8Array(size);
	let at = 0;
	for (const chunk of chunks) {
		all.set(chunk, at);
		at += chunk.length;
	}
	return all;
}
