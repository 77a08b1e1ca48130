import type { Page } from '@playwright/test';
import { plain } from '../../src/lib/ui/text/plain.ts';
import { checkItems, reverseItems } from './quiz.ts';
import { kit } from './map.ts';
import { expect, lesson, lessonPath, prefix, say, stepIds, stepOf, stepPath, test, type Locale } from './support.ts';

test.use({ javaScriptEnabled: false });

/** The first words of a text of the compiler's, as they stand on the page. */
const opening = (html: string) => plain(html.split(/<br>|<\/p>/)[0]!).trim();

// Playwright's getByText passes over what is in <noscript>.
const needsScript = (page: Page, locale: Locale) =>
	page.getByRole('paragraph').filter({ hasText: say(locale, 'needs_script') });

test.describe('without scripts', () => {
	test('the catalogue leads to the lesson, and the lesson to its steps and back', async ({ page }) => {
		await page.goto('/');
		await page.getByRole('link', { name: lesson.title }).click();
		await expect(page).toHaveURL(lessonPath);
		await page.getByRole('link', { name: 'Begin' }).click();
		for (const [at, step] of stepIds.entries()) {
			await expect(page).toHaveURL(stepPath(step));
			await expect(page.getByRole('heading', { level: 1, name: plain(stepOf(step).title) })).toBeVisible();
			const next = stepIds[at + 1];
			if (next) await page.getByRole('link', { name: /^Continue: / }).click();
		}
		await page.getByRole('link', { name: lesson.title }).click();
		await expect(page).toHaveURL(lessonPath);
	});

	test('the lesson page shows framings, sources and questions', async ({ page }) => {
		await page.goto(lessonPath);
		for (const step of ['speakers', 'framings', 'task', 'check', 'weigh', 'reverse', 'close'] as const)
			await page.locator('summary', { has: page.getByRole('heading', { name: stepOf(step).title }) }).click();
		for (const { title, framings } of stepOf('framings').dimensions) {
			const region = page.getByRole('region', { name: title });
			for (const { text } of framings) await expect(region.getByText(opening(text))).toBeVisible();
		}
		await expect(page.getByRole('article', { name: /./ })).toHaveCount(stepOf('speakers').sources.length);
		for (const { prompt } of [...checkItems, ...reverseItems])
			await expect(page.getByText(opening(prompt), { exact: false }).first()).toBeVisible();
		for (const { text } of kit.cards) await expect(page.getByText(text).first()).toBeVisible();
	});

	test('each step shows what there is to read, and says what needs scripts', async ({ page }) => {
		for (const step of stepIds) {
			await page.goto(stepPath(step));
			await expect(needsScript(page, 'en')).toBeVisible();
		}
		await page.goto(stepPath('speakers'));
		await expect(page.getByRole('article')).toHaveCount(stepOf('speakers').sources.length);
		await page.goto(stepPath('framings'));
		for (const { framings } of stepOf('framings').dimensions)
			for (const { text } of framings.filter(({ kind }) => kind === 'western' || kind === 'chinese'))
				await expect(page.getByText(opening(text))).toBeVisible();
		await page.goto(stepPath('check'));
		for (const item of checkItems) {
			await expect(page.getByText(opening(item.prompt), { exact: false }).first()).toBeVisible();
			if (item.kind === 'single')
				for (const { text } of item.options) await expect(page.getByText(plain(text))).toBeVisible();
		}
	});

	test('the Chinese twin shows the same, with Chinese words around', async ({ page }) => {
		await page.goto(prefix.zh + stepPath('check'));
		await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
		await expect(needsScript(page, 'zh')).toBeVisible();
		await expect(page.getByText(opening(checkItems[2]!.prompt))).toBeVisible();
	});

	test('each Chinese term opens its translation lens, on every page that has one', async ({ page }) => {
		const withTerms: string[] = [];
		for (const path of [lessonPath, ...stepIds.map(stepPath)]) {
			await page.goto(path);
			const targets = await page
				.locator('button.term')
				.evaluateAll((terms) => terms.map((term) => term.getAttribute('popovertarget') ?? ''));
			for (const target of new Set(targets)) await expect(page.locator(`#${target}[popover]`), path).toHaveCount(1);
			const visible = page.locator('button.term').filter({ visible: true }).first();
			if ((await visible.count()) === 0) continue;
			withTerms.push(path);
			await visible.click();
			const lens = page.getByRole('dialog', { name: /^Translation lens:/ });
			await expect(lens).toBeVisible();
			await lens.getByRole('button', { name: 'Close' }).click();
			await expect(lens).toBeHidden();
		}
		expect(withTerms).toContain(stepPath('framings'));
	});
});
