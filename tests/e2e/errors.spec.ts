import { expect, lesson, lessonPath, notFound, open, prefix, say, settle, stepPath, test } from './support.ts';

test.use({ complaints: [notFound] });

const unknown = [
	{ what: 'an unknown step', path: `${lessonPath}nothing/`, heading: 'error_no_step', lesson: true },
	{ what: 'an unknown lesson', path: '/learn/nothing/', heading: 'error_no_lesson', lesson: false },
	{ what: 'a step of an unknown lesson', path: '/learn/nothing/check/', heading: 'error_no_step', lesson: false },
	{ what: 'an unknown address', path: '/nowhere/at/all/', heading: 'error_no_page', lesson: false }
];

for (const locale of ['en', 'zh'] as const)
	for (const { what, path, heading, lesson: hasLesson } of unknown)
		test(`${what} is told plainly, with the way back (${locale})`, async ({ page }) => {
			const response = await page.goto(prefix[locale] + path);
			expect(response?.status()).toBe(404);
			const main = page.getByRole('main');
			await expect(main.getByRole('heading', { level: 1, name: say(locale, heading) })).toBeVisible();
			await expect(page.locator('html')).toHaveAttribute('lang', locale === 'zh' ? 'zh-Hans' : 'en');
			await expect(page).toHaveTitle(`${say(locale, heading)} · Parallax`);

			if (hasLesson) {
				await main.getByRole('link', { name: say(locale, 'error_to_lesson') }).click();
				await expect(page).toHaveURL(prefix[locale] + lessonPath);
				await expect(page.getByRole('heading', { level: 1, name: lesson.title })).toBeVisible();
				await page.goBack();
			}
			await main.getByRole('link', { name: say(locale, 'error_to_catalogue') }).click();
			await expect(page).toHaveURL(`${prefix[locale]}/`);
			await settle(page);
			await expect(page.getByRole('heading', { level: 1, name: say(locale, 'catalogue_heading') })).toBeVisible();
		});

test.describe('with the worker', () => {
	test.use({ serviceWorkers: 'allow' });

	test('an unknown step is told just so once the app works offline', async ({ page }) => {
		await open(page, stepPath('orient'));
		await expect(page.getByText('Ready offline')).toBeVisible({ timeout: 30_000 });
		await page.goto(`${lessonPath}nothing/`);
		await expect(page.getByRole('heading', { level: 1, name: say('en', 'error_no_step') })).toBeVisible();
		await expect(page.getByRole('main').getByRole('link', { name: 'To the lesson' })).toHaveAttribute(
			'href',
			lessonPath
		);
	});
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('an unknown address still names the way back, in both languages', async ({ page }) => {
		await page.goto('/nowhere/');
		await expect(page.getByRole('heading', { level: 1, name: 'There is no such page' })).toBeVisible();
		await expect(page.getByRole('link', { name: '返回目录' })).toHaveAttribute('href', '/zh/');
		await page.getByRole('link', { name: 'To the catalogue' }).click();
		await expect(page).toHaveURL('/');
	});
});
