import { expect, test } from '@playwright/test';
import { launch, type LaunchedChrome } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { chromiumFlags, executablePath } from '../support/chromium.ts';
import { addressOf, lesson } from './resilience-support.ts';

const categories = ['accessibility', 'best-practices', 'seo'];

test.describe('Lighthouse', () => {
	// One Chrome for all pages, one page at a time.
	test.describe.configure({ mode: 'default' });
	let chrome: LaunchedChrome;

	test.beforeAll(async () => {
		chrome = await launch({
			chromePath: executablePath,
			chromeFlags: ['--headless', ...chromiumFlags],
			logLevel: 'silent'
		});
	});
	test.afterAll(() => chrome.kill());

	for (const address of ['/', lesson, addressOf('check'), addressOf('weigh'), '/zh/'])
		test(`finds nothing to mend on ${address}`, async ({ baseURL }) => {
			const run = await lighthouse(`${baseURL}${address}`, {
				port: chrome.port,
				onlyCategories: categories,
				logLevel: 'silent'
			});
			const { lhr } = run!;
			const scores = Object.fromEntries(categories.map((id) => [id, (lhr.categories[id]?.score ?? 0) * 100]));
			const failing = categories.flatMap((id) =>
				(lhr.categories[id]?.auditRefs ?? [])
					.filter(({ id: audit, weight }) => weight > 0 && (lhr.audits[audit]?.score ?? 1) < 1)
					.map(
						({ id: audit }) =>
							`${id}: ${audit}: ${lhr.audits[audit]?.title} ${JSON.stringify(lhr.audits[audit]?.details)}`
					)
			);
			expect(scores, failing.join('\n')).toEqual({ accessibility: 100, 'best-practices': 100, seo: 100 });
		});
});
