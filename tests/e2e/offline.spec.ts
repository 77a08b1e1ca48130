import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { build, copyOf, host, laterVersionOf, versionOf } from './resilience-hosts.ts';
import {
	addressOf,
	lesson,
	open,
	openAndCutOff,
	untilKept,
	untilReady,
	untilSaved,
	workOn
} from './resilience-support.ts';

test.use({ serviceWorkers: 'allow' });

const status = (page: Page) => page.getByRole('banner').getByRole('status');

/** Asks the worker as the page does, and waits for its answer. */
const askWorker = (page: Page, type: 'keep' | 'verify') =>
	page.evaluate(
		async ({ type, lesson }) => {
			const { active } = await navigator.serviceWorker.ready;
			return new Promise<{ ready: boolean; missing: string[] }>((resolve) => {
				const { port1, port2 } = new MessageChannel();
				port1.onmessage = ({ data }) => resolve(data);
				active?.postMessage({ type, lesson }, [port2]);
			});
		},
		{ type, lesson: 'one-slogan-many-englishes' }
	);

test('“ready offline” is said only when everything of the lesson was found in the caches', async ({
	page
}, testInfo) => {
	const holed = copyOf(build, testInfo.outputPath('holed'));
	rmSync(join(holed, 'data/one-slogan-many-englishes/close.json'));
	const site = await host(holed);
	try {
		await open(page, site.origin + addressOf('check'));
		const answer = await askWorker(page, 'keep');
		expect(answer.ready).toBe(false);
		expect(answer.missing).toContain('data/one-slogan-many-englishes/close.json');
		await expect(page.locator('[data-worker="none"]')).toHaveText('');

		await site.swapTo(build);
		await page.reload();
		await untilKept(page);
		expect(await askWorker(page, 'verify')).toMatchObject({ ready: true, missing: [] });
	} finally {
		await site.stop();
	}
});

test.describe('with the network cut', () => {
	test('a lesson goes on: reload, next step, back, menu', async ({ page }) => {
		await openAndCutOff(page, addressOf('orient'));
		await page.reload();
		await untilReady(page);
		await expect(status(page)).toHaveText('Offline, kept here');
		await page.getByRole('radio').first().check();
		await page.getByRole('link', { name: 'Continue: Who is speaking' }).click();
		await page.waitForURL('**/speakers/');
		await untilReady(page);
		await page.goBack();
		await page.waitForURL('**/orient/');
		await untilReady(page);
		await expect(page.getByRole('radio').first()).toBeChecked();
		for (const step of ['framings', 'task', 'check', 'weigh', 'reverse', 'close']) {
			await page.locator(`.steps a[href$="/${step}/"]`).click();
			await page.waitForURL(`**/${step}/`);
			await untilReady(page);
		}
		await page.reload();
		await untilReady(page);
		await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('');
	});

	test('the catalogue, the lesson, the settings and the Chinese twins open, and hold the same answers', async ({
		page
	}) => {
		await openAndCutOff(page, addressOf('orient'));
		await page.getByRole('radio').first().check();
		await untilSaved(page);
		await page.goto('/');
		await expect(page.getByRole('link', { name: 'Continue at “Orient”' })).toBeVisible();
		await page.getByRole('link', { name: 'Settings' }).click();
		await expect(page.getByText('lessons begun: 1; steps with answers: 1', { exact: true })).toBeVisible();
		await page.reload();
		await expect(page.getByText('lessons begun: 1; steps with answers: 1', { exact: true })).toBeVisible();
		await page.goto(lesson);
		await expect(page.getByRole('link', { name: 'Continue', exact: true })).toBeVisible();
		await page.goto(addressOf('orient'));
		await page.getByRole('link', { name: '中文' }).click();
		await page.waitForURL('**/zh/**');
		await untilReady(page);
		await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
		await expect(page.getByRole('radio').first()).toBeChecked();
		for (const address of ['/zh/', '/zh/settings/', `/zh${lesson}`, `/zh${addressOf('weigh')}`]) {
			await page.goto(address);
			await expect(page.locator('html'), address).toHaveAttribute('lang', 'zh-Hans');
			await expect(page.getByRole('main').getByRole('heading', { level: 1 }), address).toBeVisible();
			await expect(page.getByText('此页出了问题'), address).toHaveCount(0);
		}
	});

	test('an unknown address shows the app’s own page with a way back', async ({ page }) => {
		await openAndCutOff(page, addressOf('orient'));
		for (const [address, heading, way] of [
			['/no/such/page/', 'There is no such page', 'To the catalogue'],
			[`${lesson}no-such-step/`, 'There is no such step', 'To the lesson'],
			['/learn/no-such-lesson/', 'This page is not kept on this device', 'To the catalogue']
		] as const) {
			await page.goto(address);
			await expect(page.getByRole('heading', { level: 1 }), address).toHaveText(heading);
			await page.getByRole('main').getByRole('link', { name: way }).click();
			await expect(page.getByRole('heading', { level: 1 }), address).not.toHaveText(heading);
		}
	});
});

test.describe('a new version', () => {
	const offer = (page: Page) => page.getByRole('button', { name: 'Use the new version' });
	const later = '9.9.9+later';

	test('is offered, never forced, and switching to it keeps the answers', async ({ page }, testInfo) => {
		const site = await host(build);
		try {
			await open(page, site.origin + addressOf('check'));
			await untilKept(page);
			await page.getByRole('radio', { name: 'a guess' }).first().check();
			await untilSaved(page);
			await page.evaluate(() => Object.assign(globalThis, { sameDocument: true }));
			await site.swapTo(laterVersionOf(build, testInfo.outputPath('later'), later));

			// The next navigation notices it. The step that it led to goes on as it was, and so does the one after it.
			await page.locator('.steps a[href$="/orient/"]').click();
			await page.waitForURL('**/orient/');
			await untilReady(page);
			await expect(offer(page)).toBeVisible({ timeout: 30_000 });
			await page.getByRole('radio').first().check();
			await untilSaved(page);
			await page.locator('.steps a[href$="/task/"]').click();
			await page.waitForURL('**/task/');
			await untilReady(page);
			await page.getByRole('textbox').first().fill('in the middle of it');
			await untilSaved(page);
			expect(await page.evaluate(() => 'sameDocument' in globalThis)).toBe(true);

			// Reloaded in the middle, the step still is the one that was begun.
			await page.reload();
			await untilReady(page);
			expect(await page.evaluate(() => document.documentElement.innerHTML.includes('later-'))).toBe(false);
			const before = await workOn(page);

			await offer(page).click();
			await page.waitForFunction(() => document.documentElement.innerHTML.includes('later-'));
			await untilReady(page);
			expect(await workOn(page)).toEqual(before);
			await expect(offer(page)).toHaveCount(0);
			await page.getByRole('link', { name: 'Settings' }).click();
			await expect(page.getByText(later)).toBeVisible();
			await open(page, site.origin + addressOf('check'));
			await expect(page.getByRole('radio', { name: 'a guess' }).first()).toBeChecked();

			// What was kept for offline use is kept in its new version.
			await untilKept(page);
			await page.context().setOffline(true);
			await page.reload();
			await untilReady(page);
		} finally {
			await site.stop();
		}
	});

	test('that is broken on the host changes nothing', async ({ page }, testInfo) => {
		const site = await host(build);
		try {
			await open(page, site.origin + addressOf('orient'));
			await untilKept(page);
			const broken = laterVersionOf(build, testInfo.outputPath('broken'), later);
			rmSync(join(broken, 'theme.js'));
			await site.swapTo(broken);
			// Resolves when the newcomer has been tried, and refused.
			const left = await page.evaluate(async () => {
				const registration = await navigator.serviceWorker.ready;
				const tried = new Promise<string>((resolve) =>
					registration.addEventListener('updatefound', () => {
						const { installing } = registration;
						installing?.addEventListener('statechange', () => resolve(installing.state));
					})
				);
				await registration.update();
				return tried;
			});
			expect(left).toBe('redundant');
			await page.context().setOffline(true);
			await page.reload();
			await untilReady(page);
			await expect(status(page)).toHaveText('Offline, kept here');
			await page.getByRole('link', { name: 'Settings' }).click();
			await expect(page.getByText(versionOf(build))).toBeVisible();
		} finally {
			await site.stop();
		}
	});
});
