import { publicBestCase } from './best-case/public.ts';
import { feedbackBestCase, scoreBestCase } from './best-case/score.ts';
import { validateBestCase } from './best-case/validate.ts';
import type { Feedback, ItemOf, PublicOf, QuizKind, ResponseOf } from './kind.ts';
import { publicMatch } from './match/public.ts';
import { feedbackMatch, scoreMatch } from './match/score.ts';
import { validateMatch } from './match/validate.ts';
import type { ItemKind, Readiness, Response, Score } from './model.ts';
import { publicMultiple } from './multiple/public.ts';
import { feedbackMultiple, scoreMultiple } from './multiple/score.ts';
import { validateMultiple } from './multiple/validate.ts';
import { publicOrder } from './order/public.ts';
import { feedbackOrder, scoreOrder } from './order/score.ts';
import { validateOrder } from './order/validate.ts';
import { publicSingle } from './single/public.ts';
import { feedbackSingle, scoreSingle } from './single/score.ts';
import { validateSingle } from './single/validate.ts';
import { publicTrueFalse } from './truefalse/public.ts';
import { feedbackTrueFalse, scoreTrueFalse } from './truefalse/score.ts';
import { validateTrueFalse } from './truefalse/validate.ts';

export type { Feedback, ItemOf, PublicItem, PublicOf, ResponseOf } from './kind.ts';
export { calibrationOf, certaintyMark, certaintyMarks, leastBin } from './certainty.ts';
export type { Calibration, CalibrationBin, SureAnswer } from './certainty.ts';
export { moveEntry } from './order/move.ts';
export { parseResponse } from './parse.ts';

const kinds: { [K in ItemKind]: QuizKind<K> } = {
	single: { toPublic: publicSingle, validate: validateSingle, score: scoreSingle, feedback: feedbackSingle },
	multiple: {
		toPublic: publicMultiple,
		validate: validateMultiple,
		score: scoreMultiple,
		feedback: feedbackMultiple
	},
	truefalse: {
		toPublic: publicTrueFalse,
		validate: validateTrueFalse,
		score: scoreTrueFalse,
		feedback: feedbackTrueFalse
	},
	order: { toPublic: publicOrder, validate: validateOrder, score: scoreOrder, feedback: feedbackOrder },
	match: { toPublic: publicMatch, validate: validateMatch, score: scoreMatch, feedback: feedbackMatch },
	'best-case': {
		toPublic: publicBestCase,
		validate: validateBestCase,
		score: scoreBestCase,
		feedback: feedbackBestCase
	}
};

const isOf = <K extends ItemKind>(kind: K, response: Response): response is ResponseOf<K> => response.kind === kind;

/** The item without its answers: two items that differ only in the key have the same public form. */
export function publicItem<K extends ItemKind>(item: ItemOf<K>): PublicOf<K> {
	return kinds[item.kind].toPublic(item);
}

/**
 * Whether the response can be marked, judged from the answerless form alone, so that "not ready" can never tell
 * anything about the key. A response of another kind or with unknown ids gives a code, not an exception.
 */
export function validateResponse<K extends ItemKind>(item: PublicOf<K>, response: Response | undefined): Readiness {
	if (response && !isOf(item.kind, response)) return { ready: false, code: 'wrong-kind' };
	return kinds[item.kind].validate(item, response);
}

/**
 * The marks for a response, as exact fractions: 0 ≤ `earned` ≤ `total` = the item's points. Refuses (throws a
 * RangeError) a response that `validateResponse` does not call ready: not answered is not the same as wrong.
 */
export function scoreResponse<K extends ItemKind>(item: ItemOf<K>, response: Response): Score {
	const readiness = validateResponse(publicItem(item), response);
	if (!readiness.ready || !isOf(item.kind, response))
		throw new RangeError(
			`The response to item "${item.id}" cannot be scored: ${readiness.ready ? 'wrong-kind' : readiness.code}. ` +
				'Call validateResponse first and score only what is ready.'
		);
	return kinds[item.kind].score(item, response);
}

/**
 * What the learner is told after marking, in the order of the page: always about what was chosen, placed or paired,
 * about the rest only with `revealKey`. Refuses (throws a RangeError) a response of another kind.
 */
export function feedbackFor<K extends ItemKind>(
	item: ItemOf<K>,
	response: Response,
	{ revealKey }: { revealKey: boolean }
): Feedback[] {
	if (!isOf(item.kind, response))
		throw new RangeError(`No feedback for item "${item.id}": expected a ${item.kind} response, got ${response.kind}.`);
	return kinds[item.kind].feedback(item, response).filter((entry) => revealKey || entry.chosen);
}
