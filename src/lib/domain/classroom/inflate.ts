import { Inflate, deflateSync } from 'fflate';

/** Raw deflate (RFC 1951). */
export const deflate = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(deflateSync(bytes, { level: 9 }));

/** The most that a piece of so many bytes can become: deflate's ratio is at most 1032 to 1. */
const piece = 1024;

/**
 * What raw deflate packed, as far as `most` bytes. Fed in small pieces and counted as it comes out, so that a bomb is
 * noticed after at most a megabyte too many and not when the memory is full.
 */
export function inflate(
	packed: Uint8Array,
	most: number
): { ok: true; bytes: Uint8Array } | { ok: false; code: 'bomb' | 'damaged' } {
	const out: Uint8Array[] = [];
	let [size, ended] = [0, false];
	const stream = new Inflate((chunk, final) => {
		size += chunk.length;
		ended ||= final;
		if (size <= most) out.push(chunk);
	});
	try {
		for (let at = 0; at < packed.length && size <= most; at += piece)
			stream.push(packed.subarray(at, at + piece), at + piece >= packed.length);
	} catch {
		return { ok: false, code: 'damaged' };
	}
	if (size > most) return { ok: false, code: 'bomb' };
	if (!ended) return { ok: false, code: 'damaged' };
	const bytes = new Uint8Array(size);
	let at = 0;
	for (const chunk of out) {
		bytes.set(chunk, at);
		at += chunk.length;
	}
	return { ok: true, bytes };
}

/** The text that `bytes` are in UTF-8, or null. */
export function textOf(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}

export const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
	new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;
