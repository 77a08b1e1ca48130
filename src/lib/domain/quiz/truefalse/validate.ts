import type { Readiness } from '../model.ts';
import type { ResponseOf } from '../kind.ts';
import type { PublicTrueFalse } from './public.ts';

/** Ready when the statement has been judged. */
export function validateTrueFalse(_item: PublicTrueFalse, response: ResponseOf<'truefalse'> | undefined): Readiness {
	return response ? { ready: true } : { ready: false, code: 'no-answer' };
}
