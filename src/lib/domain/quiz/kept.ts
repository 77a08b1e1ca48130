import type { PublicItem } from './kind.ts';
import type { ItemId } from './model.ts';
import type { QuizWork } from './work.ts';
import { fitQuizWork } from './work.ts';

/** What became of saved answers in the lesson of today; see `Effect` in the lesson's changes. */
export interface KeptAnswers {
	/** They stand; those that were checked stay checked. */
	kept: ItemId[];
	/** They were checked and cannot be marked any more: shown, and to be answered again. */
	reopened: ItemId[];
	/** Their question is gone. They stay in the work, and return with it. */
	setAside: ItemId[];
}

/** Sorts the answers of `work` as it was read, before it is made to fit. */
export function keptAnswers(items: readonly PublicItem[], work: QuizWork): KeptAnswers {
	const known = new Set(items.map(({ id }) => id));
	const still = new Set(fitQuizWork(items, work).checked);
	const reopened = work.checked.filter((id) => known.has(id) && !still.has(id));
	const answered = Object.keys(work.responses);
	return {
		kept: answered.filter((id) => known.has(id) && !reopened.includes(id)),
		reopened,
		setAside: answered.filter((id) => !known.has(id))
	};
}
