import type { FoundKind, StatusLetter } from '#lib/content/search-documents.ts';
import type { ClaimStatus } from '#lib/domain/lesson/model.ts';
import * as m from '../../../messages/compiled/messages.js';

const kinds: Record<FoundKind, () => string> = {
	lesson: m.found_lesson,
	step: m.found_step,
	framing: m.found_framing,
	term: m.found_term,
	source: m.found_source,
	claim: m.found_claim,
	discrepancy: m.found_discrepancy,
	note: m.notes
};
export const kindName = (kind: FoundKind): string => kinds[kind]();

// Words of their own: those of the library would bring it all to this page, which is large enough.
const flags: Record<StatusLetter, [status: ClaimStatus, name: () => string]> = {
	u: ['unverified', m.found_flag_unverified],
	d: ['disputed', m.found_flag_disputed],
	o: ['dated', m.found_flag_dated],
	e: ['error', m.found_flag_error]
};
/** What checking showed of a claim that does not simply hold: the status, and its name. */
export function flagOf(letter: StatusLetter): { status: ClaimStatus; name: string } {
	const [status, name] = flags[letter];
	return { status, name: name() };
}
