import { expect, type Locator, type Page } from '@playwright/test';
import { cellId } from '../../src/lib/domain/quiz/matrix/cell-id.ts';
import type { Item, Response } from '../../src/lib/domain/quiz/model.ts';
import { plain } from '../../src/lib/ui/text/plain.ts';
import { rightResponse, wrongResponse } from '../lessons/answers.ts';
import { begins, named, option, say, stepOf, type Locale } from './support.ts';

export { rightResponse, wrongResponse };

export const checkItems = stepOf('check').items;
export const reverseItems = stepOf('reverse').items;

/** The item's group on its page; `items` are all that the page has. */
export const groupOf = (page: Page, items: readonly Item[], item: Item, locale: Locale = 'en'): Locator =>
	page.getByRole('group', {
		name: begins(`${say(locale, 'item_of', { number: items.indexOf(item) + 1, of: items.length })} `)
	});

export const textOf = (entries: readonly { id: string; text: string }[], id: string): string =>
	entries.find((entry) => entry.id === id)?.text ?? '';

/** What is shown now, from the top: the ids of the entries of an order item. */
export async function shownOrder(group: Locator, item: Extract<Item, { kind: 'order' }>): Promise<string[]> {
	const lines = await group.getByRole('listitem').allInnerTexts();
	return lines.map((line) => item.entries.find(({ text }) => line.includes(plain(text)))?.id ?? '');
}

/** A way to operate controls. */
export interface Hand {
	check: (control: Locator) => Promise<void>;
	press: (button: Locator) => Promise<void>;
	/** Chooses the option of this value. */
	choose: (box: Locator, value: string) => Promise<void>;
	write: (field: Locator, text: string) => Promise<void>;
}
export const pointer: Hand = {
	check: (control) => control.check(),
	press: (button) => button.click(),
	choose: async (box, value) => void (await box.selectOption(value)),
	write: (field, text) => field.fill(text)
};

/** Answers the parts of an item, where it is of a kind whose parts are answered each; `most` leaves the rest open. */
export async function giveParts(
	group: Locator,
	item: Item,
	response: Response,
	{ hand = pointer, locale = 'en', most = Infinity }: { hand?: Hand; locale?: Locale; most?: number } = {}
): Promise<void> {
	const radioIn = (name: RegExp, radio: RegExp) =>
		group.getByRole('group', { name }).getByRole('radio', { name: radio });
	const field = group.getByRole('textbox', { name: say(locale, 'answer_yours') });
	if (response.kind === 'whosaid' && item.kind === 'whosaid')
		for (const { id, text } of item.statements.slice(0, most))
			await hand.check(radioIn(named(text), named(textOf(item.columns, response.answers[id] ?? ''))));
	if (response.kind === 'classify-source' && item.kind === 'classify-source')
		for (const { id, options } of item.fields.slice(0, most))
			await hand.check(radioIn(begins(say(locale, `field_${id}`)), named(textOf(options, response.answers[id] ?? ''))));
	if (response.kind === 'divergence' && item.kind === 'divergence')
		for (const { id, original } of item.segments.slice(0, most))
			await hand.check(radioIn(new RegExp(`${original}$`), begins(say(locale, `degree_${response.answers[id]}`))));
	if (response.kind === 'matrix' && item.kind === 'matrix')
		for (const row of item.rows.slice(0, most))
			for (const source of item.sources) {
				const box = group
					.getByRole('group', { name: named(row.text) })
					.getByRole('combobox', { name: named(source.text) });
				await hand.choose(box, response.answers[cellId(row.id, source.id)] ?? '');
			}
	if (response.kind === 'number') await hand.write(field, response.text);
	if (response.kind === 'gap' && item.kind === 'gap') {
		if (item.listed) await hand.check(group.getByRole('radio', { name: begins(response.text) }));
		else await hand.write(field, response.text);
	}
}

/** Answers an item by clicks and choices, or by another hand, as it stands; it is not checked yet. */
export async function give(
	page: Page,
	items: readonly Item[],
	item: Item,
	response: Response,
	{ hand = pointer, locale = 'en' }: { hand?: Hand; locale?: Locale } = {}
): Promise<void> {
	const group = groupOf(page, items, item, locale);
	await giveParts(group, item, response, { hand, locale });
	if (response.kind === 'single' && item.kind === 'single')
		await hand.check(option(group, 'radio', textOf(item.options, response.choice)));
	if (response.kind === 'truefalse') {
		const name = say(locale, response.answer ? 'option_true' : 'option_false');
		await hand.check(group.getByRole('radio', { name, exact: true }));
	}
	if (response.kind === 'multiple' && item.kind === 'multiple') await tick(group, item.options, response.choices, hand);
	if (response.kind === 'best-case' && item.kind === 'best-case') await tick(group, item.cards, response.picks, hand);
	if (response.kind === 'match' && item.kind === 'match')
		for (const { id, text } of item.left)
			await hand.choose(group.getByRole('combobox', { name: plain(text) }), response.pairs[id] ?? '—');
	if (response.kind === 'order' && item.kind === 'order') {
		for (const [place, id] of response.order.entries()) {
			const from = (await shownOrder(group, item)).indexOf(id);
			const entry = plain(textOf(item.entries, id));
			const button = group.getByRole('button', { name: say(locale, 'order_earlier', { entry }) });
			for (let moves = from - place; moves > 0; moves -= 1) await hand.press(button);
			await expect(group.getByRole('listitem').nth(place)).toContainText(entry);
		}
		const asItStands = group.getByRole('button', { name: say(locale, 'order_as_is') });
		if (await asItStands.isVisible()) await hand.press(asItStands);
	}
}
async function tick(group: Locator, options: readonly { id: string; text: string }[], wanted: string[], hand: Hand) {
	// What is to be unticked first: a best case takes no card more than it asks for.
	for (const on of [false, true])
		for (const { id, text } of options) {
			const box = option(group, 'checkbox', text);
			if (wanted.includes(id) === on && (await box.isChecked()) !== on) await (on ? hand.check(box) : hand.press(box));
		}
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
