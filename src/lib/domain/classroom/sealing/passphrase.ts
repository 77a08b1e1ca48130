import { fromBase64url, toBase64url } from '../base64url.ts';
import { bytesOf, textOf } from '../inflate.ts';
import type { ClassSecret, KeptSecret } from '../model.ts';
import type { CryptoPort } from './port.ts';

/** PBKDF2 with SHA-256, as OWASP advised in 2023. */
export const rounds = 600_000;
/** A file asks for no more than this, lest it keep the device busy for minutes. */
export const mostRounds = 5_000_000;

/** A key made from a passphrase: slow to make, so it is made once and kept while the page is open. */
export interface Lock {
	key: CryptoKey;
	salt: string;
	rounds: number;
}

async function lockWith(
	passphrase: string,
	salt: Uint8Array<ArrayBuffer>,
	iterations: number,
	{ subtle }: CryptoPort
): Promise<Lock> {
	// Composed in one way: keyboards of different systems send the same letters differently.
	const base = await subtle.importKey('raw', bytesOf(passphrase.normalize('NFKC')), 'PBKDF2', false, ['deriveKey']);
	const key = await subtle.deriveKey(
		{ name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
		base,
		{ name: 'AES-GCM', length: 256 },
		false,
		['encrypt', 'decrypt']
	);
	return { key, salt: toBase64url(salt), rounds: iterations };
}

/** Takes about half a second; once for as long as the page is open. */
export const createLock = (passphrase: string, port: CryptoPort): Promise<Lock> =>
	lockWith(passphrase, port.random(16), rounds, port);

/** The secret as it is kept: under the lock, or open where there is none. */
export async function keepSecret(secret: ClassSecret, lock: Lock | null, port: CryptoPort): Promise<KeptSecret> {
	if (!lock) return { kind: 'open', secret };
	const iv = port.random(12);
	const content = bytesOf(JSON.stringify(secret));
	const box = new Uint8Array(await port.subtle.encrypt({ name: 'AES-GCM', iv }, lock.key, content));
	return { kind: 'locked', salt: lock.salt, rounds: lock.rounds, iv: toBase64url(iv), box: toBase64url(box) };
}

/** What is in a kept secret, unparsed, and the lock that fits it; null: the passphrase is another one. */
export async function openSecret(
	kept: KeptSecret,
	passphrase: string,
	port: CryptoPort
): Promise<{ secret: unknown; lock: Lock | null } | null> {
	if (kept.kind === 'open') return { secret: kept.secret, lock: null };
	const [salt, iv, box] = [kept.salt, kept.iv, kept.box].map(fromBase64url);
	if (!salt || !iv || !box) return null;
	const lock = await lockWith(passphrase, salt, kept.rounds, port);
	try {
		const bytes = await port.subtle.decrypt({ name: 'AES-GCM', iv }, lock.key, box);
		const text = textOf(new Uint8Array(bytes));
		return text === null ? null : { secret: JSON.parse(text) as unknown, lock };
	} catch {
		return null;
	}
}
