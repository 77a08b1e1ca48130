import { plain } from '../../src/lib/ui/text/plain.ts';
import { checkItems } from './quiz.ts';
import { expect, lessonPath, open, prefix, stepOf, test } from './support.ts';

test.use({ viewport: { width: 794, height: 1123 } });

for (const locale of ['en', 'zh'] as const)
	test(`the whole lesson prints: everything open, nothing to press (${locale})`, async ({ page }) => {
		await open(page, prefix[locale] + lessonPath);
		await expect(page.getByRole('article').first()).toBeHidden();
		await page.emulateMedia({ media: 'print' });

		const hidden = () =>
			page.locator('details > :not(summary)').evaluateAll((parts) =>
				parts
					.filter((part) => !part.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }))
					.map((part) => part.textContent?.trim().slice(0, 60))
					.filter((text) => text !== '')
			);
		await expect.poll(hidden).toEqual([]);
		for (const { framings } of stepOf('framings').dimensions)
			for (const { text } of framings.slice(0, 2))
				await expect(page.getByText(plain(text).trim().slice(0, 60)).first()).toBeVisible();
		for (const { prompt } of checkItems)
			await expect(page.getByText(plain(prompt.split('<br>')[0]!)).first()).toBeVisible();
		await expect(page.getByRole('article', { name: /./ })).toHaveCount(stepOf('speakers').sources.length);

		// Chinese terms are buttons in the text and stay as words.
		const buttons = page.getByRole('button').and(page.locator(':not(.term)')).filter({ visible: true });
		await expect(buttons).toHaveCount(0);
		await expect(page.getByRole('navigation').filter({ visible: true })).toHaveCount(0);
		await expect(page.getByText('wǎngluò').first()).toBeVisible();
	});

test('a dark theme prints black on white', async ({ page }) => {
	await page.emulateMedia({ colorScheme: 'dark' });
	await open(page, lessonPath);
	const colours = () =>
		page.evaluate(() => {
			const { color, backgroundColor } = getComputedStyle(document.body);
			return [color, backgroundColor];
		});
	expect(await colours()).not.toContain('rgb(255, 255, 255)');
	await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
	expect(await colours()).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
});
