import type { Certainty } from '#lib/domain/quiz/model.ts';
import * as m from '../../../messages/compiled/messages.js';

const certainties: Record<Certainty, () => string> = {
	guess: m.certainty_guess,
	'fairly-sure': m.certainty_fairly,
	certain: m.certainty_certain
};
export const certaintyName = (certainty: Certainty): string => certainties[certainty]();
