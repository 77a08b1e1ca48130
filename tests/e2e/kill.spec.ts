import { readFileSync, readdirSync } from 'node:fs';
import { chromium, expect, test, type BrowserContext, type Page } from '@playwright/test';
import { addressOf, comeBack, focusIn, open, untilKept, untilReady, untilSaved, workOn } from './resilience-support.ts';

test.use({ serviceWorkers: 'allow' });

/** What /proc says of a process: its parent, and the words it was started with. */
function readProcess(pid: string): { parent: string; words: string } | null {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? '';
		return { parent, words: readFileSync(`/proc/${pid}/cmdline`, 'utf8') };
	} catch {
		// It has ended meanwhile.
		return null;
	}
}

/** The processes of the browser that was started on this profile, and all that they started. */
function processesOf(profile: string): number[] {
	const all = readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.flatMap((pid) => {
			const read = readProcess(pid);
			return read ? [{ pid, ...read }] : [];
		});
	const found = new Set(
		all.filter(({ words }) => words.includes(`--user-data-dir=${profile}\0`)).map(({ pid }) => pid)
	);
	for (let size = 0; size < found.size;) {
		size = found.size;
		for (const { pid, parent } of all) if (found.has(parent)) found.add(pid);
	}
	return [...found].map(Number);
}

/** As when the battery is gone: no process of the browser does anything more. */
async function killBrowser(context: BrowserContext, profile: string): Promise<void> {
	const closed = context.waitForEvent('close');
	const processes = processesOf(profile);
	expect(processes.length).toBeGreaterThan(2);
	for (const pid of processes) {
		try {
			process.kill(pid, 'SIGKILL');
		} catch {
			// It went with its parent.
		}
	}
	await closed;
}

test('a killed browser loses nothing that the page said was saved, online and offline', async () => {
	const testInfo = test.info();
	const profile = testInfo.outputPath('profile');
	const { baseURL, launchOptions, viewport } = testInfo.project.use;
	const start = (): Promise<BrowserContext> =>
		chromium.launchPersistentContext(profile, { ...launchOptions, baseURL, viewport });
	const work: { name: string; act: (page: Page) => Promise<void>; thenOffline: boolean }[] = [
		{ name: 'an answer and how sure', act: answer, thenOffline: true },
		{ name: 'a mark, offline', act: check, thenOffline: false },
		{ name: 'a note', act: write, thenOffline: true }
	];

	let context = await start();
	let page = await context.newPage();
	await open(page, addressOf('check'));
	await untilKept(page);
	for (const { name, act, thenOffline } of work) {
		await act(page);
		await untilSaved(page);
		const before = await workOn(page);
		const control = await focusIn(page);
		await killBrowser(context, profile);
		context = await start();
		await context.setOffline(thenOffline);
		page = await comeBack(context);
		await expect.poll(() => workOn(page), `after ${name}`).toEqual(before);
		if (control) await expect.poll(() => focusIn(page), `the control after ${name}`).toBe(control);
	}
	await context.close();
});

async function answer(page: Page): Promise<void> {
	const item = page.locator('fieldset[id^="item-"]').filter({ has: page.locator('button[id^="check-"]') });
	const first = item.first();
	for (const select of await first.getByRole('combobox').all()) await select.selectOption({ index: 1 });
	await first.getByRole('radio', { name: 'a guess' }).click();
}

async function check(page: Page): Promise<void> {
	const open = page.getByRole('button', { name: 'Check this answer' });
	const before = await open.count();
	await open.first().click();
	await expect(open).toHaveCount(before - 1);
}

async function write(page: Page): Promise<void> {
	await page.locator('.steps a[href$="/task/"]').click();
	await page.waitForURL('**/task/');
	await untilReady(page);
	await page.getByRole('textbox').first().fill('网络强国: from a large to a strong country');
}
