import { curve, sizes } from './port.ts';
import type { CryptoPort } from './port.ts';
import { pointOf, readPublicKey } from './keys.ts';

/*
 * The box: ECDH on P-256 with a key pair drawn for this one box, HKDF (RFC 5869) with SHA-256, AES-256-GCM (SP 800-38D).
 * P-256 rather than X25519, which older school machines lack. Key and nonce both come from HKDF: no two boxes share a
 * secret, so no nonce is used twice. What stands around the box in clear is bound to it as additional data.
 */

const join = (...parts: Uint8Array[]): Uint8Array<ArrayBuffer> => {
	const all = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
	let at = 0;
	for (const part of parts) {
		all.set(part, at);
		at += part.length;
	}
	return all;
};
export { join as joinBytes };

async function secretsOf(
	shared: Uint8Array<ArrayBuffer>,
	salt: Uint8Array<ArrayBuffer>,
	info: Uint8Array<ArrayBuffer>,
	{ subtle }: CryptoPort
): Promise<{ key: CryptoKey; iv: Uint8Array<ArrayBuffer> }> {
	const base = await subtle.importKey('raw', shared, 'HKDF', false, ['deriveBits']);
	const bits = new Uint8Array(await subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info }, base, 44 * 8));
	const key = await subtle.importKey('raw', bits.subarray(0, 32), 'AES-GCM', false, ['encrypt', 'decrypt']);
	return { key, iv: bits.slice(32) };
}

const agree = async (own: CryptoKey, other: CryptoKey, { subtle }: CryptoPort): Promise<Uint8Array<ArrayBuffer>> =>
	new Uint8Array(await subtle.deriveBits({ name: curve.name, public: other }, own, 256));

/**
 * `content` so that only the holder of `to` can open it: the point of the passing key, then the box. With `from`, a
 * private key of the sender, the box opens only for whoever expects that sender (the one-pass unified model, SP 800-56A).
 * `around` is bound to it and not in it.
 */
export async function sealBox(
	content: Uint8Array<ArrayBuffer>,
	{ to, from, around }: { to: CryptoKey; from?: CryptoKey; around: Uint8Array<ArrayBuffer> },
	port: CryptoPort
): Promise<Uint8Array<ArrayBuffer>> {
	const passing = (await port.subtle.generateKey(curve, false, ['deriveBits'])) as CryptoKeyPair;
	const point = await pointOf(passing.publicKey, port);
	const shared = join(await agree(passing.privateKey, to, port), from ? await agree(from, to, port) : new Uint8Array());
	const { key, iv } = await secretsOf(shared, join(point, await pointOf(to, port)), around, port);
	const box = await port.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: around }, key, content);
	return join(point, new Uint8Array(box));
}

/** What is in a box; null when it was changed, is for somebody else, or from somebody else. `own` is the opener's pair. */
export async function openBox(
	sealed: Uint8Array<ArrayBuffer>,
	{
		own,
		from,
		around
	}: { own: { publicKey: CryptoKey; privateKey: CryptoKey }; from?: CryptoKey; around: Uint8Array<ArrayBuffer> },
	port: CryptoPort
): Promise<Uint8Array<ArrayBuffer> | null> {
	if (sealed.length < sizes.point + sizes.tag) return null;
	const point = sealed.slice(0, sizes.point);
	try {
		const passing = await readPublicKey(point, port);
		const shared = join(
			await agree(own.privateKey, passing, port),
			from ? await agree(own.privateKey, from, port) : new Uint8Array()
		);
		const { key, iv } = await secretsOf(shared, join(point, await pointOf(own.publicKey, port)), around, port);
		const options = { name: 'AES-GCM', iv, additionalData: around };
		return new Uint8Array(await port.subtle.decrypt(options, key, sealed.slice(sizes.point)));
	} catch {
		// A point off the curve, or a tag that does not fit: both mean that it is not what was sealed.
		return null;
	}
}
