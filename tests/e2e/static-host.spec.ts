import { spawn, type ChildProcess } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { buildApart, buildTime, remove } from './resilience-hosts.ts';
import { addressOf, lesson, untilKept, untilReady, untilSaved } from './resilience-support.ts';

test.use({ serviceWorkers: 'allow' });

const base = '/somewhere';

test.describe('below a path of a static host', () => {
	// One build for all of them.
	test.describe.configure({ mode: 'default' });
	let folder: string;
	let server: ChildProcess;
	let origin: string;

	test.beforeAll(async () => {
		test.setTimeout(buildTime);
		folder = buildApart({ BASE_PATH: base });
		const env = { ...process.env, BASE_PATH: base, PORT: '0' };
		server = spawn(process.execPath, ['src/cli/serve.ts'], { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] });
		origin = await new Promise((found) =>
			server.stdout?.on('data', (said: Buffer) => {
				const address = /http:\/\/localhost:\d+/.exec(String(said))?.[0];
				if (address) found(address);
			})
		);
	});
	test.afterAll(() => {
		server?.kill();
		remove(folder);
	});

	test('pages, links, scripts, data and the worker all stay below it', async ({ page }) => {
		const strays: string[] = [];
		page.on('request', (request) => {
			const { origin: from, pathname, protocol } = new URL(request.url());
			if (protocol === 'http:' && !(from === origin && pathname.startsWith(`${base}/`))) strays.push(request.url());
		});
		for (const address of ['/', '/zh/', '/settings/', lesson, addressOf('check')]) {
			await page.goto(origin + base + address);
			await expect(page.locator('html[data-hydrated]'), address).toBeAttached();
			const links = await page
				.locator('a[href]')
				.evaluateAll((all) => (all as HTMLAnchorElement[]).map(({ href }) => href));
			const own = links.filter((href) => href.startsWith(origin));
			expect(own.length, address).toBeGreaterThan(3);
			expect(
				own.filter((href) => !href.startsWith(`${origin}${base}/`)),
				address
			).toEqual([]);
		}
		expect(strays).toEqual([]);
		expect((await page.request.get(`${origin}/`)).status()).toBe(404);
	});

	test('a lesson works, by its links, and offline', async ({ page }) => {
		await page.goto(`${origin}${base}/`);
		await page.getByRole('link', { name: 'One slogan, many Englishes' }).click();
		await page.waitForURL(origin + base + lesson);
		await page.getByRole('link', { name: 'Begin', exact: true }).click();
		await page.waitForURL(origin + base + addressOf('orient'));
		await untilReady(page);
		await page.getByRole('radio').first().check();
		await untilSaved(page);
		await untilKept(page);
		const scope = await page.evaluate(async () => (await navigator.serviceWorker.ready).scope);
		expect(scope).toBe(`${origin}${base}/`);
		await page.context().setOffline(true);
		await page.reload();
		await untilReady(page);
		await expect(page.getByRole('radio').first()).toBeChecked();
		await page.getByRole('link', { name: '中文' }).click();
		await page.waitForURL(`${origin}${base}/zh${addressOf('orient')}`);
		await untilReady(page);
		await page.goto(`${origin}${base}${addressOf('weigh')}`);
		await untilReady(page);
		await page.goto(`${origin}${base}/`);
		await page.getByRole('link', { name: /^Continue at/ }).click();
		await untilReady(page);
	});

	test('an unknown address has the app’s own page, whose way back stays below', async ({ page }) => {
		const response = await page.goto(`${origin}${base}/no/such/page/`);
		expect(response?.status()).toBe(404);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page');
		await page.getByRole('main').getByRole('link', { name: 'To the catalogue' }).click();
		await page.waitForURL(`${origin}${base}/`);
	});
});
