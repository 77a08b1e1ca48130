import { publicBestCase } from './best-case/public.ts';
import { publicClassifySource } from './classify-source/public.ts';
import { publicDivergence } from './divergence/public.ts';
import { publicGap } from './gap/public.ts';
import type { ItemOf, PublicOf, QuizKind } from './kind.ts';
import { publicMatch } from './match/public.ts';
import { publicMatrix } from './matrix/public.ts';
import type { ItemKind } from './model.ts';
import { publicMultiple } from './multiple/public.ts';
import { publicNumber } from './number/public.ts';
import { publicOrder } from './order/public.ts';
import { publicSingle } from './single/public.ts';
import { publicTrueFalse } from './truefalse/public.ts';
import { publicWhoSaid } from './whosaid/public.ts';

const kinds: { [K in ItemKind]: QuizKind<K>['toPublic'] } = {
	single: publicSingle,
	multiple: publicMultiple,
	truefalse: publicTrueFalse,
	order: publicOrder,
	match: publicMatch,
	whosaid: publicWhoSaid,
	gap: publicGap,
	number: publicNumber,
	matrix: publicMatrix,
	divergence: publicDivergence,
	'classify-source': publicClassifySource,
	'best-case': publicBestCase
};

/** The item without its answers: two items that differ only in the key have the same public form. */
export function publicItem<K extends ItemKind>(item: ItemOf<K>): PublicOf<K> {
	return kinds[item.kind](item);
}
