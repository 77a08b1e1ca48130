import type { TrueFalseItem } from '../model.ts';
import { publicBase } from '../public-base.ts';
import type { PublicBase } from '../public-base.ts';

export interface PublicTrueFalse extends PublicBase {
	kind: 'truefalse';
}

/** The statement alone, without `answer` and `feedback`. */
export function publicTrueFalse(item: TrueFalseItem): PublicTrueFalse {
	return { kind: 'truefalse', ...publicBase(item) };
}
