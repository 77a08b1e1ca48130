import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { breaches, expect, lessonPath, open, prefix, saved, test } from './support.ts';

const extra = ['/glossary/', '/sources/', '/search/', '/hunt/', '/capstone/', '/teach/'];
const sideways = (page: Page) =>
	page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const ready = (page: Page) => expect(page.locator('[data-ready]')).toBeAttached();
const shown = (page: Page) => page.getByRole('article').filter({ visible: true });

test.describe('axe finds nothing', () => {
	test.slow();
	for (const path of extra)
		test(`on ${path}`, async ({ page }) => {
			await open(page, path);
			expect(await breaches(page)).toEqual([]);
			await page.setViewportSize({ width: 320, height: 640 });
			expect(await sideways(page)).toBe(0);
			await open(page, prefix.zh + path);
			await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
			expect(await breaches(page, ['any'])).toEqual([]);
		});
});

test.describe('the glossary', () => {
	test('is searched in characters, pinyin and English, says how many are left, and what to do with none', async ({
		page
	}) => {
		await open(page, '/glossary/');
		const field = page.getByRole('searchbox');
		for (const query of ['网络强国', 'wǎngluò qiángguó', 'wang luo qiang guo', 'wangluoqiangguo', 'Cyber Superpower']) {
			await field.fill(query);
			await expect(page.locator('#wangluo-qiangguo'), query).toBeVisible();
			await expect(page.locator('#chaoji-daguo'), query).toBeHidden();
			await expect(page.getByRole('search').getByRole('status')).toHaveText(/^\d+ of \d+ shown$/);
		}
		await field.fill('zzzz');
		await expect(page.getByText('Nothing matches “zzzz”.')).toBeVisible();
		await page.getByRole('button', { name: 'Show all' }).click();
		await expect(field).toBeFocused();
		expect(await shown(page).count()).toBeGreaterThan(5);
	});

	test('is where a lens leads, and leads on to the steps that name the term', async ({ page }) => {
		await open(page, '/learn/one-slogan-many-englishes/framings/');
		await page.getByRole('button', { name: '网络强国' }).first().click();
		await page.getByRole('dialog').getByRole('link', { name: 'In the glossary' }).click();
		await expect(page).toHaveURL('/glossary/#wangluo-qiangguo');
		const entry = page.locator('#wangluo-qiangguo');
		await expect(entry).toBeInViewport();
		await entry.getByRole('link', { name: 'Compare' }).first().click();
		await expect(page).toHaveURL('/learn/one-slogan-many-englishes/framings/');
	});
});

test.describe('the sources', () => {
	test('open at the claim that an address names, with its status and correction', async ({ page }) => {
		await open(page, '/sources/#c009');
		const claim = page.locator('#c009');
		await expect(claim).toBeVisible();
		await expect(claim).toContainText('error in the source');
		await page.getByRole('searchbox').fill('Asia Centre');
		await expect(page.locator('details:has(#ecfr-2015)')).toBeVisible();
		await expect(page.locator('details:has(#global-times-2023)')).toBeHidden();
	});

	test('are where the name of a source leads', async ({ page }) => {
		await open(page, '/learn/one-slogan-many-englishes/framings/');
		await page.getByRole('article').first().locator('summary').click();
		await page.getByRole('article').first().getByRole('link', { name: 'CyberPeace op-ed, 2024', exact: true }).click();
		await expect(page).toHaveURL('/sources/#cyberpeace-2024');
		await expect(page.locator('#cyberpeace-2024')).toBeVisible();
	});
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('glossary and sources can be read, and lead to each other', async ({ page }) => {
		await page.goto('/glossary/');
		await expect(page.locator('#wangluo-qiangguo')).toContainText('strong internet country');
		await page.locator('#wangluo-qiangguo').getByRole('link', { name: 'ECFR' }).first().click();
		await expect(page).toHaveURL('/sources/#ecfr-2015');
		await page.goto('/sources/');
		await page
			.locator('summary', { has: page.getByRole('heading') })
			.first()
			.click();
		await expect(page.getByText('Claims that rest on it').first()).toBeVisible();
	});

	test('the search and the exercises say that they need them', async ({ page }) => {
		await page.goto('/search/');
		await expect(page.getByRole('main').getByRole('link', { name: 'Glossary' })).toBeVisible();
		for (const path of ['/hunt/', '/capstone/']) {
			await page.goto(path);
			await expect(page.getByRole('paragraph').filter({ hasText: 'script' })).toBeVisible();
		}
	});
});

test('the bar leads to the search from anywhere, and the arrow keys through what it finds', async ({ page }) => {
	await open(page, '/settings/');
	await page.getByRole('navigation').getByRole('link', { name: 'Search' }).click();
	await expect(page).toHaveURL('/search/');
	const field = page.getByRole('searchbox');
	await expect(field).toBeFocused();
	for (const query of ['网络强国', 'wangluo qiangguo', 'cyber superpower']) {
		await field.fill(query);
		await expect(
			page
				.getByRole('main')
				.getByRole('link', { name: /^网络强国/ })
				.first(),
			query
		).toBeVisible();
		await expect(page.getByRole('status').filter({ hasText: /found/ })).toHaveText(/^\d+ found$/);
	}
	await field.fill('wangluo qiangguo');
	await page.keyboard.press('ArrowDown');
	await expect(page.getByRole('main').getByRole('link').first()).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/glossary\/#wangluo/);
	await page.goBack();
	await expect(field).toHaveValue('wangluo qiangguo');
	await field.fill('/');
	await expect(page).toHaveURL(/\/search\//);
});

test('the hunt is fair, counts what the hunter gives, and goes on after a reload', async ({ page }) => {
	await open(page, '/hunt/');
	await ready(page);
	await page.getByRole('button', { name: 'Open the record' }).click({ force: true });
	await expect(page.getByRole('heading', { name: 'The record' })).toHaveCount(0);
	await page.getByRole('radio').first().check();
	await page.getByRole('textbox').first().fill('It had opened years before.');
	await page.getByRole('button', { name: 'Open the record' }).click();
	await expect(page.getByText('On record:')).toBeVisible();
	await expect(page.getByRole('textbox').first()).toBeDisabled();
	await page.getByRole('radio', { name: 'found it' }).check();
	await expect(page.getByText(/^1 of \d+ cards judged/)).toBeVisible();
	expect(await breaches(page)).toEqual([]);
	await page.getByRole('button', { name: 'Next card' }).click();
	await expect(page.getByRole('heading', { name: /^Card 2 of/ })).toBeFocused();
	await page.getByRole('radio').nth(2).check();
	await saved(page);

	await page.reload();
	await ready(page);
	await expect(page.getByRole('heading', { name: /^Card 2 of/ })).toBeVisible();
	await expect(page.getByRole('radio').nth(2)).toBeChecked();
	await expect(page.getByText('By your own judgement: 2 of 2 points.')).toBeVisible();
	await page.getByText(/^All cards/).click();
	await page.getByRole('button', { name: /found it$/ }).click();
	await expect(page.getByRole('textbox').first()).toHaveValue('It had opened years before.');
});

test('the capstone is kept as it is typed, judged by its writer, and handed over as a file', async ({ page }) => {
	await open(page, '/capstone/');
	await ready(page);
	await page.getByRole('combobox').selectOption({ label: 'Rank or capability?' });
	await page.getByRole('textbox').first().fill('Strength, not rank: 强国.');
	await expect(page.getByText('5 of 250 words')).toBeVisible();
	await page.getByRole('radio', { name: /^2 · Everything is correct\.$/ }).check();
	await saved(page);
	expect(await breaches(page)).toEqual([]);

	await page.reload();
	await ready(page);
	await expect(page.getByRole('combobox')).toHaveValue('one-slogan-many-englishes/rank');
	await expect(page.getByRole('textbox').first()).toHaveValue('Strength, not rank: 强国.');
	await expect(page.getByText('2 of 15 points')).toBeVisible();
	const file = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save as a file (Markdown)' }).click();
	const text = readFileSync(await (await file).path(), 'utf8');
	expect(text).toContain('Rank or capability?');
	expect(text).toContain('Strength, not rank: 强国.');
	expect(text).toContain('| Accuracy | 2 | Everything is correct. |');
	await open(page, '/settings/');
	await expect(page.getByText('lessons begun: 0; steps with answers: 1', { exact: true })).toBeVisible();
});

test('the catalogue says what to do next: begin, then go on', async ({ page }) => {
	await open(page, '/');
	const next = page.getByRole('region', { name: 'What to do next' });
	await expect(next.getByRole('link', { name: 'Begin' })).toBeVisible();
	await next.getByRole('link').click();
	await expect(page).toHaveURL(lessonPath);
	await page.getByRole('link', { name: 'Begin' }).click();
	await expect(page.locator('.step[data-ready]')).toBeAttached();
	await page.getByRole('radio').first().check();
	await saved(page);
	await open(page, '/');
	await next.getByRole('link', { name: 'Continue' }).click();
	await expect(page).toHaveURL('/learn/one-slogan-many-englishes/orient/');
});
