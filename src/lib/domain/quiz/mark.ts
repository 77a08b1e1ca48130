import { feedbackBestCase, scoreBestCase } from './best-case/score.ts';
import { feedbackClassifySource, scoreClassifySource } from './classify-source/score.ts';
import { feedbackDivergence, scoreDivergence } from './divergence/score.ts';
import { feedbackGap, scoreGap } from './gap/score.ts';
import type { Feedback, ItemOf, QuizKind } from './kind.ts';
import { feedbackMatch, scoreMatch } from './match/score.ts';
import { feedbackMatrix, scoreMatrix } from './matrix/score.ts';
import type { ItemKind, Response, Score } from './model.ts';
import { feedbackMultiple, scoreMultiple } from './multiple/score.ts';
import { feedbackNumber, scoreNumber } from './number/score.ts';
import { feedbackOrder, scoreOrder } from './order/score.ts';
import { publicItem } from './public-item.ts';
import { isOf, validateResponse } from './ready.ts';
import './ready-later.ts';
import { feedbackSingle, scoreSingle } from './single/score.ts';
import { feedbackTrueFalse, scoreTrueFalse } from './truefalse/score.ts';
import { feedbackWhoSaid, scoreWhoSaid } from './whosaid/score.ts';

const kinds: { [K in ItemKind]: Pick<QuizKind<K>, 'score' | 'feedback'> } = {
	single: { score: scoreSingle, feedback: feedbackSingle },
	multiple: { score: scoreMultiple, feedback: feedbackMultiple },
	truefalse: { score: scoreTrueFalse, feedback: feedbackTrueFalse },
	order: { score: scoreOrder, feedback: feedbackOrder },
	match: { score: scoreMatch, feedback: feedbackMatch },
	whosaid: { score: scoreWhoSaid, feedback: feedbackWhoSaid },
	gap: { score: scoreGap, feedback: feedbackGap },
	number: { score: scoreNumber, feedback: feedbackNumber },
	matrix: { score: scoreMatrix, feedback: feedbackMatrix },
	divergence: { score: scoreDivergence, feedback: feedbackDivergence },
	'classify-source': { score: scoreClassifySource, feedback: feedbackClassifySource },
	'best-case': { score: scoreBestCase, feedback: feedbackBestCase }
};

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

function withoutKey(told: Feedback): Feedback {
	const kept = { ...told };
	delete kept.key;
	return kept;
}

/**
 * What the learner is told after marking, in the order of the page: always about what was chosen, placed or answered,
 * about the rest, and what would have been right, only with `revealKey`. Refuses (throws a RangeError) a response of another kind.
 */
export function feedbackFor<K extends ItemKind>(
	item: ItemOf<K>,
	response: Response,
	{ revealKey }: { revealKey: boolean }
): Feedback[] {
	if (!isOf(item.kind, response))
		throw new RangeError(`No feedback for item "${item.id}": expected a ${item.kind} response, got ${response.kind}.`);
	const all = kinds[item.kind].feedback(item, response);
	return revealKey ? all : all.filter(({ chosen }) => chosen).map(withoutKey);
}
