import type { AlphaCode, ItemAnalysis, ItemCode } from '#lib/domain/classroom/gradebook/model.ts';
import type { Item } from '#lib/domain/quiz/model.ts';
import * as m from '../../../messages/compiled/messages.js';
import { plain } from '../text/plain.ts';

const alphas: Record<AlphaCode, () => string> = {
	'too-few-students': m.alpha_too_few_students,
	'too-few-items': m.alpha_too_few_items,
	'no-spread': m.alpha_no_spread,
	negative: m.alpha_negative,
	low: m.alpha_low,
	fair: m.alpha_fair,
	good: m.alpha_good,
	'very-high': m.alpha_very_high
};
/** What alpha says of the test, with the numbers that it rests on. */
export const alphaWords = ({ alpha }: ItemAnalysis): string =>
	`${alphas[alpha.code]()} ${m.alpha_basis({ n: alpha.n, k: alpha.k })}`;

const items: Record<ItemCode, () => string> = {
	'too-few-students': m.item_too_few_students,
	'no-spread': m.item_no_spread,
	negative: m.item_negative,
	weak: m.item_weak,
	good: m.item_good
};
export const itemWords = (code: ItemCode): string => items[code]();

/** Two places, with a real minus; a dash where there is no figure. */
export const figure = (value: number | null): string => (value === null ? '–' : value.toFixed(2).replace('-', '−'));

/** The text of a choice of an item, as its analysis names it; the id where the item has no text for it. */
export function choiceText(item: Item, id: string): string {
	if (item.kind === 'truefalse') return id === 'true' ? m.option_true() : m.option_false();
	const listed: { id: string; text: string }[] =
		item.kind === 'single' || item.kind === 'multiple'
			? item.options
			: item.kind === 'best-case'
				? item.cards
				: item.kind === 'gap'
					? item.spellings.map(({ text }) => ({ id: text, text }))
					: [];
	return plain(listed.find((one) => one.id === id)?.text ?? id);
}
