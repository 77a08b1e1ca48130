import type { Degree, SourceField, Stance } from '#lib/domain/quiz/model.ts';
import * as m from '../../../messages/compiled/messages.js';

const stances: Record<Stance, () => string> = {
	asserts: m.stance_asserts,
	denies: m.stance_denies,
	qualifies: m.stance_qualifies,
	silent: m.stance_silent
};
export const stanceName = (stance: Stance): string => stances[stance]();

const degrees: Record<Degree, () => string> = {
	same: m.degree_same,
	minor: m.degree_minor,
	degree: m.degree_degree,
	substantive: m.degree_substantive
};
export const degreeName = (degree: Degree): string => degrees[degree]();

const fields: Record<SourceField, () => string> = {
	genre: m.field_genre,
	mandate: m.field_mandate,
	audience: m.field_audience,
	date: m.field_date,
	language: m.field_language,
	stance: m.field_stance
};
export const fieldName = (field: SourceField): string => fields[field]();

const asks = { matrix: m.matrix_how, divergence: m.divergence_how, typed: m.answer_yours };
/** What is asked of the parts of an item, or the name of the field for an answer of one's own. */
export const askOf = (what: keyof typeof asks): string => asks[what]();
