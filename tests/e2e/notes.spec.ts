import { readFileSync } from 'node:fs';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { addressOf, chooseCopy, lesson, open, openAndCutOff, untilReady, untilSaved } from './resilience-support.ts';
import { breaches } from './support.ts';

test.use({ serviceWorkers: 'allow' });

const card = (page: Page) => page.locator('.step article.card').first();
const field = (page: Page) => page.getByRole('textbox', { name: /^Your note|^你的笔记/ });
const kept = (page: Page) => expect(page.getByText('Saved on this device.')).toBeVisible();
const settled = (page: Page) => page.locator('[data-note-state="saved"]').first().waitFor({ state: 'attached' });

async function writeOnCard(page: Page, text: string): Promise<void> {
	await card(page)
		.getByRole('button', { name: /^(Your n|N)ote/ })
		.last()
		.click();
	await field(page).fill(text);
	await kept(page);
	await settled(page);
}

async function saveCopy(page: Page, path: string): Promise<string> {
	await page.goto('/settings/');
	const downloading = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save a copy of everything' }).first().click();
	await (await downloading).saveAs(path);
	return path;
}
async function bringBack(page: Page, path: string): Promise<void> {
	await page.goto('/settings/');
	await chooseCopy(page, path);
	await page.getByRole('button', { name: 'Bring it back' }).click();
	await expect(page.getByText('The copy was brought back.')).toBeVisible();
}
const elsewhere = async (browser: Browser, baseURL: string | undefined) =>
	(await browser.newContext({ baseURL: baseURL ?? '' })).newPage();

test('a note survives a killed tab and a reload without a network, and leads back to its card', async ({
	context,
	page
}) => {
	await openAndCutOff(page, addressOf('framings'));
	await writeOnCard(page, 'read as a ladder 网络强国');
	await page.close();
	const again = await context.newPage();
	await open(again, addressOf('framings'));
	await expect(card(again).getByRole('button', { name: /^Your note/ })).toBeVisible();
	await again.goto('/notes/');
	await expect(again.getByText('read as a ladder 网络强国')).toBeVisible();
	await again.getByRole('article').getByRole('link').click();
	await untilReady(again);
	await expect(field(again)).toBeFocused();
	await expect(field(again)).toHaveValue('read as a ladder 网络强国');
});

test('nothing moves when the note controls come to life', async ({ page }) => {
	await open(page, addressOf('framings'));
	await writeOnCard(page, 'one');
	await page.reload();
	const tops = () =>
		page.locator('.step article.card').evaluateAll((cards) => cards.map((one) => (one as HTMLElement).offsetTop));
	await page.locator('html[data-hydrated]').waitFor();
	const before = await tops();
	await card(page)
		.getByRole('button', { name: /^Your note/ })
		.waitFor();
	expect(await tops()).toEqual(before);
});

test('of two tabs each shows what the other writes, and undo is the browser’s own', async ({ context, page }) => {
	await open(page, addressOf('framings'));
	await writeOnCard(page, 'one');
	const other = await context.newPage();
	await open(other, addressOf('framings'));
	await card(other)
		.getByRole('button', { name: /^Your note/ })
		.click();
	await expect(field(other)).toHaveValue('one');
	await field(other).press('End');
	await field(other).pressSequentially(' and two');
	await expect(field(page)).toHaveValue('one and two');
	await field(other).press('ControlOrMeta+z');
	await expect(field(other)).not.toHaveValue('one and two');
	const undone = await field(other).inputValue();
	await expect(field(page)).toHaveValue(undone);
});

test('notes can be written on a question, a source, a term, a claim and the task, and never count', async ({
	page
}) => {
	await open(page, addressOf('check'));
	const item = page.locator('fieldset[id^="item-"]').first();
	await item.getByRole('button', { name: 'Note', exact: true }).click();
	await field(page).fill('on the question');
	await settled(page);
	await open(page, addressOf('speakers'));
	await card(page).getByRole('button', { name: /^Note/ }).last().click();
	await field(page).fill('on the source');
	await settled(page);
	await open(page, addressOf('task'));
	await page.locator('[data-note="task:task"] button').click();
	await field(page).fill('on the task');
	await settled(page);
	await open(page, addressOf('framings'));
	await page.getByRole('button', { name: '网络强国' }).first().click();
	await page.getByRole('dialog').getByRole('button', { name: /^Note/ }).click();
	await field(page).fill('on the term');
	await settled(page);
	await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
	await card(page).getByText('What this rests on').click();
	await card(page).getByRole('listitem').first().getByRole('button', { name: /^Note/ }).click();
	await card(page).getByRole('listitem').first().getByRole('textbox').fill('on the claim');
	await settled(page);
	await page.goto('/notes/');
	await expect(page.getByText('Notes: 5')).toBeVisible();
	await page.goto('/search/?q=on+the+claim');
	await expect(page.getByRole('main').getByRole('listitem').filter({ hasText: 'on the claim' })).toBeVisible();
	await page.goto('/notes/');
	for (const what of ['question', 'source', 'task', 'term', 'claim'])
		await expect(page.getByText(`on the ${what}`, { exact: true })).toBeVisible();
	await page.goto(lesson);
	await expect(page.getByRole('heading', { name: 'Your result' })).toHaveCount(0);
});

test('a copy from one device is joined with newer work on another, and nothing is lost', async ({
	browser,
	baseURL,
	page
}, testInfo) => {
	await open(page, addressOf('task'));
	await page.getByRole('textbox').first().fill('the line from the laptop');
	await untilSaved(page);
	await open(page, addressOf('framings'));
	await writeOnCard(page, 'the note from the laptop');
	const copy = await saveCopy(page, testInfo.outputPath('laptop.json'));

	const phone = await elsewhere(browser, baseURL);
	await open(phone, addressOf('task'));
	await phone.getByRole('textbox').first().fill('the line from the phone');
	await untilSaved(phone);
	await open(phone, addressOf('framings'));
	await writeOnCard(phone, 'the note from the phone');
	await bringBack(phone, copy);
	await expect(phone.getByText(/both are kept: 2/)).toBeVisible();

	await phone.goto('/notes/');
	for (const text of ['the note from the phone', 'the note from the laptop', 'the line from the laptop'])
		await expect(phone.getByText(text)).toBeVisible();
	await open(phone, addressOf('task'));
	await expect(phone.getByRole('textbox').first()).toHaveValue('the line from the phone');

	// And back: the laptop comes to the same, and a second time changes nothing.
	const back = await saveCopy(phone, testInfo.outputPath('phone.json'));
	await bringBack(page, back);
	await chooseCopy(page, back);
	await page.getByRole('button', { name: 'Bring it back' }).click();
	await expect(page.getByText('Nothing in the copy was newer')).toBeVisible();
	await open(page, addressOf('task'));
	await expect(page.getByRole('textbox').first()).toHaveValue('the line from the phone');
	await phone.context().close();
});

test('a copy that was damaged on its way says so, and can only be added', async ({ page }, testInfo) => {
	await open(page, addressOf('framings'));
	await writeOnCard(page, 'read as a ladder');
	const copy = await saveCopy(page, testInfo.outputPath('copy.json'));
	const text = readFileSync(copy, 'utf8').replace('a ladder', 'a latter');
	await chooseCopy(page, {
		name: 'copy.json',
		mimeType: 'application/json',
		buffer: Buffer.from(text)
	});
	await expect(page.getByText(/not as the app saved it/)).toBeVisible();
	await expect(page.getByRole('radio', { name: /Put it in the place/ })).toBeDisabled();
});

test('ending the session leaves nothing of the learner, and sends the other tabs away', async ({ context, page }) => {
	await openAndCutOff(page, addressOf('framings'));
	await context.setOffline(false);
	await writeOnCard(page, 'private words');
	const other = await context.newPage();
	await open(other, addressOf('task'));
	await other.getByRole('textbox').first().fill('more private words');
	await untilSaved(other);

	await page.getByRole('link', { name: 'End the session on a shared computer' }).click();
	await page.getByRole('radio', { name: 'Dark' }).check();
	await page.getByRole('button', { name: 'End the session…' }).click();
	const downloading = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save a copy, then end' }).click();
	await downloading;
	await page.getByRole('button', { name: 'End the session now' }).click();
	for (const tab of [page, other]) {
		await expect(tab.getByText('Your session has ended.')).toBeVisible();
		await expect(tab).toHaveURL('/settings/#session-ended');
	}

	const left = await page.evaluate(async () => {
		const db = await new Promise<IDBDatabase>((resolve, reject) => {
			const request = indexedDB.open('parallax');
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
		const rows: Record<string, unknown[]> = {};
		for (const name of [...db.objectStoreNames].filter((one) => one !== 'generations'))
			rows[name] = await new Promise((resolve) => {
				const request = db.transaction(name).objectStore(name).getAll();
				request.onsuccess = () => resolve(request.result);
			});
		db.close();
		const { search, hash, pathname } = location;
		return {
			rows,
			local: Object.keys(localStorage),
			theme: document.documentElement.dataset.theme,
			at: pathname + search + hash
		};
	});
	expect(left.rows).toEqual({ steps: [], lessons: [], own: [], quarantine: [], review: [] });
	expect(left.local.filter((key) => key.startsWith('parallax:'))).toEqual([]);
	expect(left.theme).toBeUndefined();
	// What the worker keeps unasked is in the end every lesson, or none: it does not tell which one was read.
	const lessonsKept = () =>
		page.evaluate(async () => {
			const kept = await Promise.all(
				(await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url))
			);
			return new Set(kept.flat().flatMap((url) => /\/data\/([^/]+)\/lesson\.json$/.exec(url)?.[1] ?? [])).size;
		});
	await expect.poll(async () => [0, 9].includes(await lessonsKept()), { timeout: 60_000 }).toBe(true);
	await page.goto('/notes/');
	await expect(page.getByText(/You have no notes yet/)).toBeVisible();
});

test.describe('axe finds nothing', () => {
	for (const before of ['', '/zh'])
		test(`in notes and the end of a session${before ? ', in Chinese' : ''}`, async ({ page }) => {
			await page.goto(`${before}/notes/`);
			await page.getByRole('main').getByRole('link').first().waitFor();
			expect(await breaches(page)).toEqual([]);
			await open(page, addressOf('framings', before));
			await card(page).locator('.note-place button').last().click();
			await field(page).fill('网络强国: a ladder');
			await settled(page);
			expect(await breaches(page)).toEqual([]);
			await page.goto(`${before}/notes/`);
			await page.getByRole('article').first().waitFor();
			expect(await breaches(page)).toEqual([]);
			await page.locator('article .edit').click();
			expect(await breaches(page)).toEqual([]);
			await page.goto(`${before}/settings/#end-session`);
			await page.getByRole('button', { name: /^(End the session…|结束使用……)$/ }).click();
			expect(await breaches(page)).toEqual([]);
			await page.getByRole('button', { name: /^(I need no copy|不需要副本)$/ }).click();
			expect(await breaches(page)).toEqual([]);
		});
});
