import type { Html } from '../lesson/model.ts';
import type { Item, ItemId } from './model.ts';

/**
 * The part of an item that may be seen before it is marked. `sides` and `claims` are left out on purpose: an item
 * that asks who said something would give its answer away.
 */
export interface PublicBase {
	id: ItemId;
	prompt: Html;
	points: number;
	bank?: string;
	/** How many there are; absent: none. What they say comes with the key. */
	hintCount?: number;
}
export interface PublicText {
	id: string;
	text: Html;
}

// Both name what they keep, never what they drop: a field added to the model later stays hidden by itself.
export const publicBase = ({ id, prompt, points, bank, hints }: Item): PublicBase => ({
	id,
	prompt,
	points,
	...(bank && { bank }),
	...(hints && { hintCount: hints.length })
});
export const publicText = ({ id, text }: PublicText): PublicText => ({ id, text });
