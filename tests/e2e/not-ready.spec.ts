import type { Page } from '@playwright/test';
import type { Item, ItemKind } from '../../src/lib/domain/quiz/model.ts';
import { checkItems, give, groupOf, reverseItems, rightResponse } from './quiz.ts';
import { expect, openStep, test } from './support.ts';

/** Of the kinds that this lesson has; the tour has them all (tour.spec.ts). */
const messages: Partial<Record<ItemKind, RegExp>> = {
	single: /^Choose an answer first\.$/,
	multiple: /^Choose an answer first\.$/,
	truefalse: /^Say true or false first\.$/,
	order: /^Move the lines first, or say that the order is right as it stands\.$/,
	match: /^Choose a partner for each line first; \d still open\.$/,
	'best-case': /^Choose \d more\.$/
};

/** Asks for the mark of each item, untouched, and looks for what is missing. */
async function askForAll(page: Page, items: readonly Item[]) {
	for (const item of items) {
		const group = groupOf(page, items, item);
		await group.getByRole('button', { name: 'Check this answer' }).click();
		await expect(group.getByRole('alert')).toHaveText(messages[item.kind]!);
		await expect(group).toHaveAccessibleDescription(messages[item.kind]!);
		await expect(group.getByRole('button', { name: 'Check this answer' })).toBeFocused();
	}
}

test('a question that is not ready says what is missing, whatever its kind, and is not marked wrong', async ({
	page
}) => {
	await openStep(page, 'check');
	await askForAll(page, checkItems);
	await expect(page.getByText(`Questions still to check: ${checkItems.length}.`)).toBeVisible();
	await openStep(page, 'reverse');
	await askForAll(page, reverseItems);
	expect(new Set([...checkItems, ...reverseItems].map(({ kind }) => kind)).size).toBe(6);
});

test('what is missing is said no longer once an answer is given', async ({ page }) => {
	await openStep(page, 'check');
	const item = checkItems.find(({ kind }) => kind === 'truefalse')!;
	const group = groupOf(page, checkItems, item);
	await group.getByRole('button', { name: 'Check this answer' }).click();
	await expect(group.getByRole('alert')).not.toBeEmpty();
	await give(page, checkItems, item, rightResponse(item));
	await expect(group.getByRole('alert')).toBeEmpty();
});

test('a best case takes exactly as many cards as are asked for', async ({ page }) => {
	await openStep(page, 'reverse');
	const item = reverseItems[0]!;
	const group = groupOf(page, reverseItems, item);
	await give(page, reverseItems, item, rightResponse(item));
	await expect(group.getByRole('status')).toHaveText('4 of 4 chosen');
	await expect(group.getByRole('checkbox', { disabled: true })).toHaveCount(6);
	await group.getByRole('checkbox', { checked: true }).first().uncheck();
	await expect(group.getByRole('checkbox', { disabled: true })).toHaveCount(0);
	await group.getByRole('button', { name: 'Check this answer' }).click();
	await expect(group.getByRole('alert')).toHaveText('Choose 1 more.');
});
