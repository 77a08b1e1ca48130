import { toNumber, type Fraction } from '#lib/domain/fraction.ts';
import type { PublicItem } from '#lib/domain/quiz/kind.ts';
import type { BestCaseLabel, Certainty, Item, NotReady, Response, Score } from '#lib/domain/quiz/model.ts';
import { validateResponse } from '#lib/domain/quiz/ready.ts';
import * as m from '../../../messages/compiled/messages.js';

const readiness: Record<NotReady, (inputs: { missing: number }) => string> = {
	'no-choice': m.not_ready_choice,
	'no-answer': m.not_ready_answer,
	'not-ordered': m.not_ready_order,
	'pairs-missing': m.not_ready_pairs,
	'parts-missing': m.not_ready_parts,
	'no-text': m.not_ready_text,
	'not-a-number': m.not_ready_number,
	'too-few-picks': m.not_ready_few,
	'too-many-picks': m.not_ready_many,
	'unknown-option': m.not_ready_changed,
	'wrong-kind': m.not_ready_changed
};

/** What is still missing before an item can be marked; empty when nothing is. */
export function notReadyWords(
	item: PublicItem,
	response: Response | undefined,
	sure: Certainty | undefined,
	certainty: boolean
): string {
	const state = validateResponse(item, response);
	if (!state.ready) return readiness[state.code]({ missing: state.missing ?? 0 });
	return certainty && !sure ? m.not_ready_certainty() : '';
}

/** Whether what guessing would give is taken off the share of right parts (`chanceCorrected`, `multipleShare`). */
const isCorrected = ({ kind }: Item): boolean => kind === 'whosaid' || kind === 'matrix' || kind === 'multiple';

/** The mark of one item in words: right, not right, or how much of it. */
export function markWords(item: Item, score: Score): string {
	const share = toNumber(score.earned) / toNumber(score.total);
	const percent = Math.round(100 * share);
	const [right, of] = [score.parts.filter((part) => part.right).length, score.parts.length];
	if (share === 1) return m.mark_right();
	// What is right by no more than chance earns nothing, which needs a word.
	if (right > 0 && isCorrected(item)) return m.mark_corrected({ right, of, percent });
	if (share === 0) return m.mark_wrong();
	// Its pairs are marked and not its places (`kendallTau`), so that how many stand right says nothing of the mark.
	if (item.kind === 'order') return m.mark_order({ percent });
	if (item.kind === 'match' || item.kind === 'classify-source') return m.mark_parts({ right, of });
	return m.mark_share({ percent });
}

/** A mark in points, with a real minus and at most two places. */
export const marksOf = (mark: Fraction): string => String(Math.round(100 * toNumber(mark)) / 100).replace('-', '−');

/** Of a matrix, beside its mark: what was seen of what its sources leave out. Empty for all else. */
export const silenceWords = ({ silent }: Score): string => (silent ? m.mark_silent(silent) : '');

const labels: Record<BestCaseLabel, () => string> = {
	strong: m.label_strong,
	weak: m.label_weak,
	caricature: m.label_caricature,
	other: m.label_other
};
export const labelName = (label: BestCaseLabel): string => labels[label]();
