import type { Locator, Page } from '@playwright/test';
import { untilReady, type Dice, type StepName } from './resilience-support.ts';

/** The tab that is walked in; another page takes its place when it was closed. */
export interface Tab {
	page: Page;
}

/**
 * A whole lesson as a random learner works it: answers of every kind, certainty, checking, another try, commands of the
 * map, notes, and steps gone to in several ways. Yields the name of each event, right after it.
 */
export async function* wholeLesson(tab: Tab, dice: Dice): AsyncGenerator<string, void> {
	yield* poll(tab, dice);
	yield* onwards(tab, 'speakers');
	yield* guesses(tab, dice);
	yield* onwards(tab, 'framings');
	yield* onwards(tab, 'task');
	yield* notes(tab, dice);
	yield* goTo(tab, 'orient');
	yield* goTo(tab, 'check');
	yield* quiz(tab, dice);
	yield* secondTry(tab, dice);
	yield* goTo(tab, 'weigh');
	yield* map(tab, dice);
	yield* back(tab);
	yield* goTo(tab, 'reverse');
	yield* quiz(tab, dice);
	yield* goTo(tab, 'close');
	yield* notes(tab, dice);
	await tab.page.getByRole('button', { name: 'Close the lesson' }).click();
	yield 'close the lesson';
}

async function oneOf(choices: Locator, dice: Dice): Promise<Locator> {
	await choices.first().waitFor();
	return choices.nth(dice.below(await choices.count()));
}

async function* poll(tab: Tab, dice: Dice) {
	for (const at of [0, 1]) {
		await (await oneOf(tab.page.locator('.step fieldset').nth(at).getByRole('radio'), dice)).click();
		yield `answer poll ${at}`;
	}
}

async function* guesses(tab: Tab, dice: Dice) {
	const count = await tab.page.locator('.step fieldset').count();
	for (const at of dice.shuffled(Array.from({ length: count }, (_, index) => index)).slice(0, 4)) {
		await (await oneOf(tab.page.locator('.step fieldset').nth(at).getByRole('radio'), dice)).click();
		yield `guess for source ${at}`;
	}
}

async function* notes(tab: Tab, dice: Dice) {
	const count = await tab.page.locator('.step textarea').count();
	for (let at = 0; at < count; at++) {
		const field = tab.page.locator('.step textarea').nth(at);
		await field.click();
		yield `go into note ${at}`;
		for (const words of ['Probably ', '网络强国', ` ${dice.below(1000)}?`]) {
			await tab.page.locator('.step textarea').nth(at).press('Control+End');
			await tab.page.keyboard.insertText(words);
			yield `write “${words}” in note ${at}`;
		}
	}
}

async function* quiz(tab: Tab, dice: Dice) {
	const ids = await tab.page.locator('.step fieldset[id^="item-"]').evaluateAll((items) => items.map(({ id }) => id));
	for (const id of dice.shuffled(ids)) yield* item(tab, dice, id);
}

async function* item(tab: Tab, dice: Dice, id: string) {
	const inside = (selector: string): Locator => tab.page.locator(`[id="${id}"]`).locator(selector);
	yield* answer(inside, id, dice);
	const sure = inside('input[id^="sure-"]');
	if ((await sure.count()) > 0) {
		await (await oneOf(sure, dice)).click();
		yield `${id}: say how sure`;
	}
	await inside('button[id^="check-"]').click();
	await inside('button[id^="check-"]').waitFor({ state: 'detached' });
	yield `${id}: check`;
}

async function* answer(inside: (selector: string) => Locator, id: string, dice: Dice) {
	const partners = await inside('select').count();
	for (let at = 0; at < partners; at++) {
		// The first one is "Choose…".
		const index = 1 + dice.below((await inside('select').nth(at).locator('option').count()) - 1);
		await inside('select').nth(at).focus();
		await inside('select').nth(at).selectOption({ index });
		yield `${id}: match ${at}`;
	}
	if ((await inside('ol button').count()) > 0)
		for (const turn of [1, 2]) {
			await (await oneOf(inside('ol button:enabled'), dice)).click();
			yield `${id}: move a line, ${turn}`;
		}
	// As many as a best case asks for, else any number of them.
	const boxes = await inside('input[type=checkbox]').count();
	if (boxes > 0) {
		const asked = /of (\d+) chosen/.exec((await inside('[role=status]').allTextContents()).join())?.[1];
		const picks = asked ? Number(asked) : 1 + dice.below(boxes);
		const order = dice.shuffled(Array.from({ length: boxes }, (_, index) => index));
		for (const at of order.slice(0, picks)) {
			await inside('input[type=checkbox]').nth(at).click();
			yield `${id}: tick ${at}`;
		}
	}
	const choices = inside('input[type=radio]:not([id^="sure-"])');
	if ((await choices.count()) > 0) {
		await (await oneOf(choices, dice)).click();
		yield `${id}: choose`;
	}
}

async function* secondTry(tab: Tab, dice: Dice) {
	await tab.page.getByRole('button', { name: 'Try again what was not right' }).click();
	yield 'begin another try';
	const open = tab.page
		.locator('.step fieldset[id^="item-"]')
		.filter({ has: tab.page.locator('button[id^="check-"]') });
	const choosing = open.filter({ has: tab.page.locator('input[type=radio]:not([id^="sure-"])') });
	const id = await choosing.first().getAttribute('id');
	if (id) yield* item(tab, dice, id);
}

async function* map(tab: Tab, dice: Dice) {
	for (const turn of [1, 2, 3, 4, 5, 6]) {
		// By the row: choose a row and a way, then a card.
		await (await oneOf(tab.page.getByRole('treeitem'), dice)).locator('.label').first().click();
		yield `select a row, ${turn}`;
		const way = tab.page.locator('.actions button[id^="add-"]');
		if ((await way.count()) === 0) continue;
		await (await oneOf(way, dice)).click();
		await (await oneOf(tab.page.locator('dialog:popover-open button[id^="pick-"]'), dice)).click();
		yield `add a card, ${turn}`;
	}
	// By the card: take it in hand, and put it on the contention.
	await tab.page.locator('button[id^="place-"]').first().click();
	await tab.page.getByRole('treeitem').first().locator('.label').first().click();
	await (await oneOf(tab.page.locator('button[id^="way-"]'), dice)).click();
	yield 'place a card';
	await tab.page.locator('#map-undo').click();
	yield 'undo';
	await tab.page.locator('#map-undo').click();
	yield 'undo once more';
	await tab.page.locator('#map-redo').click();
	yield 'redo';
	await tab.page.locator('#score').click();
	yield 'score the map';
	await tab.page.getByRole('treeitem').last().locator('.label').first().click();
	await tab.page.keyboard.press('Delete');
	yield 'take a row out';
}

async function arrived(page: Page, step: StepName): Promise<void> {
	await page.waitForURL(`**/${step}/`);
	// The address changes before the page does.
	await untilReady(page, step);
	// It shows what was said at the beginning, once it has read it.
	if (step === 'close') await page.getByText('You said:').first().waitFor();
}

/** By the button at the foot of a reading step, which is then done. */
async function* onwards(tab: Tab, to: StepName) {
	await tab.page
		.getByRole('navigation', { name: 'Onwards' })
		.getByRole('link', { name: /^Continue/ })
		.click();
	await arrived(tab.page, to);
	yield `go on to ${to}`;
}

/** By the lesson's menu. */
async function* goTo(tab: Tab, to: StepName) {
	await tab.page.locator(`.steps a[href$="/${to}/"]`).click();
	await arrived(tab.page, to);
	yield `go to ${to} by the menu`;
}

/** By the browser, to where the tab was before. */
async function* back(tab: Tab) {
	const { page } = tab;
	const before = page.url();
	yield* goTo(tab, 'task');
	await tab.page.goBack();
	if (tab.page === page) {
		await page.waitForURL(before);
		await untilReady(page, 'weigh');
		yield 'go back by the browser';
		return;
	}
	// The tab was closed, and its history with it: the one in its place has been at the catalogue, and nowhere before.
	await tab.page.getByRole('link', { name: /^Continue at/ }).waitFor();
	await tab.page.goForward();
	await arrived(tab.page, 'task');
	yield 'go to the catalogue and forward again by the browser';
}
