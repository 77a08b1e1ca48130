import { expect, it } from 'vitest';
import { publicItem } from '#lib/domain/quiz/index.ts';
import { loadBodies } from '#lib/ui/quiz/later-kinds.ts';
import { gapItem, matchItem, singleItem, trueFalseItem, whoSaidItem } from '../../domain/quiz/arbitraries.ts';

it('a quiz of everyday questions loads no more controls', async () => {
	expect(await loadBodies([singleItem(3, 1), trueFalseItem(true), matchItem([null], [])].map(publicItem))).toEqual({});
});

it('a quiz loads the controls of just the less common questions that it has', async () => {
	const items = [singleItem(3, 1), gapItem(['a'], []), gapItem(['b'], []), whoSaidItem(['a', 'b'], ['a', 'b', 'a'])];
	expect(Object.keys(await loadBodies(items.map(publicItem))).toSorted()).toEqual(['gap', 'whosaid']);
});
