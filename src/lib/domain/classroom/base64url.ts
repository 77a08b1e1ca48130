const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const places = new Int8Array(128).fill(-1);
for (let at = 0; at < 64; at++) places[alphabet.charCodeAt(at)] = at;

/** Bytes as base64url without padding (RFC 4648, 5). */
export function toBase64url(bytes: Uint8Array): string {
	const pieces: string[] = [];
	for (let at = 0; at < bytes.length; at += 3) {
		const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
		const four = alphabet[a >> 2]! + alphabet[((a & 3) << 4) | (b >> 4)]! + alphabet[((b & 15) << 2) | (c >> 6)]!;
		pieces.push((four + alphabet[c & 63]!).slice(0, bytes.length - at + 1));
	}
	return pieces.join('');
}

/**
 * The bytes that a text stands for, or null: other signs, a length that no bytes have, or bits at the end that belong to
 * no byte. So two different texts never stand for the same bytes.
 */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> | null {
	const rest = text.length % 4;
	if (rest === 1) return null;
	const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
	let [bits, held, at] = [0, 0, 0];
	for (let sign = 0; sign < text.length; sign++) {
		const unit = text.charCodeAt(sign);
		const place = unit < 128 ? places[unit]! : -1;
		if (place < 0) return null;
		bits = ((bits << 6) | place) & 0xffff;
		held += 6;
		if (held < 8) continue;
		held -= 8;
		bytes[at++] = (bits >> held) & 255;
	}
	return (bits & ((1 << held) - 1)) === 0 ? bytes : null;
}
