import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { ArgumentMap } from '../../src/lib/domain/argument/model.ts';
import { press, reach } from './keyboard.ts';
import { addByCard, addByRow, addWords, movesOf, references, wayKeys, wordsOf, type Move } from './map.ts';
import { expect, openStep, saved, test } from './support.ts';

// One task, solved in three ways: by keyboard alone, by single taps alone, by dragging in the drawing.

const moves = movesOf(references[1]!);
const rowOf = (page: Page, card: string) =>
	page.getByRole('tree').locator(`[role=treeitem]:has(> .label:has-text(${JSON.stringify(wordsOf(card))}))`);

async function byKeys(page: Page, { card, on, how }: Move) {
	await page.keyboard.press('Home');
	for (let presses = 0; presses < 30; presses += 1) {
		if (await rowOf(page, on).evaluate((row) => row === document.activeElement)) break;
		await page.keyboard.press('ArrowDown');
	}
	await page.keyboard.press(wayKeys[how]);
	await press(page, page.getByRole('dialog', { name: addWords[how] }).getByRole('button', { name: wordsOf(card) }));
	await expect(rowOf(page, card)).toBeFocused();
}

/** From the card's grip in the kit to the zone that shows on the target in the drawing. */
async function byDrag(page: Page, { card, on, how }: Move) {
	const box = page.locator('.drawing svg').getByRole('button', { name: wordsOf(on) });
	await box.scrollIntoViewIfNeeded();
	const grip = page.locator(`[data-kit="${card}"] .grip`);
	await grip.scrollIntoViewIfNeeded();
	const middle = async (part: typeof grip) => {
		const place = (await part.boundingBox())!;
		return [place.x + place.width / 2, place.y + place.height / 2] as const;
	};
	await page.mouse.move(...(await middle(grip)));
	await page.mouse.down();
	await page.mouse.move(...(await middle(box)), { steps: 4 });
	const zone = page.locator(`.drawing [data-zone="${how}"]`);
	await page.mouse.move(...(await middle(zone)), { steps: 2 });
	await page.mouse.up();
	await expect(page.locator('.drawing svg').getByRole('button', { name: wordsOf(card) })).toBeVisible();
}

/** Scores the map and takes it along as a file. */
async function handIn(page: Page): Promise<{ total: string; map: ArgumentMap }> {
	await page.locator('#score').focus();
	await page.keyboard.press('Enter');
	const total = await page.locator('#map-outcome .total').textContent();
	await page.locator('#exchange-summary').focus();
	await page.keyboard.press('Enter');
	await page.locator('#export-json').focus();
	const download = page.waitForEvent('download');
	await page.keyboard.press('Enter');
	const { map } = JSON.parse(readFileSync(await (await download).path(), 'utf8')) as { map: ArgumentMap };
	return { total: total ?? '', map };
}

const solved: { way: string; total: string; map: ArgumentMap }[] = [];

test('a map by keyboard alone, by single taps alone and by dragging is the same map with the same score', async ({
	browser,
	baseURL
}) => {
	test.slow();
	const ways: [string, { width: number; height: number }, (page: Page) => Promise<void>][] = [
		[
			'keyboard',
			{ width: 390, height: 844 },
			async (page) => {
				await reach(page, rowOf(page, 'T'));
				for (const move of moves) await byKeys(page, move);
			}
		],
		[
			'taps',
			{ width: 390, height: 844 },
			async (page) => {
				for (const [at, move] of moves.entries())
					await (at % 2 ? addByCard(page, move, 'tap') : addByRow(page, move, 'tap'));
			}
		],
		[
			'drag',
			{ width: 1440, height: 900 },
			async (page) => {
				await page.locator('.drawing svg').waitFor();
				for (const move of moves) await byDrag(page, move);
			}
		]
	];
	for (const [way, viewport, solve] of ways)
		await test.step(way, async () => {
			const context = await browser.newContext({
				baseURL: baseURL ?? '',
				viewport,
				hasTouch: way === 'taps',
				reducedMotion: 'reduce'
			});
			const page = await context.newPage();
			await openStep(page, 'weigh');
			await solve(page);
			solved.push({ way, ...(await handIn(page)) });
			await saved(page);
			await context.close();
		});
	const [keys, taps, drag] = solved;
	expect(keys?.total).toBe('100 of 100: strong');
	expect(taps).toEqual({ ...keys, way: 'taps' });
	expect(drag).toEqual({ ...keys, way: 'drag' });
	expect(keys?.map.groups).toHaveLength(references[1]!.map.groups.length);
});

test('a drag ends without a change by Escape and outside of a place, and moves a branch with it', async ({ page }) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	await openStep(page, 'weigh');
	await page.locator('.drawing svg').waitFor();
	const [first, second] = [moves[0]!, moves.find(({ on }) => on === moves[0]!.card)!];
	await byDrag(page, first);
	await byDrag(page, second);
	// All of it in sight: the pointer goes from one end to the other.
	await page.getByRole('button', { name: 'Fit', exact: true }).click();
	const tree = page.getByRole('tree');
	const before = await tree.ariaSnapshot();

	const box = page.locator('.drawing svg').getByRole('button', { name: wordsOf(second.card) });
	const root = page.locator('.drawing svg').getByRole('button', { name: wordsOf('T') });
	const lift = async (to: typeof root) => {
		const from = (await box.boundingBox())!;
		await page.mouse.move(from.x + 40, from.y + from.height - 12);
		await page.mouse.down();
		const place = (await to.boundingBox())!;
		await page.mouse.move(place.x + place.width / 2, place.y + place.height / 2, { steps: 4 });
	};
	await lift(root);
	await expect(page.locator('.drawing [data-zone]').first()).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.locator('.drawing [data-zone]')).toHaveCount(0);
	await page.mouse.up();
	await lift(box);
	await page.mouse.up();
	// The row was selected by the press; the map is as it was.
	expect((await tree.ariaSnapshot()).replaceAll(' [selected]', '')).toBe(before.replaceAll(' [selected]', ''));

	await lift(root);
	const zone = (await page.locator('.drawing [data-zone="however"]').boundingBox())!;
	await page.mouse.move(zone.x + zone.width / 2, zone.y + zone.height / 2, { steps: 2 });
	await page.mouse.up();
	await expect(page.locator('#map-said')).toContainText('is now an objection to');
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.locator('#map-said')).toContainText('Taken back:');
	expect((await tree.ariaSnapshot()).replaceAll(' [selected]', '')).toBe(before.replaceAll(' [selected]', ''));
});

test.describe('on a touch screen', () => {
	test.use({ hasTouch: true });

	test('two fingers zoom the drawing around what is between them, and the page stays as it is', async ({ page }) => {
		await openStep(page, 'weigh');
		for (const move of moves.slice(0, 4)) await addByCard(page, move);
		await page.getByText('Drawing', { exact: true }).tap();
		const view = page.locator('.drawing .view');
		await view.scrollIntoViewIfNeeded();
		await expect(page.getByText('75 %')).toBeVisible();
		const { x, y } = (await view.boundingBox())!;
		const middle = { x: x + 160, y: y + 160 };
		const box = page.locator('.drawing svg').getByRole('button', { name: wordsOf(moves[0]!.card) });
		const before = (await box.boundingBox())!;

		const fingers = await page.context().newCDPSession(page);
		const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...at: number[]) =>
			fingers.send('Input.dispatchTouchEvent', {
				type,
				touchPoints: at.map((from, id) => ({ x: middle.x + from, y: middle.y, id }))
			});
		await touch('touchStart', -40);
		await touch('touchStart', -40, 40);
		for (const apart of [50, 65, 80]) await touch('touchMove', -apart, apart);
		await touch('touchEnd');
		await expect(page.getByText('150 %')).toBeVisible();
		const after = (await box.boundingBox())!;
		expect(after.x - middle.x).toBeCloseTo(2 * (before.x - middle.x), -0.5);
		expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);

		// Together as far as it goes, and the buttons go on from there.
		await touch('touchStart', -160, 160);
		for (const apart of [80, 40, 5]) await touch('touchMove', -apart, apart);
		await touch('touchEnd');
		await expect(page.getByText('10 %')).toBeVisible();
		await page.getByRole('button', { name: 'Larger', exact: true }).tap();
		await expect(page.getByText('13 %')).toBeVisible();
	});
});
