import type { PublicOf, QuizKind, ResponseOf } from './kind.ts';
import { validateMatch } from './match/validate.ts';
import type { ItemKind, Readiness, Response } from './model.ts';
import { validateMultiple } from './multiple/validate.ts';
import { validateOrder } from './order/validate.ts';
import { validateSingle } from './single/validate.ts';
import { validateTrueFalse } from './truefalse/validate.ts';

type Validators = { [K in ItemKind]?: QuizKind<K>['validate'] };

const kinds: Validators = {
	single: validateSingle,
	multiple: validateMultiple,
	truefalse: validateTrueFalse,
	order: validateOrder,
	match: validateMatch
};

/** For ready-later.ts: kinds that few quizzes have are no part of what each quiz loads. */
export const addValidators = (more: Validators): void => void Object.assign(kinds, more);

export const isOf = <K extends ItemKind>(kind: K, response: Response): response is ResponseOf<K> =>
	response.kind === kind;

/**
 * Whether the response can be marked, judged from the answerless form alone, so that "not ready" can never tell
 * anything about the key. A response of another kind or with unknown ids gives a code, not an exception. Refuses
 * (throws) a kind that is not an everyday one as long as ready-later.ts is not loaded.
 */
export function validateResponse<K extends ItemKind>(item: PublicOf<K>, response: Response | undefined): Readiness {
	if (response && !isOf(item.kind, response)) return { ready: false, code: 'wrong-kind' };
	const validate = kinds[item.kind];
	if (!validate) throw new Error(`Items of kind "${item.kind}" need quiz/ready-later.ts.`);
	return validate(item, response);
}
