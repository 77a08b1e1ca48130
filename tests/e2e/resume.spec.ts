import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import {
	addressOf,
	comeBack,
	dice,
	focusIn,
	open,
	openAndCutOff,
	untilKept,
	untilSaved,
	workOn
} from './resilience-support.ts';
import { wholeLesson, type Tab } from './resume-walk.ts';

const seed = Number(process.env.PARALLAX_TEST_SEED ?? 20_260_217);
const kills = 20;

/** The renderer dies as it does on a phone short of memory: no script of the page runs any more. */
async function crash(page: Page): Promise<void> {
	const died = page.waitForEvent('crash');
	const session = await page.context().newCDPSession(page);
	void session.send('Page.crash').catch(() => undefined);
	await died;
	await page.close();
}

/** The other view of a map and its kit show an edit a frame later than the place where it was made. */
const shownEverywhere = (page: Page): Promise<void> =>
	page.evaluate(
		() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))
	);

async function walkAndKill(context: BrowserContext, first: Page): Promise<void> {
	const chance = dice(seed);
	// There are more events than that in every walk.
	const at = new Set(chance.shuffled(Array.from({ length: 85 }, (_, index) => index)).slice(0, kills));
	const tab: Tab = { page: first };
	let event = 0;
	let killed = 0;
	for await (const name of wholeLesson(tab, chance)) {
		if (!at.has(event++)) continue;
		await shownEverywhere(tab.page);
		const before = await workOn(tab.page);
		const control = await focusIn(tab.page);
		await (killed++ % 2 ? crash(tab.page) : tab.page.close());
		tab.page = await comeBack(context);
		const where = `seed ${seed}, event ${event}, closed right after: ${name}`;
		await expect.poll(() => workOn(tab.page), where).toEqual(before);
		if (control) await expect.poll(() => focusIn(tab.page), `${where}: the control`).toBe(control);
	}
	expect(killed).toBe(kills);
}

test.describe('a tab that is closed right after any event', () => {
	// What the walk waits for in vain is said after a minute, not when all of the time is up.
	test.use({ serviceWorkers: 'allow', actionTimeout: 60_000, navigationTimeout: 60_000 });
	// Twenty comebacks take their time on a busy machine.
	test.setTimeout(300_000);

	test('comes back with the same answers, step, control and results', async ({ context, page }) => {
		await open(page, addressOf('orient'));
		await untilKept(page);
		await walkAndKill(context, page);
	});

	test('comes back the same with the network cut', async ({ context, page }) => {
		await openAndCutOff(page, addressOf('orient'));
		await walkAndKill(context, page);
	});
});

test.describe('on a slow disk', () => {
	test('the last letter typed is there after a crash', async ({ context, page }) => {
		// The disk does its work, but the page hears of it so late that the first write is under way all the time.
		await page.addInitScript(() => {
			const real = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, 'oncomplete');
			Object.defineProperty(IDBTransaction.prototype, 'oncomplete', {
				set(listener: (event: Event) => void) {
					const late = (event: Event) =>
						setTimeout(() => listener.call(this, event), 'isSlow' in globalThis ? 60_000 : 0);
					real?.set?.call(this, late);
				}
			});
		});
		await open(page, addressOf('task'));
		await page.getByRole('textbox').first().click();
		await untilSaved(page);
		await page.evaluate(() => Object.assign(globalThis, { isSlow: true }));
		await page.keyboard.type('at once');
		await crash(page);
		await expect((await comeBack(context)).getByRole('textbox').first()).toHaveValue('at once');
	});
});
