import { toNumber } from '#lib/domain/fraction.ts';
import type { BestCaseLabel, Certainty, Item, NotReady, Readiness, Score } from '#lib/domain/quiz/model.ts';
import * as m from '../../../messages/compiled/messages.js';

const readiness: Record<NotReady, (inputs: { missing: number }) => string> = {
	'no-choice': m.not_ready_choice,
	'no-answer': m.not_ready_answer,
	'not-ordered': m.not_ready_order,
	'pairs-missing': m.not_ready_pairs,
	'too-few-picks': m.not_ready_few,
	'too-many-picks': m.not_ready_many,
	'unknown-option': m.not_ready_changed,
	'wrong-kind': m.not_ready_changed
};

/** What is still missing before an item can be marked. */
export const readinessWords = (state: Extract<Readiness, { ready: false }>): string =>
	readiness[state.code]({ missing: state.missing ?? 0 });

/** The mark of one item in words: right, not right, or how much of it. */
export function markWords(item: Item, score: Score): string {
	const share = toNumber(score.earned) / toNumber(score.total);
	if (share === 1) return m.mark_right();
	if (share === 0) return m.mark_wrong();
	const percent = Math.round(100 * share);
	return item.kind === 'match'
		? m.mark_parts({ right: score.parts.filter(({ right }) => right).length, of: score.parts.length })
		: m.mark_share({ percent });
}

const certainties: Record<Certainty, () => string> = {
	guess: m.certainty_guess,
	'fairly-sure': m.certainty_fairly,
	certain: m.certainty_certain
};
export const certaintyName = (certainty: Certainty): string => certainties[certainty]();

const labels: Record<BestCaseLabel, () => string> = {
	strong: m.label_strong,
	weak: m.label_weak,
	caricature: m.label_caricature,
	other: m.label_other
};
export const labelName = (label: BestCaseLabel): string => labels[label]();
