import { expect, test, type Browser } from '@playwright/test';

/** What a fresh visitor's browser takes off the wire until all is at rest, response headers included. */
async function wire(browser: Browser, baseURL: string | undefined, path: string) {
	// The worker fetches the rest of the app afterwards, when the page is at rest; it is no part of opening a page.
	const context = await browser.newContext({
		baseURL: baseURL ?? '',
		serviceWorkers: 'block',
		viewport: { width: 390, height: 844 }
	});
	const page = await context.newPage();
	const cdp = await context.newCDPSession(page);
	await cdp.send('Network.enable');
	const urls: string[] = [];
	let bytes = 0;
	cdp.on('Network.requestWillBeSent', ({ request }) => urls.push(request.url));
	cdp.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
	await page.goto(path, { waitUntil: 'networkidle' });
	await page.locator('html[data-hydrated]').waitFor();
	await page.waitForLoadState('networkidle');
	if (path.endsWith('/check/')) await expect(page.locator('.step[data-ready]')).toBeVisible();
	const scripts = await page.evaluate(() =>
		performance
			.getEntriesByType('resource')
			.filter(({ name }) => name.endsWith('.js'))
			.map(({ name }) => name)
	);
	/** What moved by itself on the way, in fractions of the screen; reading it late costs nothing (`buffered`). */
	const moved = await page.evaluate(
		() =>
			new Promise<number>((resolve) => {
				new PerformanceObserver((list, observer) => {
					observer.disconnect();
					resolve(list.getEntries().reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0));
				}).observe({ type: 'layout-shift', buffered: true });
				// Nothing is heard where nothing moved.
				requestAnimationFrame(() => requestAnimationFrame(() => resolve(0)));
			})
	);
	await context.close();
	return { moved, kB: bytes / 1024, requests: urls.length, urls, scripts };
}

const lesson = '/learn/one-slogan-many-englishes/';

test('the first question of the quiz can be answered after at most 80 kB and 20 requests', async ({
	browser,
	baseURL
}) => {
	const { kB, requests } = await wire(browser, baseURL, `${lesson}check/`);
	test.info().annotations.push({ type: 'wire', description: `${kB.toFixed(1)} kB in ${requests} requests` });
	expect(kB).toBeLessThanOrEqual(80);
	expect(requests).toBeLessThanOrEqual(20);
});

for (const [path, most] of [
	['/', 85],
	['/glossary/', 118],
	['/sources/', 206],
	// With the index of everything.
	['/search/', 262],
	['/hunt/', 102],
	['/capstone/', 83],
	[lesson, 119],
	[`${lesson}orient/`, 82],
	[`${lesson}speakers/`, 84],
	[`${lesson}framings/`, 99],
	[`${lesson}task/`, 86],
	[`${lesson}weigh/`, 130],
	[`${lesson}reverse/`, 88],
	[`${lesson}close/`, 97],
	['/review/', 134],
	['/progress/', 116],
	['/teach/', 150],
	[`/zh${lesson}check/`, 80]
] as const)
	test(`${path} stays within ${most} kB and 32 requests, and nothing moves`, async ({ browser, baseURL }) => {
		const { kB, requests, moved } = await wire(browser, baseURL, path);
		test.info().annotations.push({ type: 'wire', description: `${kB.toFixed(1)} kB in ${requests} requests` });
		expect(kB).toBeLessThanOrEqual(most);
		expect(requests).toBeLessThanOrEqual(32);
		expect(moved).toBe(0);
	});

test('the catalogue and the page of a lesson are painted before their script is asked for', async ({ page }) => {
	for (const path of ['/', lesson]) {
		await page.goto(path);
		await page.locator('html[data-hydrated]').waitFor();
		const [painted, scripts] = await page.evaluate(() => [
			performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity,
			performance
				.getEntriesByType('resource')
				.filter(({ name }) => /_app\/.*\.js$/.test(name))
				.map(({ startTime }) => startTime)
		]);
		expect(scripts.length, path).toBeGreaterThan(0);
		expect(Math.min(...scripts), path).toBeGreaterThanOrEqual(painted);
	}
});

test('a page asks nobody but its own site, and the quiz does not load the map', async ({ browser, baseURL }) => {
	const check = await wire(browser, baseURL, `${lesson}check/`);
	const weigh = await wire(browser, baseURL, `${lesson}weigh/`);
	const origin = new URL(baseURL ?? '').origin;
	expect([...check.urls, ...weigh.urls].filter((url) => new URL(url).origin !== origin)).toEqual([]);
	expect(weigh.scripts.filter((script) => !check.scripts.includes(script)).length).toBeGreaterThan(0);
	expect(weigh.kB).toBeGreaterThan(check.kB);
});
