import { answerAll, checkItems, reverseItems } from './quiz.ts';
import { arrived, expect, openStep, saved, stepPath, test } from './support.ts';

const western = checkItems.filter(({ sides }) => sides.includes('western')).map(({ id }) => id);

test('a weak side is the headline and sends the learner back to the comparison, and lets go on all the same', async ({
	page
}) => {
	await openStep(page, 'check');
	await answerAll(page, checkItems, { wrong: western, sure: 'fairly sure' });
	await expect(page.getByText('0 of 100: the weaker side decides (Western frame)')).toBeVisible();
	await saved(page);

	const onwards = page.getByRole('navigation', { name: 'Onwards' });
	await onwards.getByRole('link', { name: 'Your weaker side: read “Compare” again' }).click();
	await expect(page).toHaveURL(stepPath('framings'));
	await arrived(page, 'framings');

	await page.goBack();
	await expect(page).toHaveURL(stepPath('check'));
	await onwards.getByRole('link', { name: 'Go on all the same: Weigh' }).click();
	await expect(page).toHaveURL(stepPath('weigh'));
	await arrived(page, 'weigh');
});

test('the close is a rehearsal until check, weigh and reverse are done, and says so', async ({ page }) => {
	await openStep(page, 'close');
	await expect(page.getByText(/nothing here counts until these steps are done: Check, Weigh, Reverse\./)).toBeVisible();
	await expect(page.getByRole('button', { name: 'Close the lesson' })).toBeDisabled();
});

test('an unfair case costs a side its score', async ({ page }) => {
	await openStep(page, 'reverse');
	await answerAll(page, reverseItems, { wrong: ['not-fair'] });
	await expect(page.getByText('0 of 100: the weaker side decides (Chinese frame)')).toBeVisible();
	await expect(page.getByText('Caricature.').first()).toBeVisible();
});
