import type { Item, Response } from '../../quiz/model.ts';

/** The choices of an item in the order of the page, and which are right; none for kinds that are not chosen from a list. */
export function choicesOf(item: Item): { id: string; right: boolean }[] {
	if (item.kind === 'single' || item.kind === 'multiple') return item.options.map(({ id, right }) => ({ id, right }));
	if (item.kind === 'truefalse') return [true, false].map((is) => ({ id: String(is), right: is === item.answer }));
	if (item.kind === 'best-case') return item.cards.map(({ id, label }) => ({ id, right: label === 'strong' }));
	if (item.kind === 'gap' && item.listed) return item.spellings.map(({ text, right }) => ({ id: text, right }));
	return [];
}

/** Which of them a response took. */
export function takenIn(response: Response | null): string[] {
	if (response?.kind === 'single') return [response.choice];
	if (response?.kind === 'multiple') return response.choices;
	if (response?.kind === 'truefalse') return [String(response.answer)];
	if (response?.kind === 'best-case') return response.picks;
	return response?.kind === 'gap' ? [response.text] : [];
}
