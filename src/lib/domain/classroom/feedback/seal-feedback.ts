import type { Mismatch } from '../../parsed/mismatch.ts';
import { bytesOf, deflate, inflate, textOf } from '../inflate.ts';
import { slugOf } from '../ids.ts';
import type { Assignment, FeedbackFile, TextFile } from '../model.ts';
import { openBox, sealBox } from '../sealing/box.ts';
import { fromEnvelope, headingText, toEnvelope } from '../sealing/envelope.ts';
import type { Heading } from '../sealing/envelope.ts';
import { readPublicKey } from '../sealing/keys.ts';
import type { DeviceKeys } from '../sealing/keys.ts';
import type { CryptoPort } from '../sealing/port.ts';
import { parseFeedback } from './parse-feedback.ts';

const most = 20_000_000;

/**
 * Feedback as a file that only the device opens that handed the work in (`reply` is its key, from the result), and which
 * that device knows to come from its class.
 */
export async function sealFeedback(
	feedback: FeedbackFile,
	{ reply, from, title }: { reply: string; from: CryptoKey; title: string },
	port: CryptoPort
): Promise<TextFile> {
	const heading: Heading = { kind: 'feedback', classId: feedback.class, assignment: feedback.assignment };
	const around = bytesOf(headingText(heading));
	const to = await readPublicKey(reply, port);
	const box = await sealBox(deflate(bytesOf(JSON.stringify(feedback))), { to, from, around }, port);
	return {
		name: `${feedback.code}_${slugOf(title)}_a${feedback.attempt}.feedback.parallax.txt`,
		text: toEnvelope(heading, box)
	};
}

/**
 * Why a file is no feedback for this device: as for results; `result`: it is a sealed result; `other-assignment`: for
 * another assignment; `not-for-this-device`: handed in on another device, changed on the way, or not from the class.
 */
export type FeedbackProblem =
	| 'empty'
	| 'truncated'
	| 'damaged'
	| 'not-parallax'
	| 'newer-version'
	| 'result'
	| 'other-file'
	| 'other-assignment'
	| 'not-for-this-device'
	| 'bad-content';
export type OpenedFeedback =
	{ ok: true; feedback: FeedbackFile } | { ok: false; code: FeedbackProblem; problem?: Mismatch };

/** Opens feedback on one assignment with the device's own key. Never rejects on what is in the text. */
export async function openFeedback(
	text: string,
	{ assignment, device }: { assignment: Pick<Assignment, 'id' | 'class'>; device: Pick<DeviceKeys, 'reply'> },
	port: CryptoPort
): Promise<OpenedFeedback> {
	const envelope = fromEnvelope(text);
	if (!envelope.ok) return { ok: false, code: envelope.code };
	const { heading, box } = envelope;
	if (heading.kind !== 'feedback') return { ok: false, code: 'result' };
	if (heading.assignment !== assignment.id || heading.classId !== assignment.class.id)
		return { ok: false, code: 'other-assignment' };
	const from = await readPublicKey(assignment.class.publicKey, port);
	const inner = await openBox(box, { own: device.reply, from, around: bytesOf(headingText(heading)) }, port);
	if (!inner) return { ok: false, code: 'not-for-this-device' };
	const unpacked = inflate(inner, most);
	const json = unpacked.ok ? textOf(unpacked.bytes) : null;
	let input: unknown;
	try {
		input = json === null ? undefined : JSON.parse(json);
	} catch {
		input = undefined;
	}
	const parsed = parseFeedback(input);
	if (!parsed.ok) return { ok: false, code: 'bad-content', problem: parsed.problem };
	return parsed.value.assignment === assignment.id
		? { ok: true, feedback: parsed.value }
		: { ok: false, code: 'other-assignment' };
}
