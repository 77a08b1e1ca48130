import { bytesOf } from '../inflate.ts';
import { unwrapped } from '../sealing/envelope.ts';

/** A file as it was dropped or picked; its size is known before any of it is read. */
export interface DroppedFile {
	name: string;
	/** Bytes. */
	size: number;
	bytes: () => Promise<Uint8Array>;
}

/** Bytes of one sealed file: hundreds of times an ordinary result. Larger ones are not even read. */
export const largestFile = 5_000_000;
/** A zip of a whole course's files, as a learning platform gives it. */
export const largestZip = 50_000_000;

/** What a page's `File` is here. */
export const droppedFile = (file: Pick<File, 'name' | 'size' | 'arrayBuffer'>): DroppedFile => ({
	name: file.name,
	size: file.size,
	bytes: async () => new Uint8Array(await file.arrayBuffer())
});

/** Text that was pasted, as files: several sealed texts in one are taken apart, and lines that a mail broke are mended. */
export const pastedFiles = (text: string): DroppedFile[] =>
	unwrapped(text).map((one, at, all) => {
		const bytes = bytesOf(one);
		return { name: all.length > 1 ? `pasted-${at + 1}` : 'pasted', size: bytes.length, bytes: async () => bytes };
	});
