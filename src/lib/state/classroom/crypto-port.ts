import type { CryptoPort } from '#lib/domain/classroom/sealing/port.ts';

/** The browser's own cryptography; null where it gives none: on plain http, other than on this computer itself. */
export function cryptoPort(crypto = globalThis.crypto as Crypto | undefined): CryptoPort | null {
	// Typed as if it were always there.
	const subtle = crypto?.subtle as SubtleCrypto | undefined;
	return crypto && subtle ? { subtle, random: (count) => crypto.getRandomValues(new Uint8Array(count)) } : null;
}
