import { validateBestCase } from './best-case/validate.ts';
import { validateClassifySource } from './classify-source/validate.ts';
import { validateDivergence } from './divergence/validate.ts';
import { validateGap } from './gap/validate.ts';
import type { PublicOf, QuizKind, ResponseOf } from './kind.ts';
import { validateMatch } from './match/validate.ts';
import { validateMatrix } from './matrix/validate.ts';
import type { ItemKind, Readiness, Response } from './model.ts';
import { validateMultiple } from './multiple/validate.ts';
import { validateNumber } from './number/validate.ts';
import { validateOrder } from './order/validate.ts';
import { validateSingle } from './single/validate.ts';
import { validateTrueFalse } from './truefalse/validate.ts';
import { validateWhoSaid } from './whosaid/validate.ts';

const kinds: { [K in ItemKind]: QuizKind<K>['validate'] } = {
	single: validateSingle,
	multiple: validateMultiple,
	truefalse: validateTrueFalse,
	order: validateOrder,
	match: validateMatch,
	whosaid: validateWhoSaid,
	gap: validateGap,
	number: validateNumber,
	matrix: validateMatrix,
	divergence: validateDivergence,
	'classify-source': validateClassifySource,
	'best-case': validateBestCase
};

export const isOf = <K extends ItemKind>(kind: K, response: Response): response is ResponseOf<K> =>
	response.kind === kind;

/**
 * Whether the response can be marked, judged from the answerless form alone, so that "not ready" can never tell
 * anything about the key. A response of another kind or with unknown ids gives a code, not an exception.
 */
export function validateResponse<K extends ItemKind>(item: PublicOf<K>, response: Response | undefined): Readiness {
	if (response && !isOf(item.kind, response)) return { ready: false, code: 'wrong-kind' };
	return kinds[item.kind](item, response);
}
