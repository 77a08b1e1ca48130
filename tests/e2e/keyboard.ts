import { expect, type FileChooser, type Locator, type Page } from '@playwright/test';
import type { Item, Response } from '../../src/lib/domain/quiz/model.ts';
import { plain } from '../../src/lib/ui/text/plain.ts';
import { giveParts, groupOf, shownOrder, textOf, type Hand } from './quiz.ts';
import { option } from './support.ts';

type Where = 'here' | 'near' | 'after' | 'before';

/** Where the wanted control is from the focus; `near` says that it is another radio of the same group. */
const whereIs = (wanted: Locator): Promise<Where> =>
	wanted.evaluate((element): Where => {
		const focus = element.ownerDocument.activeElement ?? element.ownerDocument.body;
		if (focus === element) return 'here';
		const [one, other] = [focus as HTMLInputElement, element as HTMLInputElement];
		if (one.type === 'radio' && other.type === 'radio' && one.name === other.name) return 'near';
		return focus.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING ? 'after' : 'before';
	});

/** Brings the focus to a control with Tab alone, arrows within a group of radios; fails where it cannot be reached. */
export async function reach(page: Page, wanted: Locator): Promise<void> {
	await expect(wanted).toBeVisible();
	for (let presses = 0; presses < 250; presses += 1) {
		const where = await whereIs(wanted);
		if (where === 'here') return;
		await page.keyboard.press(where === 'near' ? 'ArrowDown' : where === 'after' ? 'Tab' : 'Shift+Tab');
	}
	throw new Error(`Not reached by the keyboard: ${String(wanted)}`);
}
export async function press(page: Page, wanted: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
	await reach(page, wanted);
	await page.keyboard.press(key);
}
/** Chooses a radio: the arrows choose as they move, the first of a group takes a space. */
export async function choose(page: Page, radio: Locator): Promise<void> {
	await reach(page, radio);
	if (!(await radio.isChecked())) await page.keyboard.press('Space');
	await expect(radio).toBeChecked();
}

/**
 * Picks files in the dialog that a key opens. The page must have had a listener for it before (`page.on('filechooser')`):
 * the browser is told to hand the dialog over, which takes longer than a key.
 */
export async function pickByKeys(page: Page, button: Locator, files: Parameters<FileChooser['setFiles']>[0]) {
	await expect(button).toBeEnabled();
	await reach(page, button);
	const [dialog] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
	await dialog.setFiles(files);
}

async function chooseByKeys(page: Page, box: Locator, value: string): Promise<void> {
	await reach(page, box);
	for (let presses = 0; presses < 10 && (await box.inputValue()) !== value; presses += 1)
		await page.keyboard.press('ArrowDown');
	await expect(box).toHaveValue(value);
}

/** Nothing but keys, on controls that nothing was done with before. */
export const keys = (page: Page): Hand => ({
	check: async (control) => {
		if ((await control.getAttribute('type')) === 'radio') await choose(page, control);
		else await press(page, control, 'Space');
	},
	press: (button) => press(page, button),
	choose: (box, value) => chooseByKeys(page, box, value),
	write: async (field, text) => {
		await reach(page, field);
		await page.keyboard.type(text);
		await expect(field).toHaveValue(text);
	}
});

/** Answers an item by keys alone, as nothing was answered before. */
export async function giveByKeys(page: Page, items: readonly Item[], item: Item, response: Response): Promise<void> {
	const group = groupOf(page, items, item);
	await giveParts(group, item, response, { hand: keys(page) });
	if (response.kind === 'single' && item.kind === 'single')
		await choose(page, option(group, 'radio', textOf(item.options, response.choice)));
	if (response.kind === 'truefalse')
		await choose(page, group.getByRole('radio', { name: response.answer ? 'True' : 'False' }));
	if (response.kind === 'multiple' && item.kind === 'multiple')
		for (const id of response.choices) await press(page, option(group, 'checkbox', textOf(item.options, id)), 'Space');
	if (response.kind === 'best-case' && item.kind === 'best-case')
		for (const id of response.picks) await press(page, option(group, 'checkbox', textOf(item.cards, id)), 'Space');
	if (response.kind === 'match' && item.kind === 'match')
		for (const { id, text } of item.left) {
			const box = group.getByRole('combobox', { name: plain(text) });
			await chooseByKeys(page, box, response.pairs[id] ?? '—');
		}
	if (response.kind === 'order' && item.kind === 'order')
		for (const [place, id] of response.order.entries()) {
			const from = (await shownOrder(group, item)).indexOf(id);
			const entry = plain(textOf(item.entries, id));
			const earlier = group.getByRole('button', { name: `Move earlier: ${entry}` });
			if (from > place) await reach(page, earlier);
			for (let moves = from - place; moves > 0; moves -= 1) await page.keyboard.press('Enter');
			await expect(group.getByRole('listitem').nth(place)).toContainText(entry);
			// The focus went along with the entry; at the top its other button has it.
			const held = place > 0 ? earlier : group.getByRole('button', { name: `Move later: ${entry}` });
			if (from > place) await expect(held).toBeFocused();
		}
}
