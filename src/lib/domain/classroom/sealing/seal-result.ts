import { toBase64url } from '../base64url.ts';
import { resultFileName } from '../ids.ts';
import { bytesOf, deflate, inflate, textOf } from '../inflate.ts';
import type { Assignment, Result, TextFile } from '../model.ts';
import { parseResult } from '../result/parse-result.ts';
import type { Mismatch } from '../../parsed/mismatch.ts';
import { joinBytes, openBox, sealBox } from './box.ts';
import { headingText, toEnvelope } from './envelope.ts';
import type { Heading } from './envelope.ts';
import { pointOf, readPublicKey } from './keys.ts';
import type { DeviceKeys } from './keys.ts';
import { signing, sizes } from './port.ts';
import type { CryptoPort } from './port.ts';

/** Bytes of a result's JSON: many times what forty lessons' work is. */
export const mostResult = 10_000_000;

const headingOf = (result: Result): Heading => ({
	kind: 'result',
	classId: result.class,
	assignment: result.assignment
});

/** What the device signs: for whom, in what, and the content. A signature cannot be moved to another class or file. */
const signed = (classKey: Uint8Array, around: Uint8Array, content: Uint8Array): Uint8Array<ArrayBuffer> =>
	joinBytes(classKey, around, content);

/**
 * A result as the file that is handed in: packed, signed by the device, and sealed so that only the class's private key
 * opens it. Rejects with a DOMException where the assignment's class key is no key.
 */
export async function sealResult(
	result: Result,
	{ assignment, device }: { assignment: Pick<Assignment, 'title' | 'class'>; device: DeviceKeys },
	port: CryptoPort
): Promise<TextFile> {
	const heading = headingOf(result);
	const around = bytesOf(headingText(heading));
	const content = deflate(bytesOf(JSON.stringify(result)));
	const to = await readPublicKey(assignment.class.publicKey, port);
	const signature = await port.subtle.sign(
		signing,
		device.signing.privateKey,
		signed(await pointOf(to, port), around, content)
	);
	const inner = joinBytes(await pointOf(device.signing.publicKey, port), new Uint8Array(signature), content);
	const box = await sealBox(inner, { to, around }, port);
	return { name: resultFileName(result.code, assignment.title, result.attempt), text: toEnvelope(heading, box) };
}

export type OpenedResult =
	/** `device` is the public key that signed it. */
	| { ok: true; result: Result; device: string }
	| { ok: false; code: 'damaged' | 'bad-signature' | 'bomb' }
	| { ok: false; code: 'bad-content'; problem: Mismatch };

/**
 * Opens the box of a result with the pair of the class that its heading names. What a stranger could have put into it is
 * held against its heading, its signature and the schema; nothing is unpacked beyond what a result can be.
 */
export async function openResult(
	{ heading, box }: { heading: Heading; box: Uint8Array<ArrayBuffer> },
	own: { publicKey: CryptoKey; privateKey: CryptoKey },
	port: CryptoPort
): Promise<OpenedResult> {
	const around = bytesOf(headingText(heading));
	const inner = await openBox(box, { own, around }, port);
	if (!inner) return { ok: false, code: 'damaged' };
	const device = inner.slice(0, sizes.point);
	const content = inner.slice(sizes.point + sizes.signature);
	if (!(await isSigned(inner, signed(await pointOf(own.publicKey, port), around, content), port)))
		return { ok: false, code: 'bad-signature' };
	const unpacked = inflate(content, mostResult);
	if (!unpacked.ok) return { ok: false, code: unpacked.code === 'bomb' ? 'bomb' : 'damaged' };
	const parsed = parseResult(jsonIn(unpacked.bytes));
	if (!parsed.ok) return { ok: false, code: 'bad-content', problem: parsed.problem };
	const result = parsed.value;
	if (result.class !== heading.classId || result.assignment !== heading.assignment)
		return {
			ok: false,
			code: 'bad-content',
			problem: { path: 'assignment', expected: `"${heading.assignment}"`, found: `"${result.assignment}"` }
		};
	return { ok: true, result, device: toBase64url(device) };
}

async function isSigned(
	inner: Uint8Array<ArrayBuffer>,
	over: Uint8Array<ArrayBuffer>,
	port: CryptoPort
): Promise<boolean> {
	const point = inner.slice(0, sizes.point);
	const signature = inner.slice(sizes.point, sizes.point + sizes.signature);
	try {
		const key = await port.subtle.importKey('raw', point, signing, true, ['verify']);
		return await port.subtle.verify(signing, key, signature, over);
	} catch {
		return false;
	}
}

function jsonIn(bytes: Uint8Array): unknown {
	const text = textOf(bytes);
	try {
		return text === null ? undefined : JSON.parse(text);
	} catch {
		return undefined;
	}
}
