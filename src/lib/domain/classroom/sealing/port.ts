/**
 * The device's own cryptography, handed in: Web Crypto's `subtle`, and random bytes. There is none on plain http, and the
 * page says so before it begins.
 */
export interface CryptoPort {
	subtle: SubtleCrypto;
	random: (count: number) => Uint8Array<ArrayBuffer>;
}

export const curve = { name: 'ECDH', namedCurve: 'P-256' } as const;
export const signing = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
/** Bytes of an uncompressed point, of a signature, and of what GCM adds. */
export const sizes = { point: 65, signature: 64, tag: 16 } as const;
