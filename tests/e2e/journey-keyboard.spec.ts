import type { Page } from '@playwright/test';
import { plain } from '../../src/lib/ui/text/plain.ts';
import { choose, giveByKeys, press, reach } from './keyboard.ts';
import { addWords, movesOf, references, wayKeys, wayWords, wordsOf, type Move } from './map.ts';
import { checkItems, groupOf, markOf, reverseItems, rightResponse } from './quiz.ts';
import {
	arrived,
	begins,
	expect,
	lesson,
	named,
	open,
	openStep,
	option,
	saved,
	settle,
	stepOf,
	test
} from './support.ts';
import type { StepId } from '../../src/lib/domain/lesson/model.ts';

// Nothing in this file may touch the mouse: no click, no fill, no check.

async function goOnByKeys(page: Page, name: string, step: StepId) {
	await press(page, page.getByRole('navigation', { name: 'Onwards' }).getByRole('link', { name }));
	await arrived(page, step);
}
const rowOf = (page: Page, card: string) =>
	page.getByRole('tree').locator(`[role=treeitem]:has(> .label:has-text(${JSON.stringify(wordsOf(card))}))`);

/** Walks the outline to a row with the arrows: up to the top, then down. */
async function walkTo(page: Page, card: string) {
	await page.keyboard.press('Home');
	for (let presses = 0; presses < 30; presses += 1) {
		if (await rowOf(page, card).evaluate((row) => row === document.activeElement)) return;
		await page.keyboard.press('ArrowDown');
	}
	throw new Error(`The arrows do not lead to the row of card ${card}.`);
}
async function addByKeys(page: Page, { card, on, how }: Move) {
	await walkTo(page, on);
	await page.keyboard.press(wayKeys[how]);
	await press(page, page.getByRole('dialog', { name: addWords[how] }).getByRole('button', { name: wordsOf(card) }));
	await expect(rowOf(page, card)).toBeFocused();
}

test('the whole lesson is done by keyboard alone', async ({ page }) => {
	test.slow();
	await test.step('from the catalogue to the first step', async () => {
		await open(page, '/');
		await page.keyboard.press('Tab');
		await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
		await press(page, page.getByRole('link', { name: lesson.title }));
		await expect(page.getByRole('heading', { level: 1, name: lesson.title })).toBeVisible();
		await press(page, page.getByRole('link', { name: 'Begin' }));
		await arrived(page, 'orient');
	});

	await test.step('orient and speakers', async () => {
		const { stance, prediction } = stepOf('orient');
		for (const poll of [stance, prediction]) {
			const group = page.getByRole('group', { name: named(poll.prompt) });
			await choose(page, option(group, 'radio', poll.options[1]!.text));
		}
		await goOnByKeys(page, 'Continue: Who is speaking', 'speakers');
		await choose(page, page.getByRole('article').first().getByRole('radio', { name: 'Western' }));
		await goOnByKeys(page, 'Continue: Compare', 'framings');
	});

	await test.step('framings: a lens opens, closes by Escape and gives the focus back', async () => {
		const term = page.getByRole('button', { name: '网络大国' }).first();
		await press(page, term);
		const lens = page.getByRole('dialog', { name: /^Translation lens:/ });
		await expect(lens).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(lens).toBeHidden();
		await expect(term).toBeFocused();
		const shared = page.getByRole('region', { name: stepOf('framings').dimensions[0]!.title });
		await press(page, shared.locator('summary', { hasText: 'what is shared' }));
		await expect(shared.getByText('Shared ground').first()).toBeVisible();
		await goOnByKeys(page, 'Continue: Source task', 'task');
	});

	await test.step('task', async () => {
		await reach(page, page.getByRole('textbox').first());
		await page.keyboard.type('A formula, and no name.');
		await expect(page.getByRole('textbox').first()).toHaveValue('A formula, and no name.');
		await goOnByKeys(page, 'Continue: Check', 'check');
	});

	await test.step('check', async () => {
		for (const item of checkItems) {
			const group = groupOf(page, checkItems, item);
			await giveByKeys(page, checkItems, item, rightResponse(item));
			await choose(page, group.getByRole('radio', { name: 'certain', exact: true }));
			await press(page, group.getByRole('button', { name: 'Check this answer' }));
			await expect(markOf(group, 'Right')).toBeFocused();
		}
		await expect(page.getByText('100 of 100, on both sides alike')).toBeVisible();
		await goOnByKeys(page, 'Continue: Weigh', 'weigh');
	});

	await test.step('weigh: built with the keys of the outline', async () => {
		await reach(page, rowOf(page, 'T'));
		const [first, ...rest] = movesOf(references[0]!);
		for (const move of [first!, ...rest]) await addByKeys(page, move);

		await page.keyboard.press('Delete');
		const last = rest.at(-1)!;
		await expect(rowOf(page, last.card)).toHaveCount(0);
		await expect(rowOf(page, last.on)).toBeFocused();
		await page.keyboard.press('Control+z');
		await expect(rowOf(page, last.card)).toBeVisible();
		await page.keyboard.press('Control+Shift+z');
		await expect(rowOf(page, last.card)).toHaveCount(0);

		// The other way about: the card first, its row next, then how.
		await press(page, page.getByRole('button', { name: begins(`Place: ${wordsOf(last.card)}`) }));
		await reach(page, page.getByRole('tree').locator('[tabindex="0"]'));
		await walkTo(page, last.on);
		await press(page, page.getByRole('button', { name: wayWords[last.how] }));
		await expect(rowOf(page, last.card)).toBeVisible();

		await press(page, page.getByRole('button', { name: 'Score the map' }));
		await expect(page.getByText('100 of 100: strong')).toBeVisible();
		await goOnByKeys(page, 'Continue: Reverse', 'reverse');
	});

	await test.step('reverse and close', async () => {
		for (const item of reverseItems) {
			await giveByKeys(page, reverseItems, item, rightResponse(item));
			const group = groupOf(page, reverseItems, item);
			await press(page, group.getByRole('button', { name: 'Check this answer' }));
			await expect(markOf(group, 'Right')).toBeFocused();
		}
		await goOnByKeys(page, 'Continue: Close', 'close');
		const { stance } = stepOf('orient');
		await expect(page.getByText(`You said: ${plain(stance.options[1]!.text)}`)).toBeVisible();
		await press(page, page.getByRole('button', { name: 'Close the lesson' }));
		await expect(page.getByText(/^The lesson is closed\./)).toBeVisible();
		await saved(page);
	});
});

test.describe('in the outline', () => {
	test('the arrows follow the tree, and Alt with them changes the order', async ({ page }) => {
		await openStep(page, 'weigh');
		await reach(page, rowOf(page, 'T'));
		for (const move of movesOf(references[0]!).slice(0, 4)) await addByKeys(page, move);
		await walkTo(page, 'T');
		await page.keyboard.press('ArrowRight');
		await expect(rowOf(page, 'a')).toBeFocused();
		await page.keyboard.press('ArrowRight');
		await expect(rowOf(page, 'n')).toBeFocused();
		await page.keyboard.press('ArrowLeft');
		await expect(rowOf(page, 'a')).toBeFocused();
		await expect(rowOf(page, 'a')).toHaveAttribute('aria-posinset', '1');
		await page.keyboard.press('Alt+ArrowDown');
		await expect(rowOf(page, 'a')).toBeFocused();
		await expect(rowOf(page, 'a')).toHaveAttribute('aria-posinset', '2');
		await page.keyboard.press('End');
		await expect(rowOf(page, 'n')).toBeFocused();
	});

	test('Escape leaves the choice of a card, and the focus is on the row again', async ({ page }) => {
		await openStep(page, 'weigh');
		await reach(page, rowOf(page, 'T'));
		await page.keyboard.press('o');
		await expect(page.getByRole('dialog', { name: 'However…' })).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(page.getByRole('dialog')).toBeHidden();
		await expect(rowOf(page, 'T')).toBeFocused();
		// The letter works a second time: nothing is left of the first.
		await page.keyboard.press('r');
		await expect(page.getByRole('dialog', { name: 'Because…' })).toBeVisible();
	});
});

test('back in the browser leads to the step before, with its heading in focus', async ({ page }) => {
	await openStep(page, 'orient');
	await goOnByKeys(page, 'Continue: Who is speaking', 'speakers');
	await page.goBack();
	await settle(page);
	await arrived(page, 'orient');
});
