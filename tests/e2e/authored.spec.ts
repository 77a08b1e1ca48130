import type { Page } from '@playwright/test';
import { join, resolve } from 'node:path';
import { buildApart, buildTime, host, remove } from './resilience-hosts.ts';
import { breaches, expect, prefix, test, type Locale } from './support.ts';

// The app with another folder of lessons: two of them, written from the README alone, with a picture and a footnote.

const steps = ['orient', 'speakers', 'framings', 'task', 'check', 'weigh', 'reverse', 'close'];
const alt = 'A river on a map: mountains at the top, eleven dams, a border, and five countries below';
const note = /^An American firm, paid by the State Department/;

test.describe('lessons from another folder', () => {
	// One build for all of them.
	test.describe.configure({ mode: 'default' });
	let folder: string | undefined;
	let served: Awaited<ReturnType<typeof host>> | undefined;

	test.beforeAll(async () => {
		test.setTimeout(buildTime);
		folder = buildApart({ PARALLAX_LESSONS: resolve('tests/lessons/fixtures/two') });
		served = await host(join(folder, 'build'));
	});
	test.afterAll(async () => {
		await served?.stop();
		if (folder) remove(folder);
	});

	const address = (lesson: string, step = '', locale: Locale = 'en') =>
		`${served?.origin}${prefix[locale]}/learn/${lesson}/${step === '' ? '' : `${step}/`}`;
	async function orient(page: Page, locale: Locale = 'en') {
		await page.goto(address('who-lowered-the-mekong', 'orient', locale));
		await expect(page.locator('.step[data-ready]')).toBeAttached();
	}

	test('stand in the catalogue, and those of the course do not', async ({ page }) => {
		await page.goto(`${served?.origin}/`);
		for (const name of ['Who lowered the Mekong?', 'Ten dashes on a map'])
			await expect(page.getByRole('link', { name })).toBeVisible();
		await expect(page.getByText('One slogan, many Englishes')).toHaveCount(0);
	});

	test('open at every step, and take an answer', async ({ page }) => {
		for (const lesson of ['who-lowered-the-mekong', 'ten-dashes'])
			for (const step of steps) {
				await page.goto(address(lesson, step));
				await expect(page.locator('.step[data-ready]'), `${lesson} ${step}`).toBeAttached();
			}
		await page.goto(address('ten-dashes', 'check'));
		await page.getByRole('radio', { name: 'Nobody can own it' }).check();
		await page
			.getByRole('button', { name: /^Check/ })
			.first()
			.click();
		await expect(page.getByText('The study names James Shoal.')).toBeVisible();
	});

	test('show a picture with its text, its caption, and room for it before it comes', async ({ page }) => {
		await orient(page);
		const picture = page.getByRole('img', { name: alt });
		await picture.scrollIntoViewIfNeeded();
		await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(480);
		await expect(page.getByText('The dams lie above the border, the gauge just below it')).toBeVisible();
		const { width, height } = (await picture.boundingBox())!;
		expect(width / height).toBeCloseTo(2, 1);
		expect(width).toBeLessThanOrEqual(390);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
	});

	test('open a footnote where it stands, by keyboard, and close it again', async ({ page }) => {
		await orient(page);
		await expect(page.getByText(note)).toBeHidden();
		const mark = page.locator('[popovertarget="note-teams"]').first();
		await mark.focus();
		await page.keyboard.press('Enter');
		await expect(page.getByText(note)).toBeVisible();
		expect(await breaches(page)).toEqual([]);
		const box = (await page.getByText(note).boundingBox())!;
		expect(box.x).toBeGreaterThanOrEqual(0);
		expect(box.x + box.width).toBeLessThanOrEqual(390);
		await page.keyboard.press('Escape');
		await expect(page.getByText(note)).toBeHidden();
		await expect(mark).toBeFocused();
	});

	test('print the picture and the note', async ({ page }) => {
		await orient(page);
		await page.emulateMedia({ media: 'print' });
		await expect(page.getByText(note)).toBeVisible();
		await expect(page.getByRole('img', { name: alt })).toBeVisible();
	});

	test('can be read without scripts, note and picture included', async ({ browser }) => {
		const context = await browser.newContext({ javaScriptEnabled: false });
		const page = await context.newPage();
		await page.goto(address('who-lowered-the-mekong', 'orient', 'zh'));
		await expect(page.getByRole('img', { name: alt })).toBeVisible();
		// A popover needs no script: neither by pointer nor by keyboard.
		const mark = page.locator('[popovertarget="note-teams"]').first();
		await expect(mark).toBeVisible();
		await mark.click();
		await expect(page.getByText(note)).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(page.getByText(note)).toBeHidden();
		await mark.focus();
		await page.keyboard.press('Enter');
		await expect(page.getByText(note)).toBeVisible();
		await context.close();
	});
});
