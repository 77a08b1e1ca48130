import { readFileSync } from 'node:fs';
import type { Download, Page } from '@playwright/test';
import jsQR from 'jsqr';
import { fromAssignmentText } from '../../src/lib/domain/classroom/assignment/file.ts';
import { breaches, expect, lesson, prefix, test } from './support.ts';

// The instructor's page by itself: a class, its key, an assignment and what is given out. The way to the students and
// back is in classroom.spec.ts.

test.use({ serviceWorkers: 'block' });

const teach = async (page: Page, hash = '') => {
	await page.goto(`/teach/${hash}`);
	await expect(page.locator('[data-teach=ready]')).toBeAttached();
};
const saved = async (page: Page, button: string): Promise<{ name: string; text: string; download: Download }> => {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: button }).first().click()
	]);
	return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8'), download };
};
const asFile = ({ name, text }: { name: string; text: string }) => ({
	name,
	mimeType: 'text/plain',
	buffer: Buffer.from(text)
});
const sideways = (page: Page) =>
	page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** What a camera would read off the screen: the picture of the code, by a decoder that knows nothing of ours. */
async function decoded(page: Page): Promise<string | undefined> {
	const picture = await page.getByRole('img', { name: 'QR code of the link' }).first().screenshot();
	const reader = await page.context().newPage();
	const { data, width, height } = await reader.evaluate(async (png) => {
		const image = new Image();
		image.src = `data:image/png;base64,${png}`;
		await image.decode();
		const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
		const pen = canvas.getContext('2d')!;
		pen.drawImage(image, 0, 0);
		const pixels = pen.getImageData(0, 0, image.width, image.height);
		return { data: [...pixels.data], width: image.width, height: image.height };
	}, picture.toString('base64'));
	await reader.close();
	return jsQR(Uint8ClampedArray.from(data), width, height)?.data;
}

test('a class is made, its key proved, an assignment given out by link, QR code, file and handout', async ({
	page,
	context
}) => {
	test.slow();
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto('/');
	await page.getByRole('link', { name: 'Teach', exact: true }).click();
	await expect(page.getByText('There is no class on this device yet.')).toBeVisible();
	expect(await breaches(page)).toEqual([]);

	// By keyboard, as far as a form goes.
	await page.getByRole('link', { name: 'New class' }).press('Enter');
	await expect(page.getByRole('heading', { name: 'New class' })).toBeFocused();
	await page.getByLabel('Name of the class').fill('Media 101');
	await page.getByLabel('Students, one a line').fill('name;e-mail\nLi Wei;li@school.example\nAda;ada@school.example\n');
	await expect(page.getByText('Found: 2')).toBeVisible();
	expect(await breaches(page)).toEqual([]);
	await page.getByLabel('Name of the class').press('Enter');
	await expect(page.getByRole('heading', { level: 2, name: 'Media 101' })).toBeFocused();
	await expect(page.getByRole('heading', { name: /^First: save the key/ })).toBeVisible();
	expect(await breaches(page)).toEqual([]);

	const backup = await saved(page, '1. Save the backup');
	await page
		.getByLabel('2. Choose the saved file to prove it')
		.setInputFiles(asFile({ ...backup, text: backup.text.slice(0, -9) }));
	await expect(page.getByText(/is no backup, or was changed/)).toBeVisible();
	await page.getByLabel('2. Choose the saved file to prove it').setInputFiles(asFile(backup));
	await expect(page.getByRole('heading', { name: /^First: save the key/ })).toHaveCount(0);

	const parts = page.getByRole('navigation', { name: 'Parts of the class' });
	await parts.getByRole('link', { name: 'Assignments' }).click();
	await page.getByRole('link', { name: 'New assignment' }).click();
	const picks = page.getByRole('checkbox');
	await expect(page.getByRole('checkbox', { name: new RegExp(lesson.title) })).toBeVisible();
	for (const at of [0, 1, 2]) await picks.and(page.locator('.pick > label input')).nth(at).check();
	await page.getByLabel('Title').fill('Week 3');
	await page.getByLabel('Due', { exact: true }).fill('2099-12-04T23:59');
	await expect(page.getByText(/^That is Friday, December 4, 2099/)).toBeVisible();
	expect(await breaches(page)).toEqual([]);
	expect(await sideways(page)).toBe(0);

	// Another language, and back: nothing of it is lost.
	await page.getByRole('link', { name: '中文' }).click();
	await expect(page.getByLabel('标题')).toHaveValue('Week 3');
	expect(await breaches(page, ['any'])).toEqual([]);
	await page.getByRole('link', { name: 'English' }).click();
	await expect(page.getByLabel('Title')).toHaveValue('Week 3');

	const [preview] = await Promise.all([
		page.waitForEvent('popup'),
		page.getByRole('link', { name: 'Preview as a student' }).click()
	]);
	await expect(preview.getByRole('heading', { level: 1, name: 'Week 3' })).toBeVisible();
	await preview.close();

	await page.getByRole('button', { name: 'Assign', exact: true }).click();
	await expect(page.getByRole('heading', { level: 3, name: 'Week 3' })).toBeVisible();
	const link = await page.getByLabel('Link', { exact: true }).inputValue();
	expect(link.length).toBeLessThanOrEqual(600);
	expect(await decoded(page)).toBe(link);
	await page.getByRole('button', { name: 'Copy the link' }).click();
	await expect(page.getByText('Copied.')).toBeVisible();
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
	expect(await breaches(page)).toEqual([]);
	const file = await saved(page, 'Save the assignment file');
	const [byLink, byFile] = [fromAssignmentText(link), fromAssignmentText(file.text)];
	expect(byLink).toEqual(byFile);
	expect(byLink).toMatchObject({ ok: true, assignment: { title: 'Week 3', class: { name: 'Media 101' } } });

	await page.getByRole('link', { name: 'Printable handout' }).click();
	await expect(page.getByRole('article')).toContainText(lesson.title);
	await expect(page.getByRole('article')).toContainText('Friday, December 4, 2099');
	expect(await decoded(page)).toBe(link);
	expect(await breaches(page)).toEqual([]);
	await page.emulateMedia({ media: 'print' });
	for (const [what, seen] of [
		['QR code of the link', true],
		['Teach', false],
		['Parts of the class', false],
		['Print', false]
	] as const)
		await expect(
			page
				.getByRole('img', { name: what })
				.or(page.getByRole('heading', { name: what, exact: true, level: 1 }))
				.or(page.getByRole('navigation', { name: what }))
				.or(page.getByRole('button', { name: what, exact: true })),
			what
		).toHaveCount(seen ? 1 : 0);
	await expect(page.getByText('Your code:').first()).toBeVisible();
	expect((await page.pdf()).byteLength).toBeGreaterThan(10_000);
	await page.emulateMedia({ media: 'screen' });

	for (const part of ['Students', 'Collect', 'Gradebook', 'Out', 'Class and key']) {
		await parts.getByRole('link', { name: part }).click();
		await expect(parts.getByRole('link', { name: part })).toHaveAttribute('aria-current', 'page');
		await expect(page.getByText('Loading…')).toHaveCount(0);
		expect(await breaches(page), part).toEqual([]);
		expect(await sideways(page), part).toBe(0);
	}
});

test('a locked class shows codes only, and comes back on another device from its backup or a copy', async ({
	page,
	browser,
	baseURL
}) => {
	test.slow();
	await teach(page, '#new');
	await page.getByLabel('Name of the class').fill('Media 102');
	await page.getByLabel('Students, one a line').fill('Li Wei\nAda');
	await page.getByRole('checkbox', { name: /^Keep names and key under a passphrase/ }).check();
	await page.getByLabel('Passphrase', { exact: true }).fill('four words are good');
	await page.getByLabel('Passphrase once more').fill('four words are good');
	await page.getByRole('button', { name: 'Make the class' }).click();
	await expect(page.getByText('Li Wei', { exact: true })).toBeVisible();
	const backup = await saved(page, '1. Save the backup');
	expect(backup.text).not.toContain('Li Wei');
	await page.getByLabel('2. Choose the saved file to prove it').setInputFiles(asFile(backup));
	await page.getByLabel('Passphrase', { exact: true }).fill('four words are good');
	await page.getByRole('button', { name: 'Prove', exact: true }).click();
	await expect(page.getByRole('heading', { name: /^First: save the key/ })).toHaveCount(0);

	// What a visitor of the same browser finds, on the page and on the disk.
	await page.reload();
	await expect(page.getByRole('heading', { name: 'This class is locked' })).toBeVisible();
	await expect(page.getByText('S-001')).toBeVisible();
	await expect(page.getByText('Li Wei')).toHaveCount(0);
	expect(await breaches(page)).toEqual([]);
	await page.getByLabel('Passphrase', { exact: true }).fill('other words');
	await page.getByRole('button', { name: 'Unlock' }).click();
	await expect(page.getByText('The passphrase is wrong.', { exact: false })).toBeVisible();
	await page.getByLabel('Passphrase', { exact: true }).fill('four words are good');
	await page.getByRole('button', { name: 'Unlock' }).click();
	await expect(page.getByText('Li Wei', { exact: true })).toBeVisible();
	await page
		.getByRole('navigation', { name: 'Parts of the class' })
		.getByRole('link', { name: 'Class and key' })
		.click();
	const copy = await saved(page, 'Save everything');
	expect(copy.text).not.toContain('Li Wei');

	const other = await browser.newContext({ baseURL: baseURL ?? '', serviceWorkers: 'block' });
	const second = await other.newPage();
	for (const file of [backup, copy]) {
		await teach(second, '#restore');
		await second.getByLabel('Choose the file…').setInputFiles(asFile(file));
		await expect(second.getByText('Brought in:')).toBeVisible();
		expect(await breaches(second)).toEqual([]);
		await second.getByRole('link', { name: 'Media 102' }).click();
		await second.getByLabel('Passphrase', { exact: true }).fill('four words are good');
		await second.getByRole('button', { name: 'Unlock' }).click();
		await expect(second.getByText('Li Wei', { exact: true })).toBeVisible();
		await second.getByRole('link', { name: 'Class and key' }).click();
		await second.getByRole('button', { name: 'Delete the class…' }).click();
		await expect(second.getByRole('dialog')).toBeVisible();
		expect(await breaches(second)).toEqual([]);
		await second.getByRole('dialog').getByRole('button', { name: 'Delete the class' }).click();
		await expect(second.getByText(/The class “Media 102” was deleted/)).toBeVisible();
	}
	await second.getByRole('button', { name: 'Undo' }).click();
	await expect(second.getByRole('link', { name: 'Media 102' })).toBeVisible();
	await second.goto(`${prefix.zh}/teach/`);
	await expect(second.getByRole('link', { name: 'Media 102' })).toBeVisible();
	await other.close();
});
