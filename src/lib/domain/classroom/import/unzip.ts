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

/** What was found in a zip. */
export interface Unzipped {
	entries: Entry[];
	/** How many files of it were not read, by its own list; null: its end is missing, and so is what was behind the cut. */
	unread: number | null;
}

const isJunk = (name: string): boolean =>
	name.endsWith('/') || /(?:^|\/)(?:__MACOSX|\.DS_Store|desktop\.ini)/.test(name);

/**
 * The files in a zip, each held in memory only as far as a result can go. `pause` is awaited now and then. Null for a zip
 * that cannot be read at all; folders and what systems add are passed over. What is behind a cut, or above the most
 * that one zip may hold, is not among the entries: `unread` tells of it.
 */
export async function unzipped(bytes: Uint8Array, pause: () => Promise<void>): Promise<Unzipped | null> {
	/** Null: read no further, since the zip had given all that one may. */
	const entries: (Entry | null)[] = [];
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
				entries[at] = size > largestFile ? { name: file.name, bomb: true } : null;
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
	if (broken && entries.length === 0) return null;
	const listed = filesListed(bytes);
	const found = entries.filter((entry) => entry !== null);
	return { entries: found, unread: listed === null ? null : Math.max(0, listed - found.length) };
}

/** The list at the end of a zip (APPNOTE 4.3.12 and 4.3.16): how many files it names; null without an end. */
function filesListed(bytes: Uint8Array): number | null {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const [ofEnd, ofEntry] = [0x06054b50, 0x02014b50];
	let end = bytes.length - 22;
	// Behind it there may be a comment of 64 kB.
	const first = Math.max(0, end - 0xffff);
	while (end >= first && view.getUint32(end, true) !== ofEnd) end -= 1;
	if (end < first) return null;
	let count = 0;
	let at = view.getUint32(end + 16, true);
	// Until its end, and not by the number that it states: that stops at 65,535.
	while (at + 46 <= end && view.getUint32(at, true) === ofEntry) {
		const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true)) as [
			number,
			number,
			number
		];
		if (!isJunk(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name)))) count += 1;
		at += 46 + name + extra + comment;
	}
	return count;
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
