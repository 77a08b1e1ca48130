import type { FoundKind } from '#lib/content/search-documents.ts';
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
