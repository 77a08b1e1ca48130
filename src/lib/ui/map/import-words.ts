import type { FileProblem } from '#lib/domain/argument/exchange/index.ts';
import * as m from '../../../messages/compiled/messages.js';

const words: Record<FileProblem['code'], () => string> = {
	'too-large': m.import_too_large,
	'not-json': m.import_not_json,
	'newer-version': m.import_newer,
	'other-lesson': m.import_other_lesson,
	shape: m.import_shape,
	'too-many-links': m.import_too_many_links,
	'too-many-cards': m.import_too_many_cards,
	'too-many-notes': m.import_too_many_notes,
	'duplicate-id': m.import_duplicate,
	'same-premise-twice': m.import_twice,
	'self-link': m.refused_itself,
	cycle: m.refused_cycle,
	'both-signs': m.import_both_signs,
	'duplicate-link': m.import_twice,
	'not-there': m.import_not_there,
	'unknown-card': m.import_unknown_card,
	'evidence-not-premise': m.refused_evidence,
	'evidence-not-target': m.refused_evidence,
	'claim-not-evidence': m.refused_claim,
	'already-used': m.refused_used,
	'other-root': m.import_other_lesson
};
export const problemWords = ({ code }: FileProblem): string => words[code]();
