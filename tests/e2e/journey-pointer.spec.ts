import { headlineOf } from '../../src/lib/domain/learning/perspective.ts';
import { regrade } from '../../src/lib/domain/learning/results.ts';
import { usualPolicy } from '../../src/lib/domain/quiz/policy.ts';
import { emptyQuizWork } from '../../src/lib/domain/quiz/work.ts';
import { toPercent } from '../../src/lib/domain/fraction.ts';
import { plain } from '../../src/lib/ui/text/plain.ts';
import { addByCard, addByRow, label, movesOf, references, wordsOf } from './map.ts';
import {
	answerAll,
	check,
	checkItems,
	give,
	groupOf,
	reverseItems,
	rightResponse,
	textOf,
	wrongResponse
} from './quiz.ts';
import { expect, goOn, lesson, named, open, option, saved, settle, stepOf, test } from './support.ts';

// As most people have it: pages scroll smoothly, and the worker keeps the app.
test.use({ contextOptions: { reducedMotion: 'no-preference' }, serviceWorkers: 'allow' });

const wrong = ['pair', 'doubling'];

/** What the domain says of the answers that the test gives. */
function expectedHeadline() {
	const responses = Object.fromEntries(
		checkItems.map((item) => [item.id, wrong.includes(item.id) ? wrongResponse(item) : rightResponse(item)])
	);
	const work = { ...emptyQuizWork, responses, checked: checkItems.map(({ id }) => id) };
	const headline = headlineOf(regrade(checkItems, work, usualPolicy).frames);
	if (headline?.frame !== 'chinese') throw new Error('The answers of this test should leave the Chinese side weaker.');
	return toPercent(headline.share);
}

test('a learner goes through the whole lesson on a phone', async ({ page }) => {
	test.slow();
	await test.step('catalogue and lesson', async () => {
		await open(page, '/');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Two framings, one subject');
		await page.getByRole('link', { name: lesson.title }).click();
		await expect(page.getByRole('heading', { level: 1, name: lesson.title })).toBeVisible();
		await page.getByRole('link', { name: 'Begin' }).click();
		await settle(page);
	});

	await test.step('orient: a stance and a prediction', async () => {
		const { stance, prediction } = stepOf('orient');
		await option(page.getByRole('group', { name: named(stance.prompt) }), 'radio', stance.options[2]!.text).check();
		const guess = page.getByRole('group', { name: named(prediction.prompt) });
		await option(guess, 'radio', prediction.options[4]!.text).check();
		await goOn(page, 'Continue: Who is speaking', 'speakers');
	});

	await test.step('speakers: a guess about each', async () => {
		const cards = page.getByRole('article');
		await expect(cards).toHaveCount(stepOf('speakers').sources.length);
		for (const card of await cards.all()) await card.getByRole('radio', { name: 'in between' }).check();
		await cards.first().getByText('How it knows, and its limits').click();
		await expect(cards.first().getByText('knows by')).toBeVisible();
		await goOn(page, 'Continue: Compare', 'framings');
	});

	await test.step('framings: both sides, what is shared, and the lens of a term', async () => {
		const { dimensions } = stepOf('framings');
		const region = page.getByRole('region', { name: dimensions[0]!.title });
		await expect(region.getByText('Western frame').first()).toBeVisible();
		await expect(region.getByText('Chinese frame').first()).toBeVisible();
		const shared = region.getByText('Shared ground').first();
		await expect(shared).toBeHidden();
		await region.getByText(/what is shared, and what can be checked/).click();
		await expect(shared).toBeVisible();

		const term = page.getByRole('button', { name: '网络强国' }).first();
		await term.click();
		const lens = page.getByRole('dialog', { name: /^Translation lens:/ });
		await expect(lens).toBeVisible();
		await expect(lens.getByText('“cyber superpower”', { exact: true })).toBeVisible();
		await expect(lens.getByText('wǎngluò')).toBeVisible();
		await lens.getByRole('button', { name: 'Close' }).click();
		await expect(lens).toBeHidden();
		await goOn(page, 'Continue: Source task', 'task');
	});

	await test.step('task: own lines, then the model answer', async () => {
		await page.getByRole('textbox').first().fill('A meeting without a name.');
		await page.getByText('Compare with a model answer').click();
		await expect(page.getByText('Probable, not certain.')).toBeVisible();
		await goOn(page, 'Continue: Check', 'check');
	});

	await test.step('check: not ready, then answered, with feedback', async () => {
		const pair = checkItems.find(({ id }) => id === 'pair')!;
		const group = groupOf(page, checkItems, pair);
		await group.getByRole('button', { name: 'Check this answer' }).click();
		await expect(group.getByRole('alert')).toHaveText('Choose an answer first.');
		await give(page, checkItems, pair, rightResponse(pair));
		await group.getByRole('button', { name: 'Check this answer' }).click();
		await expect(group.getByRole('alert')).toHaveText('Say how sure you are first.');
		await expect(page.getByText(`Questions still to check: ${checkItems.length}.`)).toBeVisible();

		await answerAll(page, checkItems, { wrong, sure: 'certain' });
		if (pair.kind !== 'single') throw new Error('pair is no single choice any more');
		const chosen = wrongResponse(pair) as { choice: string };
		await expect(group.getByText(plain(textOf(feedbackOf(pair), chosen.choice)))).toBeVisible();
		// The key is not shown on the first try.
		const key = rightResponse(pair) as { choice: string };
		await expect(group.getByText(plain(textOf(feedbackOf(pair), key.choice)))).toBeHidden();
	});

	await test.step('check: the weaker side is the headline, and a second try helps it', async () => {
		const result = page.getByRole('region', { name: 'Result of this step' });
		const percent = expectedHeadline();
		await expect(result.getByText(`${percent} of 100: the weaker side decides (Chinese frame)`)).toBeVisible();
		await expect(result.getByRole('meter', { name: 'Western frame' })).toHaveJSProperty('value', 100);
		await expect(result.getByRole('meter', { name: 'Chinese frame' })).toHaveJSProperty('value', percent);

		await result.getByRole('button', { name: 'Try again what was not right' }).click();
		const parity = groupOf(
			page,
			checkItems,
			checkItems.find(({ id }) => id === 'parity')!
		);
		await expect(parity.getByRole('radio', { checked: true }).first()).toBeDisabled();
		for (const item of checkItems.filter(({ id }) => wrong.includes(id))) {
			await give(page, checkItems, item, rightResponse(item));
			await check(page, checkItems, item, 'fairly sure');
		}
		await expect(result.getByText('100 of 100, on both sides alike')).toBeVisible();
		await goOn(page, 'Continue: Weigh', 'weigh');
	});

	await test.step('weigh: the map by taps, scored, undone, redone, scored again', async () => {
		const moves = movesOf(references[0]!);
		await page.getByRole('button', { name: 'Score the map' }).click();
		await expect(page.getByText(/There is nothing to score yet/)).toBeVisible();
		for (const [at, move] of moves.entries()) {
			await (at % 4 === 3 ? addByCard(page, move) : addByRow(page, move));
			await expect(label(page, move.card)).toBeVisible();
		}
		await expect(page.getByText(/^2 of 16 not used yet/)).toBeVisible();

		const score = page.getByRole('region', { name: 'How the map stands' });
		await score.getByRole('button', { name: 'Score the map' }).click();
		await expect(score.getByText('100 of 100: strong')).toBeVisible();
		await score.getByText('Why this number').click();
		for (const facet of ['Links', 'Grouping', 'Evidence', 'Both sides'])
			await expect(score.getByRole('row', { name: new RegExp(`^${facet} 100 `) })).toBeVisible();

		const last = moves.at(-1)!.card;
		await page.getByRole('button', { name: 'Undo' }).click();
		await expect(label(page, last)).toHaveCount(0);
		await expect(score.getByText('This is the score before your last changes.')).toBeVisible();
		await score.getByRole('button', { name: 'Score the map' }).click();
		await expect(score.getByText(/^Your scores so far: 100 → \d\d\./)).toBeVisible();
		await page.getByRole('button', { name: 'Undo' }).click();
		await page.getByRole('button', { name: 'Redo' }).click();
		await page.getByRole('button', { name: 'Redo' }).click();
		await expect(label(page, last)).toBeVisible();
		await score.getByRole('button', { name: 'Score the map' }).click();
		await expect(score.getByText('100 of 100: strong')).toBeVisible();
		await goOn(page, 'Continue: Reverse', 'reverse');
	});

	await test.step('reverse: the best case for each side', async () => {
		await answerAll(page, reverseItems);
		const result = page.getByRole('region', { name: 'Result of this step' });
		await expect(result.getByText('100 of 100, on both sides alike')).toBeVisible();
		await goOn(page, 'Continue: Close', 'close');
	});

	await test.step('close: the result, the old prediction and what turned out, the end', async () => {
		await expect(page.getByText('100 of 100, on both sides alike')).toBeVisible();
		await expect(page.getByText('Argument map: 100 of 100, strong.')).toBeVisible();
		await expect(page.getByText(/^Passed: both sides/)).toBeVisible();
		const { stance, prediction } = stepOf('orient');
		await expect(page.getByText(`You said: ${plain(stance.options[2]!.text)}`)).toBeVisible();
		await expect(page.getByText(`You said: ${plain(prediction.options[4]!.text)}`)).toBeVisible();
		await expect(page.getByText(/In two, the website article of 2025 and the op-ed of 2024/)).toBeVisible();
		await page.getByRole('button', { name: 'Close the lesson' }).click();
		await expect(page.getByText(/^The lesson is closed\./)).toBeVisible();
		await saved(page);
	});

	await test.step('the catalogue and the lesson know it', async () => {
		await page.getByRole('link', { name: 'Parallax' }).click();
		await expect(page.getByText(`${lesson.steps.length} of ${lesson.steps.length} steps done`)).toBeVisible();
		await page.getByRole('link', { name: lesson.title }).click();
		await expect(page.getByRole('link', { name: 'Continue' })).toBeVisible();
	});
});

const feedbackOf = (item: { options: { id: string; feedback: string }[] }) =>
	item.options.map(({ id, feedback }) => ({ id, text: feedback }));

test('a card that stands in the wrong place is told so, and its row is shown', async ({ page }) => {
	await open(page, `/learn/${lesson.id}/weigh/`);
	await addByRow(page, { card: 'h', on: 'T', how: 'because' });
	await page.getByRole('button', { name: 'Score the map' }).click();
	await page
		.getByRole('button', { name: /^Show ?: Analysts of a 2017/ })
		.first()
		.click();
	await expect(page.getByRole('treeitem', { name: wordsOf('h'), selected: true })).toBeFocused();
});
