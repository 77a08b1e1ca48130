import type { Page } from '@playwright/test';
import { check, checkItems, give, groupOf, rightResponse, wrongResponse } from './quiz.ts';
import { breaches, expect, goOn, open, openStep, saved, test } from './support.ts';
import { plain } from '../../src/lib/ui/text/plain.ts';

const single = checkItems.find(({ kind }) => kind === 'single')!;
const card = (page: Page) => page.getByRole('region', { name: /left today/ });

async function openReview(page: Page, path = '/review/'): Promise<void> {
	await open(page, path);
	await expect(page.locator('.review[data-ready]')).toBeAttached();
}
/** Answers one question of lesson 1 wrongly: it comes back at once. */
async function missOne(page: Page): Promise<void> {
	await openStep(page, 'check');
	await give(page, checkItems, single, wrongResponse(single));
	await check(page, checkItems, single, 'fairly sure');
	await expect(groupOf(page, checkItems, single).getByText('Not right', { exact: true })).toBeVisible();
	await saved(page);
}
/** Finishes the comparison of lesson 1: its terms become cards. */
async function compare(page: Page): Promise<void> {
	await openStep(page, 'framings');
	await goOn(page, /Continue/, 'task');
	await saved(page);
}
/** Answers the question on the card, as the lesson has it. */
async function answerCard(page: Page): Promise<void> {
	const response = rightResponse(single);
	if (response.kind !== 'single' || single.kind !== 'single') throw new Error('A question with one choice is needed.');
	const { text } = single.options.find(({ id }) => id === response.choice)!;
	await card(page)
		.getByRole('radio', { name: plain(text) })
		.check();
	await card(page).getByRole('button', { name: 'Check this answer' }).click();
}

test('a question missed in a lesson is due, is rated and gone, and the rating can be taken back', async ({ page }) => {
	await openReview(page);
	await expect(page.getByRole('heading', { name: 'No cards yet' })).toBeVisible();
	await missOne(page);
	await openReview(page);
	await expect(card(page)).toContainText(plain(single.prompt));
	await answerCard(page);
	await expect(card(page).locator('[id^="outcome-"]')).toBeFocused();
	await expect(card(page).getByText('Right', { exact: true })).toBeVisible();
	await card(page).getByRole('button', { name: /^Good/ }).click();
	await expect(page.getByRole('heading', { name: 'Nothing is due' })).toBeVisible();
	await expect(page.getByText(/Rated Good: comes back in \d+ days?\./)).toBeVisible();

	await page.getByRole('button', { name: 'Undo the last one' }).click();
	await expect(card(page).getByRole('button', { name: /^Good/ })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Undo the last one' })).toBeDisabled();
	await saved(page);
	await page.reload();
	await expect(page.locator('.review[data-ready]')).toBeAttached();
	await expect(card(page).getByRole('button', { name: /^Easy/ })).toBeVisible();
	await card(page).getByRole('button', { name: /^Easy/ }).click();
	await expect(page.getByRole('heading', { name: 'Nothing is due' })).toBeVisible();

	await saved(page);
	await page.reload();
	await expect(page.getByRole('heading', { name: 'Nothing is due' })).toBeVisible();
	await page.getByText('As a table').click();
	await expect(page.getByRole('table').getByRole('row')).toHaveCount(2);
});

test('terms of a finished comparison are reviewed by keyboard alone', async ({ page }) => {
	await compare(page);
	await openReview(page);
	await card(page).focus();
	await expect(card(page)).toContainText('What does it mean');
	await page.keyboard.press('Space');
	await expect(card(page).getByText('Pinyin')).toBeVisible();
	await expect(card(page)).toBeFocused();
	await page.keyboard.press('3');
	await expect(page.getByText(/Rated Good/)).toBeVisible();
	await expect(card(page)).toBeFocused();
	await expect(card(page).getByText('Pinyin')).toBeHidden();
	// Enter opens the answer too, and with the answer open it stands for "good".
	await page.keyboard.press('Enter');
	await expect(card(page).getByText('Pinyin')).toBeVisible();
	await page.keyboard.press('1');
	await expect(page.getByText(/Rated Again: comes back in 10 minutes/)).toBeVisible();
});

test('a card can be put off, set aside and taken back in, and the limits hold at once', async ({ page }) => {
	await compare(page);
	await openReview(page);
	const left = async () => Number(/(\d+) left today/.exec(await card(page).innerText())?.[1]);
	const all = await left();
	expect(all).toBeGreaterThan(2);
	await card(page).getByRole('button', { name: 'Until tomorrow' }).click();
	await expect(page.getByText('Put off until tomorrow.')).toBeVisible();
	expect(await left()).toBe(all - 1);
	await card(page).getByRole('button', { name: 'Set aside' }).click();
	await expect(page.getByText('Cards set aside: 1')).toBeVisible();
	await page.getByText('Cards set aside: 1').click();
	await page.getByRole('button', { name: 'Take back in' }).click();
	await expect(page.getByText('Cards set aside: 1')).toBeHidden();
	expect(await left()).toBe(all - 1);

	await page.getByLabel('New cards a day, at most').fill('1');
	await page.getByLabel('New cards a day, at most').blur();
	await expect(card(page)).toContainText('1 left today');
	await page.getByLabel('New cards a day, at most').fill('4000');
	await page.getByLabel('New cards a day, at most').blur();
	await expect(page.getByRole('alert')).toContainText('A whole number from 0 to 100');
	await saved(page);
	await page.reload();
	await expect(card(page)).toContainText('1 left today');
});

test('what comes back is said at the close, counted in the catalogue, and shown as progress', async ({ page }) => {
	await missOne(page);
	await openStep(page, 'close');
	await expect(page.getByRole('heading', { name: 'What comes back' })).toBeVisible();
	await expect(page.getByText('today: 1 questions, 0 terms')).toBeVisible();
	await open(page, '/');
	await expect(page.getByRole('link', { name: 'Review: 1 due today' })).toBeVisible();
	await open(page, '/progress/');
	await expect(page.getByRole('heading', { name: 'By outcome' })).toBeVisible();
	await expect(page.getByText(/1 of \d+ questions answered/).first()).toBeVisible();
	await expect(page.getByRole('row', { name: /fairly sure/ })).toContainText('1');
});

test.describe('with the worker', () => {
	test.use({ serviceWorkers: 'allow' });

	test('without a network the cards are there, and what is rated is kept', async ({ page, context }) => {
		await missOne(page);
		await expect(page.locator('[data-worker="ready"]')).toBeAttached({ timeout: 60_000 });
		await context.setOffline(true);
		await openReview(page);
		await answerCard(page);
		await card(page).getByRole('button', { name: /^Good/ }).click();
		await expect(page.getByRole('heading', { name: 'Nothing is due' })).toBeVisible();
		await saved(page);
		await page.reload();
		await expect(page.getByRole('heading', { name: 'Nothing is due' })).toBeVisible();
		await context.setOffline(false);
	});
});

test.describe('axe finds nothing', () => {
	test.slow();

	test('on the review, with a question, its answer, and at the end', async ({ page }) => {
		await missOne(page);
		await openReview(page);
		expect(await breaches(page)).toEqual([]);
		await answerCard(page);
		expect(await breaches(page)).toEqual([]);
		await card(page).getByRole('button', { name: /^Good/ }).click();
		await expect(page.getByRole('heading', { name: 'Nothing is due' })).toBeVisible();
		expect(await breaches(page)).toEqual([]);
		await openReview(page, '/zh/review/');
		expect(await breaches(page, ['any'])).toEqual([]);
	});

	test('on a term, and on the progress of a lesson', async ({ page }) => {
		await compare(page);
		await missOne(page);
		await openReview(page);
		await card(page)
			.getByRole('button', { name: /Until tomorrow/ })
			.click();
		await card(page).getByRole('button', { name: 'Show the answer' }).click();
		expect(await breaches(page)).toEqual([]);
		await open(page, '/progress/');
		await expect(page.getByRole('heading', { name: 'How sure' })).toBeVisible();
		expect(await breaches(page)).toEqual([]);
		await open(page, '/zh/progress/');
		expect(await breaches(page, ['any'])).toEqual([]);
	});
});

test('a term is added where it is read, in the glossary and in a lens, and is then asked', async ({ page }) => {
	await open(page, '/glossary/');
	const entry = page.getByRole('article').first();
	await entry.getByRole('button', { name: 'Add to Review' }).click();
	await expect(entry.getByRole('status')).toHaveText('Added: it comes back in Review.');
	await entry.getByRole('button', { name: 'Add to Review' }).click();
	await expect(entry.getByRole('status')).toHaveText('It is in Review already.');

	await openStep(page, 'framings', 'zh');
	const opener = page.locator('button.term').first();
	await opener.click();
	const lens = page.getByRole('dialog').filter({ visible: true });
	await lens.getByRole('button', { name: '加入复习' }).press('Enter');
	await expect(lens.getByRole('status')).toHaveText(/^已加入|^它已在/);
	await expect(lens.getByRole('button', { name: '加入复习' })).toBeFocused();
	expect(await breaches(page)).toEqual([]);

	await openReview(page);
	await expect(card(page)).toContainText(/[12] left today/);
	await expect(page.getByText(/no longer in its lesson/)).toHaveCount(0);
	await card(page).getByRole('button', { name: 'Show the answer' }).click();
	await expect(card(page).getByRole('button', { name: /^Good/ })).toBeVisible();
});
