import { expect, lessons, open, prefix, test } from './support.ts';

test.use({ viewport: { width: 320, height: 640 } });

/** Ways in which a page can be unfit to read, seen when all that can be opened is open. */
const flaws = () => {
	for (const one of document.querySelectorAll('details')) one.open = true;
	const { scrollWidth, clientWidth } = document.documentElement;
	return {
		sideways: scrollWidth - clientWidth,
		// What a message or a lesson lacks would stand there as a word.
		lacking: document.querySelector('main')?.textContent.match(/\b(?:undefined|NaN|\[object \w+\])/g) ?? []
	};
};

// The fixture of `test` listens all the while: an error on the console or an uncaught one fails the test.
// The interface is the same in all lessons: one of them in Chinese is enough.
for (const locale of ['en', 'zh'] as const)
	for (const { id, title, steps } of locale === 'en' ? lessons : lessons.slice(0, 1))
		test(`every step of “${title}” is whole on a screen of 320 px (${locale})`, async ({ page }) => {
			for (const path of ['', ...steps.map((step) => `${step.id}/`)]) {
				await open(page, `${prefix[locale]}/learn/${id}/${path}`);
				expect(await page.evaluate(flaws), path).toEqual({ sideways: 0, lacking: [] });
			}
		});
