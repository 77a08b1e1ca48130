import type { CryptoPort } from '#lib/domain/classroom/sealing/port.ts';

/** The browser's cryptography; null where it gives none, as on plain http: nothing can be sealed or opened there. */
export function cryptoPort(): CryptoPort | null {
	const { subtle } = globalThis.crypto ?? {};
	if (!subtle) return null;
	return { subtle, random: (count) => crypto.getRandomValues(new Uint8Array(count)) };
}
