import type { Locator, Page } from '@playwright/test';
import { addByRow, label, movesOf, references, wordsOf } from './map.ts';
import { answerAll, checkItems, give, groupOf, reverseItems, rightResponse, wrongResponse } from './quiz.ts';
import { begins, breaches, expect, lessonPath, notFound, open, openStep, prefix } from './support.ts';
import { stepIds, stepOf, stepPath, test } from './support.ts';

const pages = ['/', lessonPath, ...stepIds.map(stepPath), '/settings/', '/notes/', '/review/', '/progress/'];
const item = (id: string) => checkItems.find((one) => one.id === id)!;

/** How far the page can be scrolled sideways, in px. */
const sideways = (page: Page) =>
	page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
/** Opens all details. A reader opens what is in sight; items out of sight would not be laid out anew, so all are. */
const openAll = (page: Page) =>
	page.evaluate(() => {
		for (const item of document.querySelectorAll<HTMLElement>('.island > fieldset'))
			item.style.contentVisibility = 'visible';
		for (const details of document.querySelectorAll('details')) details.open = true;
	});

test.describe('axe finds nothing', () => {
	// The whole lesson on one page is a long look for axe.
	test.slow();

	for (const path of pages)
		test(`on ${path}, untouched`, async ({ page }) => {
			await open(page, path);
			expect(await breaches(page)).toEqual([]);
			await open(page, prefix.zh + path);
			expect(await breaches(page, ['any'])).toEqual([]);
		});

	test('on the page for an unknown address', async ({ page }) => {
		await page.goto('/nowhere/');
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		expect(await breaches(page)).toEqual([]);
	});
	test.use({ complaints: [notFound] });

	test('when everything that can be opened is open', async ({ page }) => {
		for (const path of [lessonPath, stepPath('speakers'), stepPath('framings'), stepPath('task')]) {
			await open(page, path);
			await openAll(page);
			expect(await breaches(page), path).toEqual([]);
		}
	});

	test('in an open translation lens', async ({ page }) => {
		await openStep(page, 'framings');
		await page.getByRole('button', { name: '网络强国' }).first().click();
		await expect(page.getByRole('dialog')).toBeVisible();
		expect(await breaches(page)).toEqual([]);
	});

	test('when questions are answered, not ready, checked right and wrong, and tried again', async ({ page }) => {
		await openStep(page, 'check');
		for (const id of ['renderings', 'pair', 'super', 'evidence'])
			await give(page, checkItems, item(id), rightResponse(item(id)));
		await groupOf(page, checkItems, item('pair')).getByRole('button', { name: 'Check this answer' }).click();
		await expect(page.getByText('Say how sure you are first.')).toBeVisible();
		expect(await breaches(page)).toEqual([]);

		await answerAll(page, checkItems, { wrong: ['renderings', 'pair', 'evidence', 'stages'], sure: 'fairly sure' });
		await openAll(page);
		expect(await breaches(page)).toEqual([]);

		await page.getByRole('button', { name: 'Try again what was not right' }).click();
		for (const id of ['renderings', 'stages']) {
			const group = groupOf(page, checkItems, item(id));
			await give(page, checkItems, item(id), wrongResponse(item(id)));
			await group.getByRole('radio', { name: 'a guess' }).check();
			await group.getByRole('button', { name: 'Check this answer' }).click();
		}
		expect(await breaches(page)).toEqual([]);
	});

	test('when the best cases are marked', async ({ page }) => {
		await openStep(page, 'reverse');
		await give(page, reverseItems, reverseItems[0]!, rightResponse(reverseItems[0]!));
		expect(await breaches(page)).toEqual([]);
		await answerAll(page, reverseItems, { wrong: [reverseItems[1]!.id] });
		expect(await breaches(page)).toEqual([]);
		await openStep(page, 'close');
		expect(await breaches(page)).toEqual([]);
	});

	test('in the map: a card in hand, the list of cards, a scored map', async ({ page }) => {
		await openStep(page, 'weigh');
		await page.getByRole('button', { name: begins(`Place: ${wordsOf('a')}`) }).click();
		await expect(page.getByText('In hand:', { exact: true })).toBeVisible();
		expect(await breaches(page)).toEqual([]);
		await page.keyboard.press('Escape');

		await page.getByRole('button', { name: 'Because…' }).click();
		await expect(page.getByRole('dialog', { name: 'Because…' })).toBeVisible();
		expect(await breaches(page)).toEqual([]);
		await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();

		for (const move of movesOf(references[0]!).slice(0, 9)) await addByRow(page, move);
		await page.getByRole('button', { name: 'Score the map' }).click();
		await openAll(page);
		expect(await breaches(page)).toEqual([]);
	});

	test('in the question before everything is deleted', async ({ page }) => {
		await open(page, '/settings/');
		await page.getByRole('button', { name: 'Delete everything…' }).click();
		await expect(page.getByRole('dialog')).toBeVisible();
		expect(await breaches(page)).toEqual([]);
	});
});

test.describe('at 320 px', () => {
	test.use({ viewport: { width: 320, height: 640 } });

	for (const locale of ['en', 'zh'] as const)
		test(`nothing has to be scrolled sideways (${locale})`, async ({ page }) => {
			for (const path of pages) {
				await open(page, prefix[locale] + path);
				await openAll(page);
				expect(await sideways(page), path).toBe(0);
			}
		});

	test('nor in a lens, in the list of cards, in a map with many cards or in its score', async ({ page }) => {
		await openStep(page, 'framings');
		await page.getByRole('button', { name: '网络强国' }).first().click();
		expect(await sideways(page)).toBe(0);
		await openStep(page, 'weigh');
		for (const move of movesOf(references[0]!).slice(0, 9)) await addByRow(page, move);
		await page.getByRole('button', { name: 'Score the map' }).click();
		await openAll(page);
		expect(await sideways(page)).toBe(0);
		await label(page, 'T').click();
		await page.getByRole('button', { name: 'However…' }).click();
		const dialog = page.getByRole('dialog');
		expect(await dialog.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
	});
});

test.describe('with the text at 200 %', () => {
	test.use({ viewport: { width: 640, height: 900 } });

	test('everything is still there, and nothing has to be scrolled sideways', async ({ page }) => {
		for (const path of pages) {
			await open(page, path);
			await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
			await openAll(page);
			expect(await sideways(page), path).toBe(0);
			const cut = await page
				.locator('button, a:not(.skip), label, summary, legend, select')
				.filter({ visible: true })
				.evaluateAll((all) =>
					all
						.filter((one) => getComputedStyle(one).overflow !== 'visible' && one.scrollHeight > one.clientHeight + 2)
						.map((one) => one.textContent)
				);
			expect(cut, path).toEqual([]);
		}
	});
});

test('what is tapped is at least 44 px high', async ({ page }) => {
	const tapped = 'button, .btn, select, textarea, summary, label:has(input), [role=treeitem] > .label, nav a';
	for (const path of pages) {
		await open(page, path);
		await openAll(page);
		const small = await page
			.locator(tapped)
			// Terms stand in the line of a text, which WCAG excepts; the skip link is to be seen only in focus.
			.and(page.locator(':not(.term, .skip)'))
			.filter({ visible: true })
			.evaluateAll((all) =>
				all
					.filter((one) => one.getBoundingClientRect().height < 44)
					.map((one) => `${one.tagName} ${one.getBoundingClientRect().height} ${one.textContent}`)
			);
		expect.soft(small, path).toEqual([]);
	}
});

test.describe('in forced colours', () => {
	test.use({ contextOptions: { reducedMotion: 'reduce', forcedColors: 'active' } });

	test('axe finds nothing', async ({ page }) => {
		for (const path of [lessonPath, stepPath('framings'), stepPath('check'), stepPath('weigh'), '/settings/']) {
			await open(page, path);
			expect(await breaches(page, ['any']), path).toEqual([]);
		}
	});

	/** How a place on the page looks while the focus is elsewhere. */
	const look = async (place: Locator) => {
		await place.page().evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
		return (await place.screenshot()).toString('base64');
	};

	test('what is chosen, and the row that is selected, can be seen', async ({ page }) => {
		await openStep(page, 'orient');
		const { stance } = stepOf('orient');
		const choice = page.locator('label', { hasText: stance.options[0]!.text });
		const before = await look(choice);
		await choice.getByRole('radio').check();
		expect(await look(choice)).not.toBe(before);

		await openStep(page, 'weigh');
		await addByRow(page, { card: 'a', on: 'T', how: 'because' });
		const row = page
			.getByRole('treeitem', { name: wordsOf('a') })
			.last()
			.locator('> .label');
		await label(page, 'a').click();
		const selected = await look(row);
		await label(page, 'T').click();
		expect(await look(row)).not.toBe(selected);
	});
});

test('nothing moves where motion is not wanted', async ({ page }) => {
	for (const path of [stepPath('check'), stepPath('weigh'), '/settings/']) {
		await open(page, path);
		const moving = await page.evaluate(() =>
			[document.documentElement, ...document.querySelectorAll('body *')]
				.filter((element) => {
					const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
					const moves = transitionDuration.split(', ').some((duration) => parseFloat(duration) > 0);
					return moves || animationName !== 'none' || scrollBehavior === 'smooth';
				})
				.map((element) => element.outerHTML.slice(0, 80))
		);
		expect(moving, path).toEqual([]);
	}
});

test('the page that opens says where one is', async ({ page }) => {
	await openStep(page, 'task');
	const steps = page.getByRole('navigation', { name: 'Steps of the lesson' });
	await expect(steps.getByRole('link', { name: 'Source task' })).toHaveAttribute('aria-current', 'step');
	await expect(steps.locator('[aria-current]')).toHaveCount(1);
	await page.getByRole('link', { name: 'Settings' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
});
