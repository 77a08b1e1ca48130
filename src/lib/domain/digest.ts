// FIPS 180-4. The browser's own is missing on plain http, where a school may well serve the app to its own network.

const primes = (count: number): number[] => {
	const found: number[] = [];
	for (let next = 2; found.length < count; next++) if (found.every((prime) => next % prime !== 0)) found.push(next);
	return found;
};
/** The first 32 bits of the fractional part. */
const fraction = (root: number): number => ((root - Math.floor(root)) * 2 ** 32) | 0;
const start = primes(8).map((prime) => fraction(prime ** (1 / 2)));
const constants = primes(64).map((prime) => fraction(prime ** (1 / 3)));

const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

function padded(text: string): DataView {
	const bytes = new TextEncoder().encode(text);
	const view = new DataView(new ArrayBuffer(((bytes.length + 8) >> 6) * 64 + 64));
	new Uint8Array(view.buffer).set(bytes);
	view.setUint8(bytes.length, 0x80);
	view.setUint32(view.byteLength - 8, Math.floor(bytes.length / 2 ** 29));
	view.setUint32(view.byteLength - 4, (bytes.length << 3) >>> 0);
	return view;
}

/** The SHA-256 of a text's UTF-8, as 64 hexadecimal digits. */
export function digest(text: string): string {
	const view = padded(text);
	const state = Int32Array.from(start);
	const words = new Int32Array(64);
	for (let at = 0; at < view.byteLength; at += 64) {
		for (let i = 0; i < 16; i++) words[i] = view.getInt32(at + i * 4);
		for (let i = 16; i < 64; i++) {
			const [w15, w2] = [words[i - 15]!, words[i - 2]!];
			const s0 = turn(w15, 7) ^ turn(w15, 18) ^ (w15 >>> 3);
			const s1 = turn(w2, 17) ^ turn(w2, 19) ^ (w2 >>> 10);
			words[i] = words[i - 16]! + s0 + words[i - 7]! + s1;
		}
		let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
		for (let i = 0; i < 64; i++) {
			const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
			const t1 = (h + s1 + ((e & f) ^ (~e & g)) + constants[i]! + words[i]!) | 0;
			const t2 = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
			[h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
		}
		for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) state[i] = state[i]! + word;
	}
	return [...state].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}
