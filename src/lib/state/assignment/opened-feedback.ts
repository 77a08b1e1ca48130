import { openFeedback, type FeedbackProblem } from '#lib/domain/classroom/feedback/seal-feedback.ts';
import { deviceKeys } from '#lib/storage/device-keys.ts';
import { cryptoPort } from '../classroom/crypto-port.ts';
import type { AssignmentSession } from './assignment-session.svelte.ts';
import type { Opened, OpenProblem } from './open-text.ts';

const codes: Record<FeedbackProblem, OpenProblem> = {
	empty: 'empty',
	truncated: 'damaged',
	damaged: 'damaged',
	'not-parallax': 'not-an-assignment',
	'newer-version': 'newer',
	result: 'result',
	'other-file': 'not-an-assignment',
	'other-assignment': 'other-device',
	'not-for-this-device': 'other-device',
	'bad-content': 'not-an-assignment'
};

/** Opens sealed feedback for an assignment of this device and keeps it there. Never rejects. */
export async function openedFeedback(text: string, session: AssignmentSession | null): Promise<Opened> {
	const port = cryptoPort();
	if (!port) return { ok: false, code: 'no-crypto' };
	if (!session) return { ok: false, code: 'other-device' };
	try {
		const { assignment } = session;
		const opened = await openFeedback(text, { assignment, device: (await deviceKeys(port)).keys }, port);
		if (!opened.ok) return { ok: false, code: codes[opened.code], ...(opened.problem && { problem: opened.problem }) };
		session.send({ type: 'feedback.opened', feedback: opened.feedback });
		return { ok: true, place: { at: 'feedback', id: session.id }, taken: null };
	} catch {
		return { ok: false, code: 'other-device' };
	}
}
