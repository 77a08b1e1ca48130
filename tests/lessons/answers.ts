import { publicItem, scoreResponse, validateResponse } from '#lib/domain/quiz/index.ts';
import type { Item, Response } from '#lib/domain/quiz/model.ts';

type Of<K extends Item['kind']> = Extract<Item, { kind: K }>;

const idOf = ({ id }: { id: string }): string => id;
const keyOrder = (item: Of<'order'>): string[] => item.entries.toSorted((a, b) => a.rank - b.rank).map(idOf);

/** The response that the key asks for. */
export function rightResponse(item: Item): Response {
	switch (item.kind) {
		case 'single':
			return { kind: 'single', choice: item.options.find(({ right }) => right)?.id ?? '' };
		case 'multiple':
			return { kind: 'multiple', choices: item.options.filter(({ right }) => right).map(idOf) };
		case 'truefalse':
			return { kind: 'truefalse', answer: item.answer };
		case 'order':
			return { kind: 'order', order: keyOrder(item) };
		case 'match':
			return { kind: 'match', pairs: Object.fromEntries(item.left.map(({ id, partner }) => [id, partner])) };
		case 'best-case': {
			const strong = item.cards.filter(({ label }) => label === 'strong');
			return { kind: 'best-case', picks: strong.slice(0, item.picks).map(idOf) };
		}
	}
}

/** A response that can be marked and earns nothing; refuses (throws) an item to which there is none. */
export function wrongResponse(item: Item): Response {
	const response = whollyWrong(item);
	if (!validateResponse(publicItem(item), response).ready || scoreResponse(item, response).earned.n > 0)
		throw new Error(`The wrong answer to ${item.id} is not wrong.`);
	return response;
}

function whollyWrong(item: Item): Response {
	switch (item.kind) {
		case 'single':
			return { kind: 'single', choice: item.options.find(({ right }) => !right)?.id ?? '' };
		case 'multiple':
			return { kind: 'multiple', choices: item.options.filter(({ right }) => !right).map(idOf) };
		case 'truefalse':
			return { kind: 'truefalse', answer: !item.answer };
		case 'order':
			return { kind: 'order', order: keyOrder(item).reverse() };
		case 'match': {
			// Two entries may share a partner, so that moving all by one place would leave some of them right.
			const other = (partner: string | null) => item.right.find(({ id }) => id !== partner)?.id ?? null;
			return { kind: 'match', pairs: Object.fromEntries(item.left.map(({ id, partner }) => [id, other(partner)])) };
		}
		case 'best-case': {
			const worst = item.cards.filter(({ label }) => label === 'caricature' || label === 'other');
			return { kind: 'best-case', picks: worst.slice(0, item.picks).map(idOf) };
		}
	}
}
