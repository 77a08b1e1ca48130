import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { kit, label, references, wordsOf } from './map.ts';
import { breaches, expect, lesson, lessons, open, openStep, saved, settle, stepIds, test } from './support.ts';
import type { ArgumentMap, Reference } from '../../src/lib/domain/argument/model.ts';

const fileOf = (map: ArgumentMap) => JSON.stringify({ format: 'parallax-argument-map', version: 1, map });
const [first, second] = [references[0]!, references[1]!];

async function choose(page: Page, text: string, name = 'map.json') {
	if (!(await page.locator('#import-map').isVisible())) await page.locator('#exchange-summary').click();
	await page.locator('#import-map').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}
async function bring(page: Page, map: ArgumentMap) {
	await choose(page, fileOf(map));
	await expect(page.getByText('map.json is now your map.')).toBeVisible();
	await page.locator('#exchange-summary').click();
}
const scoreIt = (page: Page) => page.getByRole('button', { name: 'Score the map' }).click();
const wide = { width: 1440, height: 900 };
const narrow = { width: 390, height: 844 };

test.describe('a map from a file', () => {
	test('takes the place of the map, and undo brings the old one back, also after a reload', async ({ page }) => {
		await openStep(page, 'weigh');
		await page.locator(`#place-${kit.cards[0]!.id}`).click();
		await page.getByRole('button', { name: 'because: it supports this' }).click();
		await bring(page, first.map);
		await expect(page.getByRole('treeitem')).toHaveCount(15);
		await saved(page);
		await page.reload();
		await settle(page);
		await expect(page.getByRole('treeitem')).toHaveCount(15);
		await page.getByRole('button', { name: 'Undo' }).click();
		await expect(page.getByRole('treeitem')).toHaveCount(2);
		await page.getByRole('button', { name: 'Undo' }).click();
		await expect(page.getByRole('treeitem')).toHaveCount(1);
		await page.getByRole('button', { name: 'Redo' }).click();
		await page.getByRole('button', { name: 'Redo' }).click();
		await expect(page.getByRole('treeitem')).toHaveCount(15);
	});

	test('that is none is refused with the place, what was expected and what was found', async ({ page }) => {
		await openStep(page, 'weigh');
		await choose(page, fileOf(first.map).replaceAll('"c"', '"stranger"'), 'odd.json');
		const outcome = page.locator('#import-outcome');
		await expect(outcome).toBeFocused();
		await expect(outcome).toContainText('odd.json cannot be taken as a map.');
		await expect(outcome).toContainText(
			'A card is not in the kit of this lesson. map.groups.2.premises.0 Found: stranger.'
		);
		await expect(outcome).toContainText('Your map is unchanged.');
		await choose(page, '{', 'cut.json');
		await expect(outcome).toContainText('This is not a JSON file, or it is cut off.');
		await expect(page.getByRole('treeitem')).toHaveCount(1);
	});

	test('goes out in every form', async ({ page }) => {
		await openStep(page, 'weigh');
		await bring(page, first.map);
		await page.locator('#exchange-summary').click();
		const take = async (id: string) => {
			const waiting = page.waitForEvent('download');
			await page.locator(`#export-${id}`).click();
			const download = await waiting;
			return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
		};
		expect((await take('json')).text).toContain(JSON.stringify(first.map.groups[0]!.premises[0]));
		expect(await take('argdown')).toMatchObject({
			name: `${lesson.id}.argdown`,
			text: expect.stringContaining('<step r1>') as unknown as string
		});
		expect(JSON.parse((await take('aif')).text)).toHaveProperty('edges');
		expect((await take('svg')).text).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
		expect((await take('text')).text).toContain(`- because ${wordsOf(first.map.groups[0]!.premises[0]!)}`);
	});
});

test.describe('the score', () => {
	test('is explained link by link, and feedback leads to its place', async ({ page }) => {
		await openStep(page, 'weigh');
		await bring(page, {
			...first.map,
			groups: first.map.groups.filter(({ target }) => 'card' in target),
			evidence: []
		});
		await scoreIt(page);
		const region = page.getByRole('region', { name: 'How the map stands' });
		await region.getByText('Why this number').click();
		await expect(region.getByText(/^Links: you have \d+, the accepted map has \d+/)).toBeVisible();
		await expect(region.getByText(/ = \.\d\d → \d\d$/)).toBeVisible();
		await expect(region.getByText('These weights are reasoned, not validated with human raters.')).toBeVisible();
		await region.getByRole('button', { name: /^Show/ }).first().click();
		await expect(page.locator('[role=treeitem]:focus')).toBeVisible();
	});

	test('opens the nearest accepted map after three attempts, and an earlier attempt can be taken up', async ({
		page
	}) => {
		await openStep(page, 'weigh');
		await bring(page, { ...second.map, evidence: [] });
		await scoreIt(page);
		await expect(page.getByText(/^After three attempts/)).toBeVisible();
		for (let more = 0; more < 2; more += 1) {
			await page.getByRole('treeitem').last().focus();
			await page.keyboard.press('Delete');
			await scoreIt(page);
		}
		await page.getByText('Compare with the nearest accepted map').click();
		await expect(page.getByText(/^Nearest accepted map:/)).toBeVisible();
		const rows = page.locator('#map-compare tbody tr');
		await expect(rows.filter({ hasText: 'missing' })).not.toHaveCount(0);
		const shown = await rows.count();
		await page.getByLabel('Only differences').uncheck();
		expect(await rows.count()).toBeGreaterThan(shown);

		const before = await page.getByRole('treeitem').count();
		await page.getByRole('button', { name: 'Take up the map of attempt 1 again' }).click();
		await expect(page.getByRole('treeitem')).toHaveCount(before + 2);
	});
});

test('what still stands moves at once with what is switched off or believed, and is never marked', async ({ page }) => {
	await openStep(page, 'weigh');
	await bring(page, first.map);
	await page.getByText('What still stands?').click();
	const outcome = page.locator('#map-standing [role=status]');
	await expect(outcome).toHaveText(/^The contention: [a-z ]+ \(\d+ of 100\)\.\s*$/);
	await expect(page.getByText('An exploration, never part of your mark.')).toBeVisible();
	await page.locator('#on-a').uncheck();
	await expect(outcome).toContainText('↓ from');
	await page.getByRole('button', { name: 'Put everything back' }).click();
	await expect(outcome).not.toContainText('from');
	const slider = page.locator('#belief-b');
	await slider.focus();
	await slider.press('End');
	await expect(outcome).toContainText('↑ from');
	await expect(page.locator('#map-outcome')).toHaveCount(0);
});

test('own notes are kept, shown on their row and undone', async ({ page }) => {
	await openStep(page, 'weigh');
	await page.getByText('Own notes', { exact: true }).click();
	await page.getByLabel('New note').fill('Who says fair?');
	await page.getByRole('button', { name: 'Add the note' }).click();
	await expect(page.getByRole('tree').getByText('Who says fair?')).toBeVisible();
	await saved(page);
	await page.reload();
	await settle(page);
	await expect(page.getByRole('tree').getByText('Who says fair?')).toBeVisible();
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByText('Who says fair?')).toHaveCount(0);
});

test.describe('the tree', () => {
	test('tells its roles, levels, positions and what is folded', async ({ page }) => {
		await openStep(page, 'weigh');
		await bring(page, first.map);
		const cdp = await page.context().newCDPSession(page);
		const announced = async () => {
			await cdp.send('Accessibility.enable');
			const { nodes } = await cdp.send('Accessibility.getFullAXTree');
			return nodes
				.filter(({ role, ignored }) => role?.value === 'treeitem' && !ignored)
				.map(({ name, properties }) => {
					const of = (key: string) => properties?.find((one) => one.name === key)?.value.value as unknown;
					return { name: String(name?.value), level: of('level'), expanded: of('expanded') };
				});
		};
		const rows = await announced();
		expect(rows).toHaveLength(15);
		expect(rows[0]).toMatchObject({ level: 1, expanded: true });
		expect(rows[1]).toMatchObject({ level: 2, expanded: true });
		expect(rows[1]!.name).toContain('because');
		expect(rows.find(({ name }) => name.includes(wordsOf('b')))).toMatchObject({ level: 3, expanded: undefined });
		const positions = await page
			.getByRole('treeitem')
			.evaluateAll((items) => items.map((item) => `${item.ariaPosInSet}/${item.ariaSetSize}`));
		expect(positions.slice(0, 4)).toEqual(['1/1', '1/5', '1/2', '2/2']);

		await page.getByRole('treeitem').nth(1).focus();
		await page.keyboard.press('ArrowLeft');
		await expect(page.getByRole('treeitem')).toHaveCount(13);
		expect((await announced())[1]).toMatchObject({ level: 2, expanded: false });
		await page.keyboard.press('ArrowRight');
		await expect(page.getByRole('treeitem')).toHaveCount(15);
	});

	test('finds a card by its first letters, moves a branch out and in, and by cut and paste', async ({ page }) => {
		await openStep(page, 'weigh');
		await bring(page, first.map);
		const row = (card: string) =>
			page.locator(`[role=treeitem]:has(> .label:has-text(${JSON.stringify(wordsOf(card))}))`);
		await page.getByRole('treeitem').first().focus();
		await page.keyboard.type('str');
		await expect(row('j')).toBeFocused();
		// “Official English …”: o alone would ask for an objection.
		await row('k').focus();
		await page.keyboard.press('Alt+ArrowLeft');
		await expect(row('k')).toHaveAttribute('aria-level', '2');
		await expect(page.locator('#map-said')).toContainText('is now an objection to');
		await page.keyboard.press('Alt+ArrowRight');
		await expect(row('k')).toHaveAttribute('aria-level', '3');
		await page.keyboard.press('Control+x');
		await row('c').focus();
		await page.keyboard.press('Control+v');
		await expect(row('k')).toBeFocused();
		await expect(
			row('c')
				.locator('[role=treeitem]')
				.filter({ hasText: wordsOf('k') })
		).toHaveCount(1);
	});
});

test.describe('outline and drawing', () => {
	test('have no breaches of accessibility, with everything open, light and dark', async ({ page }) => {
		test.slow();
		await page.setViewportSize(wide);
		await openStep(page, 'weigh');
		await bring(page, first.map);
		await scoreIt(page);
		await page.locator('.drawing svg').waitFor();
		for (const id of ['why', 'compare', 'standing', 'notes', 'exchange']) await page.locator(`#${id}-summary`).click();
		await page.locator('#import-map').waitFor();
		expect(await breaches(page)).toEqual([]);
		await page.setViewportSize({ width: 390, height: 844 });
		await page.getByRole('radio', { name: 'Drawing' }).check();
		await page.locator('.drawing svg').waitFor();
		expect(await breaches(page)).toEqual([]);
	});

	for (const [name, viewport, size] of [
		['at 320 px', { width: 320, height: 640 }, ''],
		['with text of 200 %', { width: 390, height: 844 }, '200%']
	] as const)
		test(`are used ${name} without scrolling sideways`, async ({ page }) => {
			await page.setViewportSize(viewport);
			await openStep(page, 'weigh');
			if (size) await page.evaluate((percent) => (document.documentElement.style.fontSize = percent), size);
			await bring(page, first.map);
			const over = () =>
				page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
			expect(await over()).toBe(0);
			await page.getByRole('radio', { name: 'Drawing' }).check();
			const box = page.locator('.drawing svg').getByRole('button', { name: wordsOf('j') });
			await box.click();
			await page.getByRole('button', { name: 'Remove' }).click();
			await expect(box).toHaveCount(0);
			expect(await over()).toBe(0);
			await page.getByRole('radio', { name: 'Outline' }).check();
			await expect(label(page, 'j')).toHaveCount(0);
			expect(await over()).toBe(0);
		});

	test('follow each other, and the keys work in both', async ({ page }) => {
		await page.setViewportSize(wide);
		await openStep(page, 'weigh');
		await page.locator('.drawing svg').waitFor();
		await bring(page, first.map);
		const boxes = page.locator('.drawing svg').getByRole('button');
		await expect(boxes).toHaveCount(15);
		const cdp = await page.context().newCDPSession(page);
		await cdp.send('Accessibility.enable');
		/** The boxes as the browser tells them to assistive tools, one after the other. */
		const read = async (): Promise<string[]> => {
			const { nodes } = await cdp.send('Accessibility.getFullAXTree');
			const parts = new Map(nodes.map((node) => [node.nodeId, node]));
			const drawn = nodes.find(({ name }) => String(name?.value).startsWith('The same map as in the outline'));
			const below = (id: string): string[] => {
				const { role, name, childIds = [] } = parts.get(id)!;
				return role?.value === 'button' ? [String(name?.value)] : childIds.flatMap(below);
			};
			return drawn ? below(drawn.nodeId) : [];
		};
		const inOrder = async () => {
			const rows = await page.getByRole('treeitem').evaluateAll((all) => all.map(({ id }) => `box-${id}`));
			await expect(page.locator('.drawing svg')).toHaveAttribute('aria-owns', rows.join(' '));
			const names = await Promise.all(rows.map((id) => page.locator(`[id="${id}"]`).getAttribute('aria-label')));
			await expect.poll(read).toEqual(names);
		};
		await inOrder();
		await page.getByRole('treeitem').nth(4).focus();
		await page.keyboard.press('Alt+ArrowUp');
		await expect(page.locator('#map-said')).toContainText(' of ');
		await inOrder();
		await page.keyboard.press('Control+z');
		await inOrder();
		await boxes.last().focus();
		await page.keyboard.press('ArrowUp');
		await expect(boxes.nth(13)).toBeFocused();
		await page.keyboard.press('Delete');
		await expect(page.getByRole('treeitem')).toHaveCount(13);
		await page.keyboard.press('Control+z');
		await expect(boxes).toHaveCount(15);
	});

	test('keep what is selected in sight in both, whichever it is selected in', async ({ page }) => {
		await page.setViewportSize({ width: 1280, height: 600 });
		await openStep(page, 'weigh');
		await page.locator('.drawing svg').waitFor();
		await bring(page, first.map);
		const selected = page.locator('[role=treeitem][aria-selected=true] > .label');
		const inSight = async (part: Locator) => {
			await expect(part).toBeInViewport({ ratio: 1 });
			// Nor under the bar with what can be done.
			const [{ y, height }, bar] = [(await part.boundingBox())!, (await page.locator('.hand').boundingBox())!];
			expect(y + height).toBeLessThanOrEqual(bar.y + 1);
		};
		await page.evaluate(() => scrollTo(0, 0));
		await page.getByRole('treeitem').first().focus();
		// To the end and back: a row with a long branch is not in sight by the end of that branch.
		for (const key of ['ArrowDown', 'ArrowUp'])
			for (let row = 1; row < 15; row += 1) {
				await page.keyboard.press(key);
				await inSight(selected);
			}
		await page.locator('.map').evaluate((map) => map.scrollIntoView());
		for (let row = 1; row < 15; row += 1) {
			await page.keyboard.press('ArrowDown');
			await inSight(page.locator('.drawing .box.selected .face'));
		}
		const top = await page.evaluate(() => scrollY);
		for (const card of ['k', 'c', 'j']) {
			await page
				.locator('.drawing svg')
				.getByRole('button', { name: wordsOf(card) })
				.click();
			await expect(selected).toContainText(wordsOf(card));
			await inSight(selected);
		}
		expect(await page.evaluate(() => scrollY)).toBe(top);
	});

	test('keep the focus where it is of use when what had it goes', async ({ page }) => {
		await page.setViewportSize(wide);
		await openStep(page, 'weigh');
		await page.locator('.drawing svg').waitFor();
		await bring(page, first.map);
		const box = (card: string) => page.locator('.drawing svg').getByRole('button', { name: wordsOf(card) });
		const row = page.locator('[role=treeitem][aria-selected=true]');
		const press = async (button: Locator) => {
			await button.focus();
			await page.keyboard.press('Enter');
		};
		await label(page, 'k').click();
		await press(page.getByRole('button', { name: 'Move to…' }));
		await expect(row).toBeFocused();
		await page.keyboard.press('Escape');
		await expect(row).toBeFocused();
		await press(page.getByRole('button', { name: 'Move to…' }));
		await press(page.getByRole('button', { name: 'Cancel' }));
		await expect(row).toBeFocused();
		// In the drawing a card is put on a box, and the focus stays there.
		await box('j').focus();
		await page.keyboard.press('Delete');
		await expect(box('j')).toHaveCount(0);
		await box('c').focus();
		await page.keyboard.press('r');
		await press(page.locator('dialog .pick').first());
		await expect(page.locator('.drawing .box.selected')).toBeFocused();
		await page.locator('#notes-summary').click();
		await page.locator('#new-note').fill('Mine.');
		await press(page.getByRole('button', { name: 'Add the note' }));
		await press(page.getByRole('button', { name: 'Remove note 1' }));
		await expect(page.locator('#new-note')).toBeFocused();
		await scoreIt(page);
		await page.locator('#exchange-summary').click();
		await press(page.locator('#map-clear'));
		await expect(row).toBeFocused();
		await press(page.getByRole('button', { name: /^Take up the map of attempt 1/ }));
		await expect(row).toBeFocused();
		for (let left = 20; left > 0 && (await page.locator('#map-undo').isEnabled()); left -= 1)
			await press(page.locator('#map-undo'));
		await expect(page.locator('#map-undo')).toBeDisabled();
		await expect(row).toBeFocused();
	});

	test('are loaded when they are asked for, the drawing with the map step alone', async ({ page }) => {
		const scripts = new Set<string>();
		page.on('request', (request) => request.url().endsWith('.js') && scripts.add(request.url()));
		/** Of the scripts that were asked for, those that draw. */
		const drawing = async () => {
			const texts = await Promise.all([...scripts].map(async (url) => (await page.request.get(url)).text()));
			return texts.filter((text) => text.includes('drawing-heading')).length;
		};
		for (const step of stepIds) await openStep(page, step);
		await openStep(page, 'weigh');
		expect(await page.locator('.drawing').count()).toBe(0);
		expect(await drawing()).toBe(0);
		await page.getByRole('radio', { name: 'Drawing' }).check();
		await page.locator('.drawing svg').waitFor();
		expect(await drawing()).toBe(1);
	});

	test('print on one page, each of the maps', async ({ page }) => {
		test.slow();
		const pages = async () =>
			(await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length;
		for (const { id, steps } of lessons)
			for (const step of steps) {
				if (step.id !== 'weigh') continue;
				await page.setViewportSize(narrow);
				await open(page, `/learn/${id}/weigh/`);
				const cards = ({ map }: Reference) =>
					map.groups.flatMap(({ premises }) => premises).length + map.evidence.length;
				await bring(page, step.references.toSorted((a, b) => cards(b) - cards(a))[0]!.map);
				expect(await pages(), `${id}, outline`).toBe(1);
				for (const size of [narrow, wide]) {
					await page.setViewportSize(size);
					if (size === narrow) await page.getByRole('radio', { name: 'Drawing' }).check();
					await page.locator('.drawing svg').waitFor();
					expect(await pages(), `${id}, drawing, ${size.width} px`).toBe(1);
				}
			}
	});
});
