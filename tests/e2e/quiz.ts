import { expect, type Locator, type Page } from '@playwright/test';
import { publicItem, scoreResponse, validateResponse } from '../../src/lib/domain/quiz/index.ts';
import type { Item, Response } from '../../src/lib/domain/quiz/model.ts';
import { plain } from '../../src/lib/ui/text/plain.ts';
import { option, stepOf } from './support.ts';

export const checkItems = stepOf('check').items;
export const reverseItems = stepOf('reverse').items;

const idOf = ({ id }: { id: string }) => id;
const keyOrder = (item: Extract<Item, { kind: 'order' }>) => item.entries.toSorted((a, b) => a.rank - b.rank).map(idOf);

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
		case 'best-case':
			return { kind: 'best-case', picks: item.cards.filter(({ label }) => label === 'strong').map(idOf) };
	}
}

/** A response that can be marked and earns nothing. */
export function wrongResponse(item: Item): Response {
	const response = wholly(item);
	if (!validateResponse(publicItem(item), response).ready || scoreResponse(item, response).earned.n > 0)
		throw new Error(`The wrong answer to ${item.id} is not wrong.`);
	return response;
}
function wholly(item: Item): Response {
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
			const next = (at: number) => item.left[(at + 1) % item.left.length]?.partner ?? null;
			return { kind: 'match', pairs: Object.fromEntries(item.left.map(({ id }, at) => [id, next(at)])) };
		}
		case 'best-case': {
			const worst = item.cards.filter(({ label }) => label === 'caricature' || label === 'other');
			return { kind: 'best-case', picks: worst.slice(0, item.picks).map(idOf) };
		}
	}
}

/** The item's group on its page; `items` are all that the page has. */
export const groupOf = (page: Page, items: readonly Item[], item: Item): Locator =>
	page.getByRole('group', { name: new RegExp(`^Question ${items.indexOf(item) + 1} of ${items.length} `) });

export const textOf = (entries: readonly { id: string; text: string }[], id: string): string =>
	entries.find((entry) => entry.id === id)?.text ?? '';

/** What is shown now, from the top: the ids of the entries of an order item. */
export async function shownOrder(group: Locator, item: Extract<Item, { kind: 'order' }>): Promise<string[]> {
	const lines = await group.getByRole('listitem').allInnerTexts();
	return lines.map((line) => item.entries.find(({ text }) => line.includes(plain(text)))?.id ?? '');
}

/** Answers an item by clicks and choices, as it stands; it is not checked yet. */
export async function give(page: Page, items: readonly Item[], item: Item, response: Response): Promise<void> {
	const group = groupOf(page, items, item);
	if (response.kind === 'single' && item.kind === 'single')
		await option(group, 'radio', textOf(item.options, response.choice)).check();
	if (response.kind === 'truefalse')
		await group.getByRole('radio', { name: response.answer ? 'True' : 'False' }).check();
	if (response.kind === 'multiple' && item.kind === 'multiple') await tick(group, item.options, response.choices);
	if (response.kind === 'best-case' && item.kind === 'best-case') await tick(group, item.cards, response.picks);
	if (response.kind === 'match' && item.kind === 'match')
		for (const { id, text } of item.left) {
			const partner = response.pairs[id];
			const label = partner ? plain(textOf(item.right, partner)) : 'none of these';
			await group.getByRole('combobox', { name: plain(text) }).selectOption({ label });
		}
	if (response.kind === 'order' && item.kind === 'order') {
		for (const [place, id] of response.order.entries()) {
			const from = (await shownOrder(group, item)).indexOf(id);
			const button = group.getByRole('button', { name: `Move earlier: ${plain(textOf(item.entries, id))}` });
			for (let moves = from - place; moves > 0; moves -= 1) await button.click();
			await expect(group.getByRole('listitem').nth(place)).toContainText(plain(textOf(item.entries, id)));
		}
		const asItStands = group.getByRole('button', { name: 'The order is right as it stands' });
		if (await asItStands.isVisible()) await asItStands.click();
	}
}
async function tick(group: Locator, options: readonly { id: string; text: string }[], wanted: string[]) {
	for (const on of [false, true])
		for (const { id, text } of options)
			if (wanted.includes(id) === on) await option(group, 'checkbox', text).setChecked(on);
}

export type Sureness = 'a guess' | 'fairly sure' | 'certain';
export async function check(page: Page, items: readonly Item[], item: Item, sure?: Sureness): Promise<void> {
	const group = groupOf(page, items, item);
	if (sure) await group.getByRole('radio', { name: sure }).check();
	await group.getByRole('button', { name: 'Check this answer' }).click();
}

/** The line that gives the mark of a checked item. */
export const markOf = (group: Locator, mark: string): Locator =>
	group.getByRole('paragraph').filter({ hasText: new RegExp(`^${mark}$`) });

/** Answers and checks every open item, those in `wrong` wrongly. */
export async function answerAll(
	page: Page,
	items: readonly Item[],
	{ wrong = [], sure }: { wrong?: readonly string[]; sure?: Sureness } = {}
): Promise<void> {
	for (const item of items) {
		const isWrong = wrong.includes(item.id);
		await give(page, items, item, isWrong ? wrongResponse(item) : rightResponse(item));
		await check(page, items, item, sure);
		await expect(markOf(groupOf(page, items, item), isWrong ? 'Not right' : 'Right')).toBeFocused();
	}
}
