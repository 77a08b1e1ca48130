import { expect, test, type Browser } from '@playwright/test';

/** What a fresh visitor's browser takes off the wire until all is at rest, response headers included. */
async function wire(browser: Browser, baseURL: string | undefined, path: string) {
	// The worker fetches the rest of the app afterwards, when the page is at rest; it is no part of opening a page.
	const context = await browser.newContext({ baseURL: baseURL ?? '', serviceWorkers: 'block' });
	const page = await context.newPage();
	const cdp = await context.newCDPSession(page);
	await cdp.send('Network.enable');
	const urls: string[] = [];
	let bytes = 0;
	cdp.on('Network.requestWillBeSent', ({ request }) => urls.push(request.url));
	cdp.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
	await page.goto(path, { waitUntil: 'networkidle' });
	if (path.endsWith('/check/')) await expect(page.locator('.step[data-ready]')).toBeVisible();
	const scripts = await page.evaluate(() =>
		performance
			.getEntriesByType('resource')
			.filter(({ name }) => name.endsWith('.js'))
			.map(({ name }) => name)
	);
	await context.close();
	return { kB: bytes / 1024, requests: urls.length, urls, scripts };
}

const lesson = '/learn/one-slogan-many-englishes/';

// The aim is 80 kB (issue 2). Policies, notes and six more kinds of question brought the page above it; this bound keeps
// it from growing further until it is brought back.
test('the first question of the quiz can be answered after at most 85 kB and 20 requests', async ({
	browser,
	baseURL
}) => {
	const { kB, requests } = await wire(browser, baseURL, `${lesson}check/`);
	test.info().annotations.push({ type: 'wire', description: `${kB.toFixed(1)} kB in ${requests} requests` });
	expect(kB).toBeLessThanOrEqual(85);
	expect(requests).toBeLessThanOrEqual(20);
});

for (const [path, most] of [
	['/', 97],
	['/glossary/', 140],
	['/sources/', 250],
	// With the index of everything.
	['/search/', 350],
	['/hunt/', 112],
	['/capstone/', 100],
	[lesson, 130],
	[`${lesson}orient/`, 93],
	[`${lesson}speakers/`, 94],
	[`${lesson}framings/`, 109],
	[`${lesson}task/`, 96],
	[`${lesson}weigh/`, 147],
	[`${lesson}reverse/`, 89],
	[`${lesson}close/`, 107],
	['/review/', 146],
	['/progress/', 130],
	[`/zh${lesson}check/`, 86]
] as const)
	test(`${path} stays within ${most} kB and 32 requests`, async ({ browser, baseURL }) => {
		const { kB, requests } = await wire(browser, baseURL, path);
		test.info().annotations.push({ type: 'wire', description: `${kB.toFixed(1)} kB in ${requests} requests` });
		expect(kB).toBeLessThanOrEqual(most);
		expect(requests).toBeLessThanOrEqual(32);
	});

test('a page asks nobody but its own site, and the quiz does not load the map', async ({ browser, baseURL }) => {
	const check = await wire(browser, baseURL, `${lesson}check/`);
	const weigh = await wire(browser, baseURL, `${lesson}weigh/`);
	const origin = new URL(baseURL ?? '').origin;
	expect([...check.urls, ...weigh.urls].filter((url) => new URL(url).origin !== origin)).toEqual([]);
	expect(weigh.scripts.filter((script) => !check.scripts.includes(script)).length).toBeGreaterThan(0);
	expect(weigh.kB).toBeGreaterThan(check.kB);
});
