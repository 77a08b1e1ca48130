import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test';

export const lesson = '/learn/one-slogan-many-englishes/';
export const steps = ['orient', 'speakers', 'framings', 'task', 'check', 'weigh', 'reverse', 'close'] as const;
export type StepName = (typeof steps)[number];
export const addressOf = (step: StepName, before = ''): string => `${before}${lesson}${step}/`;

/** The disk has been read, and answers are taken; on the given step, where one is left for it. */
export const untilReady = (page: Page, step?: StepName): Promise<void> =>
	page.locator(step ? `.step[data-ready="${step}"]` : '.step[data-ready]').waitFor();

/** All that was answered is on disk, and the page says so. */
export const untilSaved = (page: Page): Promise<void> =>
	page.locator('[data-save="saved"]').waitFor({ state: 'attached' });

/** The page says that it, and in a lesson all of its steps, opens without a network. */
export const untilKept = (page: Page): Promise<void> =>
	expect(page.getByRole('banner').getByRole('status')).toHaveText('Ready offline', { timeout: 30_000 });

export async function open(page: Page, address: string): Promise<void> {
	await page.goto(address);
	await untilReady(page);
}

/** A step and, once it is kept with its lesson, no network any more. */
export async function openAndCutOff(page: Page, address: string): Promise<void> {
	await open(page, address);
	await untilKept(page);
	await page.context().setOffline(true);
}

/** Chooses a copy on the settings page, once the disk has been read and one can be. */
export async function chooseCopy(page: Page, file: Parameters<Locator['setInputFiles']>[0]): Promise<void> {
	const chooser = page.getByLabel('Choose a copy…');
	await expect(chooser).toBeEnabled();
	await chooser.setInputFiles(file);
}

/** Comes back as a learner does: by the catalogue's "Continue". */
export async function comeBack(context: BrowserContext): Promise<Page> {
	let page = await context.newPage();
	try {
		await page.goto('/', { timeout: 20_000 });
	} catch {
		// Once in a hundred crashes Chromium's debugger leaves the next page waiting, before anything of ours is loaded.
		await page.close();
		page = await context.newPage();
		await page.goto('/');
	}
	await page.getByRole('link', { name: /^Continue at/ }).click();
	await untilReady(page);
	return page;
}

/** What a learner has on a step: answers, marks, results and what the lesson's menu says of the other steps. */
export const workOn = (page: Page) =>
	page.locator('.step').evaluate((step) => {
		const all = <T extends Element>(selector: string): T[] => [...step.querySelectorAll<T>(selector)];
		// What is only said in passing (a line that was moved, a card in hand, the selected row) is nobody's work.
		const text = step.cloneNode(true) as Element;
		for (const passing of text.querySelectorAll(
			'[role=alert], p.visually-hidden, noscript, .step > [role=status], .step > .island > [role=status], .note-place, .actions, dialog, #map-said'
		))
			passing.remove();
		return {
			address: location.pathname,
			chosen: all('input:checked').map(({ id }) => id),
			written: all<HTMLTextAreaElement | HTMLSelectElement>('textarea, select').map(({ id, value }) => [id, value]),
			map: all('[role=treeitem]').map((row) => `${row.getAttribute('aria-level')} ${row.id}`),
			canBeUndone: all<HTMLButtonElement>('#map-undo, #map-redo').map(({ id, disabled }) => [id, !disabled]),
			text: text.textContent.replace(/\s+/g, ' ').split(/(?<=[.?:]) /),
			menu: [...document.querySelectorAll('.steps li')].map((one) => one.textContent.replace(/\s+/g, ' ').trim())
		};
	});

/** The control that has the focus, if it is one that a learner answers with. */
export const focusIn = (page: Page): Promise<string> =>
	page.evaluate(() => {
		const { activeElement: control } = document;
		return control?.closest('.step fieldset, .step [data-resume]') ? control.id : '';
	});

/** Repeatable chance: the same number gives the same sequence (mulberry32). */
export function dice(seed: number) {
	let state = seed;
	const roll = (): number => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	/** A whole number from 0 to below `count`. */
	const below = (count: number): number => Math.floor(roll() * count);
	const shuffled = <T>(list: readonly T[]): T[] => {
		const rest = [...list];
		return list.map(() => rest.splice(below(rest.length), 1)[0] as T);
	};
	return { below, shuffled };
}
export type Dice = ReturnType<typeof dice>;
