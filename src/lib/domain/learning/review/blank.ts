import { feedbackFor } from '../../quiz/index.ts';
import type { Feedback, ItemOf } from '../../quiz/kind.ts';
import type { Item, ItemKind, Response } from '../../quiz/model.ts';

/** A response of each kind that has nothing right in it. */
const blanks: { [K in ItemKind]: (item: ItemOf<K>) => Response } = {
	single: () => ({ kind: 'single', choice: '' }),
	multiple: () => ({ kind: 'multiple', choices: [] }),
	truefalse: ({ answer }) => ({ kind: 'truefalse', answer: !answer }),
	order: () => ({ kind: 'order', order: [] }),
	match: () => ({ kind: 'match', pairs: {} }),
	whosaid: () => ({ kind: 'whosaid', answers: {} }),
	gap: () => ({ kind: 'gap', text: '' }),
	number: () => ({ kind: 'number', text: '' }),
	matrix: () => ({ kind: 'matrix', answers: {} }),
	divergence: () => ({ kind: 'divergence', answers: {} }),
	'classify-source': () => ({ kind: 'classify-source', answers: {} }),
	'best-case': () => ({ kind: 'best-case', picks: [] })
};
const blankOf = <K extends ItemKind>(item: ItemOf<K>): Response => blanks[item.kind](item);

/** What an item's key says of each part, for a learner who has said "I do not know". */
export const keyOf = (item: Item): Feedback[] => feedbackFor(item, blankOf(item), { revealKey: true });
