import { fromBase64url, toBase64url } from '../base64url.ts';
import { curve, signing } from './port.ts';
import type { CryptoPort } from './port.ts';

/** A class's pair of keys, as it is kept: both in base64url, the private one in PKCS #8. */
export interface ClassKeys {
	publicKey: string;
	privateKey: string;
}

/** The two pairs of a student's device, none of which can be taken out of it. */
export interface DeviceKeys {
	/** Signs results. */
	signing: CryptoKeyPair;
	/** Opens feedback. */
	reply: CryptoKeyPair;
}

export const pointOf = async (key: CryptoKey, { subtle }: CryptoPort): Promise<Uint8Array<ArrayBuffer>> =>
	new Uint8Array(await subtle.exportKey('raw', key));

export async function makeClassKeys(port: CryptoPort): Promise<ClassKeys> {
	const pair = (await port.subtle.generateKey(curve, true, ['deriveBits'])) as CryptoKeyPair;
	return {
		publicKey: toBase64url(await pointOf(pair.publicKey, port)),
		privateKey: toBase64url(new Uint8Array(await port.subtle.exportKey('pkcs8', pair.privateKey)))
	};
}

export async function makeDeviceKeys({ subtle }: CryptoPort): Promise<DeviceKeys> {
	return {
		signing: (await subtle.generateKey(signing, false, ['sign', 'verify'])) as CryptoKeyPair,
		reply: (await subtle.generateKey(curve, false, ['deriveBits'])) as CryptoKeyPair
	};
}

/** Rejects with a DOMException what is no point of the curve. */
export const readPublicKey = (
	publicKey: string | Uint8Array<ArrayBuffer>,
	{ subtle }: CryptoPort
): Promise<CryptoKey> => {
	const bytes = typeof publicKey === 'string' ? fromBase64url(publicKey) : publicKey;
	return subtle.importKey('raw', bytes ?? new Uint8Array(), curve, true, []);
};

/** Rejects with a DOMException what is no private key of the curve. */
export const readPrivateKey = (privateKey: string, { subtle }: CryptoPort): Promise<CryptoKey> =>
	subtle.importKey('pkcs8', fromBase64url(privateKey) ?? new Uint8Array(), curve, false, ['deriveBits']);
