import { expect, test, type Page } from '@playwright/test';
import { addressOf, open, untilReady, untilSaved } from './resilience-support.ts';

const notice = (page: Page) => page.locator('[data-save]');
const guess = (page: Page, nth: number) => page.getByRole('radio', { name: 'a guess' }).nth(nth);

test('of two tabs on one lesson the older is told, overwrites nothing, and goes on with the newest', async ({
	context,
	page: older
}) => {
	await open(older, addressOf('check'));
	await guess(older, 0).check();
	await untilSaved(older);
	const newer = await context.newPage();
	await open(newer, addressOf('check'));
	await expect(guess(newer, 0)).toBeChecked();
	await guess(newer, 1).check();
	await untilSaved(newer);

	await guess(older, 2).check();
	await expect(notice(older)).toContainText('This lesson was changed in another tab.');
	await guess(older, 3).check();
	await guess(newer, 4).check();
	await untilSaved(newer);
	await expect(notice(newer)).toHaveText('');

	await older.getByRole('button', { name: 'Reload' }).click();
	await expect(guess(older, 4)).toBeChecked();
	for (const [nth, chosen] of [true, true, false, false, true].entries())
		await expect(guess(older, nth)).toBeChecked({ checked: chosen });
	await guess(older, 5).check();
	await untilSaved(older);
	await expect(notice(older)).toHaveText('');
});

test('a tab that shows what was deleted in another one does not bring it back', async ({ context, page }) => {
	await open(page, addressOf('orient'));
	await page.getByRole('radio').first().check();
	await untilSaved(page);
	const settings = await context.newPage();
	await settings.goto('/settings/');
	await settings.getByRole('button', { name: 'Delete everything…' }).click();
	await settings.getByRole('dialog').getByRole('button', { name: 'Delete everything' }).click();
	await expect(settings.getByText('Everything is deleted.')).toBeVisible();
	await page.getByRole('radio').nth(1).check();
	await expect(notice(page)).toContainText('This lesson was changed in another tab.');
	await page.getByRole('button', { name: 'Reload' }).click();
	await untilReady(page);
	await expect(page.locator('.step input:checked')).toHaveCount(0);
});

test('without a database the learner is told plainly, and the lesson works', async ({ page }) => {
	await page.addInitScript(() => {
		IDBFactory.prototype.open = () => {
			throw new DOMException('The operation is insecure.', 'SecurityError');
		};
	});
	await open(page, addressOf('check'));
	await expect(notice(page)).toContainText('This browser does not let the app keep data');
	await expect(notice(page)).toContainText('your answers are gone when you close this tab');
	const item = page.locator('[id="item-super"]');
	await item.getByRole('radio', { name: 'False' }).check();
	await item.getByRole('radio', { name: 'certain', exact: true }).check();
	await item.getByRole('button', { name: 'Check this answer' }).click();
	await expect(item.getByText('Right', { exact: true })).toBeVisible();
	await page.locator('.steps a[href$="/task/"]').click();
	await page.waitForURL('**/task/');
	await page.getByRole('textbox').first().fill('for this tab alone');
	await page.goBack();
	await page.waitForURL('**/check/');
	await expect(item.getByText('Right', { exact: true })).toBeVisible();
	await page.getByRole('link', { name: 'Settings' }).click();
	await expect(page.getByText('Nothing is kept when this tab is closed or reloaded.')).toBeVisible();
});

test('when the device is full the learner is told, and the next answer saves all', async ({ page }) => {
	await page.addInitScript(() => {
		for (const name of ['add', 'put'] as const) {
			const real = IDBObjectStore.prototype[name];
			IDBObjectStore.prototype[name] = function (this: IDBObjectStore, ...given: [unknown, IDBValidKey?]) {
				if ('isFull' in globalThis) throw new DOMException('There is no room left.', 'QuotaExceededError');
				return real.apply(this, given);
			};
		}
	});
	await open(page, addressOf('check'));
	await guess(page, 0).check();
	await untilSaved(page);
	await page.evaluate(() => Object.assign(globalThis, { isFull: true }));
	await guess(page, 1).check();
	await expect(notice(page)).toContainText('The device has no room left to save your work.');
	await guess(page, 2).check();
	await expect(notice(page)).toContainText('The device has no room left to save your work.');
	await expect(guess(page, 1)).toBeChecked();

	await page.evaluate(() => Reflect.deleteProperty(globalThis, 'isFull'));
	await guess(page, 3).check();
	await untilSaved(page);
	await expect(notice(page)).toHaveText('');
	await page.reload();
	await untilReady(page);
	for (const nth of [0, 1, 2, 3]) await expect(guess(page, nth)).toBeChecked();
});
