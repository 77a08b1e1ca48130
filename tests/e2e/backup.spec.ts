import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { addressOf, chooseCopy, open, untilReady, untilSaved, workOn } from './resilience-support.ts';

async function answerSome(page: Page): Promise<void> {
	await open(page, addressOf('task'));
	await page.getByRole('textbox').first().fill('网络强国, read as a ladder');
	await untilSaved(page);
	await open(page, addressOf('check'));
	const item = page.locator('[id="item-super"]');
	await item.getByRole('radio', { name: 'False' }).check();
	await item.getByRole('radio', { name: 'certain', exact: true }).check();
	await item.getByRole('button', { name: 'Check this answer' }).click();
	await untilSaved(page);
}

test('what was exported and deleted comes back as it was', async ({ page }, testInfo) => {
	await answerSome(page);
	const before = await workOn(page);

	await page.goto('/settings/');
	const downloading = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save a copy of everything' }).first().click();
	const download = await downloading;
	expect(download.suggestedFilename()).toMatch(/^parallax-backup-\d{4}-\d\d-\d\d\.json$/);
	const copy = testInfo.outputPath(download.suggestedFilename());
	await download.saveAs(copy);
	expect(readFileSync(copy, 'utf8')).toContain('read as a ladder');

	// Nothing happens before it is confirmed.
	await page.getByRole('button', { name: 'Delete everything…' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
	await expect(page.getByText('lessons begun: 1; steps with answers: 2', { exact: true })).toBeVisible();
	await page.getByRole('button', { name: 'Delete everything…' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Delete everything' }).click();
	await expect(page.getByText('Everything is deleted.')).toBeVisible();
	await open(page, addressOf('check'));
	await expect(page.locator('.step input:checked')).toHaveCount(0);

	await page.goto('/settings/');
	await chooseCopy(page, copy);
	await expect(page.getByRole('status').filter({ hasText: 'parallax-backup-' })).toContainText(
		'Lessons begun: 1; steps with answers: 2.'
	);
	await page.getByRole('button', { name: 'Bring it back' }).click();
	await expect(page.getByText('The copy was brought back.')).toBeVisible();
	await open(page, addressOf('check'));
	expect(await workOn(page)).toEqual(before);
	await open(page, addressOf('task'));
	await expect(page.getByRole('textbox').first()).toHaveValue('网络强国, read as a ladder');
	await page.getByRole('textbox').first().fill('and it can be changed again');
	await untilSaved(page);
	await page.reload();
	await untilReady(page);
	await expect(page.getByRole('textbox').first()).toHaveValue('and it can be changed again');
});

test('a file that is no copy is refused with the reason, and changes nothing', async ({ page }) => {
	await answerSome(page);
	const before = await workOn(page);
	await page.goto('/settings/');
	for (const [name, text, reason] of [
		['holiday.json', '\u0000\u0001 not JSON at all {', 'It is not a copy made by this app, or its download broke off.'],
		['other.json', '{"name":"something else"}', 'It was not made by this app.'],
		['empty.json', '', 'It is not a copy made by this app, or its download broke off.'],
		['parallax-backup-2026-01-01.json', '{"app":"parallax","format":99}', 'It was made by a newer version of this app.']
	] as const) {
		await chooseCopy(page, { name, mimeType: 'application/json', buffer: Buffer.from(text) });
		await expect(page.getByText(`“${name}” cannot be brought back. Nothing was changed.`)).toBeVisible();
		await expect(page.getByText(reason)).toBeVisible();
		await expect(page.getByRole('button', { name: 'Bring it back' })).toHaveCount(0);
	}
	await expect(page.getByText('lessons begun: 1; steps with answers: 2', { exact: true })).toBeVisible();
	await open(page, addressOf('check'));
	expect(await workOn(page)).toEqual(before);
});
