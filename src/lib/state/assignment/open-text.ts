import { fromAssignmentText } from '#lib/domain/classroom/assignment/file.ts';
import { fromFragment, type LinkProblem, type ReadAssignment } from '#lib/domain/classroom/assignment/link.ts';
import { fromEnvelope, unwrapped } from '#lib/domain/classroom/sealing/envelope.ts';
import type { Mismatch } from '#lib/domain/parsed/mismatch.ts';
import { openedFeedback } from './opened-feedback.ts';
import type { AssignmentPlace } from './place.ts';
import type { AssignmentShelf, Taken } from './shelf.svelte.ts';

/**
 * Why what was pasted or chosen cannot be opened: `LinkProblem`s; `too-large`: above `largestText`, not even read;
 * `unreadable`: the browser cannot read it; `result`: sealed for the instructor; of feedback: `no-crypto`: the page has
 * no cryptography (plain http); `other-device`: it was not sealed for this device, or its assignment is not here.
 */
export type OpenProblem = LinkProblem | 'too-large' | 'unreadable' | 'no-crypto' | 'other-device' | 'result';
export type Opened =
	{ ok: true; place: AssignmentPlace; taken: Taken | null } | { ok: false; code: OpenProblem; problem?: Mismatch };

/** Bytes. Nothing that an instructor sends is as large, and a larger file could stall a phone. */
export const largestText = 25_000_000;

function keep(read: ReadAssignment, shelf: AssignmentShelf): Opened {
	if (!read.ok) return read;
	const taken = shelf.take(read.assignment);
	return { ok: true, place: { at: 'overview', id: read.assignment.id }, taken };
}

/** Opens the fragment of a link that was followed. */
export const openFragment = (fragment: string, shelf: AssignmentShelf): Opened => keep(fromFragment(fragment), shelf);

/** Opens what was pasted or chosen: a link, an assignment's file, or feedback. Never rejects. */
export async function openText(text: string, shelf: AssignmentShelf): Promise<Opened> {
	const [sealed = text] = unwrapped(text);
	const envelope = fromEnvelope(sealed);
	if (envelope.ok && envelope.heading.kind === 'result') return { ok: false, code: 'result' };
	if (envelope.ok) return openedFeedback(sealed, shelf.of(envelope.heading.assignment));
	if (envelope.code === 'truncated' || envelope.code === 'damaged') return { ok: false, code: 'damaged' };
	if (envelope.code === 'newer-version') return { ok: false, code: 'newer' };
	return keep(fromAssignmentText(text), shelf);
}
