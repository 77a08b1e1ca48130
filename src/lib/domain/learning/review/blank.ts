import { feedbackFor } from '../../quiz/index.ts';
import type { Feedback } from '../../quiz/kind.ts';
import type { Item, ItemKind, Response } from '../../quiz/model.ts';

/** A response that has nothing right in it, for the kinds that have one. */
const blanks: { [K in ItemKind]?: (item: Extract<Item, { kind: K }>) => Response } = {
	single: () => ({ kind: 'single', choice: '' }),
	multiple: () => ({ kind: 'multiple', choices: [] }),
	truefalse: ({ answer }) => ({ kind: 'truefalse', answer: !answer }),
	order: () => ({ kind: 'order', order: [] }),
	match: () => ({ kind: 'match', pairs: {} })
};

/** What an item's key says of each part, for a learner who has said "I do not know"; empty where nothing can be said. */
export function keyOf(item: Item): Feedback[] {
	const blank = blanks[item.kind] as ((item: Item) => Response) | undefined;
	return blank ? feedbackFor(item, blank(item), { revealKey: true }) : [];
}
