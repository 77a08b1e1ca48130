import { digest } from '../../digest.ts';
import { inside } from '../../parsed/parse.ts';
import type { Parsed } from '../../parsed/mismatch.ts';
import { slugOf } from '../ids.ts';
import { bytesOf } from '../inflate.ts';
import type { ClassRecord, OpenClass, TextFile } from '../model.ts';
import { openBox, sealBox } from '../sealing/box.ts';
import { readPrivateKey, readPublicKey } from '../sealing/keys.ts';
import type { CryptoPort } from '../sealing/port.ts';
import { openClass } from './class.ts';
import { parseClass } from './parse-class.ts';

const head = 'Parallax class 1';
const note = {
	open: 'The key of a class, and its list of students. Whoever has this file can read what the class hands in: keep it safe.',
	locked:
		'The key of a class, and its list of students, under your passphrase. Without both nobody can read what is handed in.'
} as const;

const day = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** The file that brings a class back, here or on another device: its key and its roster, as the class is kept. */
export function toBackupFile(record: ClassRecord, now: number): TextFile {
	const json = JSON.stringify(record);
	const text = [head, note[record.secret.kind], '', json, `end ${digest(json).slice(0, 16)}`].join('\n');
	return { name: `${slugOf(record.name)}.key.${day(now)}.parallax.txt`, text };
}

/** The class in a backup. The problem's path is empty where the file is none, or was changed. */
export function parseBackupFile(given: string): Parsed<ClassRecord> {
	const text = given
		.replace(/^\uFEFF/, '')
		.replaceAll('\r\n', '\n')
		.trim();
	const [, json = '', sum] = /^Parallax class 1\n[^\n]*\n\n([^\n]*)\nend ([0-9a-f]{16})$/.exec(text) ?? [];
	const refused = (found: string): Parsed<ClassRecord> => ({
		ok: false,
		problem: { path: '', expected: 'the backup of a class', found }
	});
	if (sum === undefined)
		return refused(text.startsWith('Parallax class ') ? 'a backup that was cut or changed' : 'something else');
	if (digest(json).slice(0, 16) !== sum) return refused('a backup that was changed');
	let input: unknown;
	try {
		input = JSON.parse(json);
	} catch {
		return refused('a backup that was changed');
	}
	const parsed = parseClass(input);
	return parsed.ok ? parsed : { ok: false, problem: inside('class', parsed.problem) };
}

export type BackupCheck = 'good' | 'needs-passphrase' | 'wrong-passphrase' | 'other-class' | 'damaged';

/**
 * Proves a saved backup by using it: what is sealed for the class now is opened with the key out of the file. Only after
 * `good` may `backedUpAt` be set.
 */
export async function checkBackup(
	text: string,
	open: Pick<OpenClass, 'id' | 'publicKey'>,
	passphrase: string | null,
	port: CryptoPort
): Promise<BackupCheck> {
	const parsed = parseBackupFile(text);
	if (!parsed.ok) return 'damaged';
	if (parsed.value.id !== open.id || parsed.value.publicKey !== open.publicKey) return 'other-class';
	const opened = await openClass(parsed.value, passphrase, port);
	if (!opened.ok) return opened.code;
	return (await fits(open.publicKey, opened.open.privateKey, port)) ? 'good' : 'damaged';
}

/** Whether a private key opens what is sealed with a public one. */
export async function fits(publicKey: string, privateKey: string, port: CryptoPort): Promise<boolean> {
	try {
		const [to, own] = [await readPublicKey(publicKey, port), await readPrivateKey(privateKey, port)];
		const around = bytesOf('a test of the backup');
		const content = port.random(32);
		const sealed = await sealBox(content, { to, around }, port);
		const found = await openBox(sealed, { own: { publicKey: to, privateKey: own }, around }, port);
		return found !== null && found.every((byte, at) => byte === content[at]);
	} catch {
		return false;
	}
}
