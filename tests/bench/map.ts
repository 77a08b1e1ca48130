import { chromium, type Locator, type Page } from '@playwright/test';
import { facesOf } from '../../src/lib/domain/argument/drawing/card-size.ts';
import { layoutOf } from '../../src/lib/domain/argument/drawing/layout.ts';
import { outlineOf } from '../../src/lib/domain/argument/index.ts';
import type { ArgumentMap, Card, Kit } from '../../src/lib/domain/argument/model.ts';
import { chromiumFlags, executablePath } from '../support/chromium.ts';

export interface MapRow {
	what: string;
	value: number;
	budget: number;
	unit: string;
}

/** `count` cards of a sentence each, a quarter of them evidence, and a map that uses all: four on each claim. */
export function task(count: number): { kit: Kit; map: ArgumentMap } {
	const cards = Array.from({ length: count }, (_, at): Card => ({
		id: `c${at}`,
		text: `Card ${at} says in a sentence of usual length what one of the voices holds about the question.`,
		role: at % 4 === 3 ? 'evidence' : 'claim',
		frame: at % 2 ? 'chinese' : 'western',
		claims: [],
		sources: []
	}));
	const claims = cards.filter(({ role }) => role === 'claim').map(({ id }) => id);
	return {
		kit: { root: { id: 'T', text: 'The sentence that the map is about.' }, cards },
		map: {
			root: 'T',
			groups: claims.map((id, at) => ({
				id: `g${at}`,
				kind: at % 3 ? 'reason' : 'objection',
				premises: [id],
				target: { card: at < 4 ? 'T' : claims[Math.floor((at - 4) / 3)]! }
			})),
			evidence: cards
				.filter(({ role }) => role === 'evidence')
				.map(({ id }, at) => ({ evidence: id, claim: claims[at % claims.length]! })),
			notes: []
		}
	};
}

const percentile = (times: number[], share: number): number =>
	times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;

function layoutTime(): MapRow {
	const { kit, map } = task(100);
	const times = Array.from({ length: 100 }, () => {
		const from = performance.now();
		layoutOf(outlineOf(kit, map), facesOf(kit));
		return performance.now() - from;
	});
	return { what: 'laying out a map of 100 cards (p95)', value: percentile(times, 0.95), budget: 16, unit: 'ms' };
}

/** A kit with cards left over, of each role, for what is added to a map that uses all the others. */
function withSpares({ kit, map }: { kit: Kit; map: ArgumentMap }): { kit: Kit; map: ArgumentMap } {
	const spare = kit.cards.slice(0, 4).map((card, at): Card => ({
		...card,
		id: `s${at}`,
		text: `Spare ${card.text}`
	}));
	return { kit: { ...kit, cards: [...kit.cards, ...spare] }, map };
}

/** Claims whose rows and boxes are edited, from one end of the map to the other. */
const edited = [0, 9, 18, 26, 37];
/** How often each edit is made: one time alone tells as much of what else the machine did. */
const rounds = 3;

/** Puts a card into the map by keyboard: a row, the key of a way, the first card of the list. The last key is timed. */
async function addByKeys(page: Page, row: Locator, way: string): Promise<Painted[]> {
	await row.focus();
	await timed(page, () => page.keyboard.press(way));
	await page.locator('dialog .pick').first().focus();
	return timed(page, () => page.keyboard.press('Enter'));
}

/** Drags the box of a card on the drawing to the first place that another shows for it. Letting go is timed. */
async function dragOnto(page: Page, card: Locator, onto: Locator): Promise<Painted[]> {
	const middle = async (part: Locator): Promise<[number, number]> => {
		const { x, y, width, height } = (await part.boundingBox())!;
		return [x + width / 2, y + height / 2];
	};
	await page.mouse.move(...(await middle(card)));
	await page.mouse.down();
	await page.mouse.move(...(await middle(onto)), { steps: 4 });
	await page.mouse.move(...(await middle(page.locator('.drawing [data-zone]').first())), { steps: 2 });
	return timed(page, () => page.mouse.up());
}

/** In ms from the key or from letting go: to the first frame that shows what it did, and to the one that shows all. */
interface Painted {
	first: number;
	all: number;
}

/** What the page measures by itself, so that nothing is asked of it while an edit is painted. */
interface Measuring {
	painted: Painted[];
	/** Some frames from now: what was done before has been painted and written then. */
	frames(): Promise<void>;
	/** The same after the next key, or after letting go next. */
	rest(): Promise<void>;
}

/** How long an act took to be painted, and nothing that went before. */
async function timed(page: Page, act: () => Promise<void>): Promise<Painted[]> {
	await page.evaluate(async () => {
		const seen = globalThis as unknown as Measuring;
		await seen.frames();
		seen.painted = [];
	});
	// Asked before: a question that came in meanwhile would be answered before the frame.
	const rest = page.evaluate(() => (globalThis as unknown as Measuring).rest());
	// The page has heard it, when it answers what was asked after it.
	await page.evaluate(() => true);
	await act();
	await rest;
	return page.evaluate(() => (globalThis as unknown as Measuring).painted.splice(0));
}

/**
 * From the key, or from letting go, to the next frame that shows what it did (Event Timing), on a processor four times
 * slower, in a map of 40 cards with outline and drawing beside each other: moves, turns, removals and their undoing,
 * and cards that are added, joined, attached and dragged to another. Of each edit the median of its rounds counts.
 */
async function editTime(origin: string): Promise<MapRow[]> {
	const { kit, map } = withSpares(task(40));
	const browser = await chromium.launch({ executablePath, args: chromiumFlags });
	const page = await browser.newPage({
		viewport: { width: 1440, height: 900 },
		reducedMotion: 'reduce',
		serviceWorkers: 'block'
	});
	await page.route('**/weigh.json', async (route) => {
		const response = await route.fetch();
		const document = (await response.json()) as { step: { kit: Kit; references: { map: ArgumentMap }[] } };
		document.step.kit = kit;
		for (const reference of document.step.references) Object.assign(reference, { map, equivalent: [], instead: {} });
		await route.fulfill({ response, json: document });
	});
	// By way of another step: a page that is opened from outside carries its data with it.
	await page.goto(`${origin}/learn/one-slogan-many-englishes/task/`);
	await page.locator('.step[data-ready]').waitFor();
	await page.getByRole('link', { name: 'Weigh' }).first().click();
	await page.locator('.step[data-ready] .map').waitFor();
	await page.locator('.drawing svg').waitFor();
	await page.locator('#exchange-summary').click();
	const file = JSON.stringify({ format: 'parallax-argument-map', version: 1, map });
	await page
		.locator('#import-map')
		.setInputFiles({ name: 'map.json', mimeType: 'application/json', buffer: Buffer.from(file) });
	await page.locator('#import-outcome .notice.good').waitFor();
	await page.locator('#exchange-summary').click();
	await page.locator('.map').evaluate((map) => map.scrollIntoView());
	const cdp = await page.context().newCDPSession(page);
	await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
	await page.evaluate(() => {
		const seen = globalThis as unknown as Measuring;
		seen.painted = [];
		let atRest = () => {};
		seen.frames = () => new Promise((done) => after(6, done));
		seen.rest = () => new Promise((done) => (atRest = done));
		const after = (frames: number, call: () => void): void =>
			void requestAnimationFrame(() => (frames > 1 ? after(frames - 1, call) : call()));
		/** Calls back when the next frame is painted, before all that waits. By hand: the observer of events rounds to 8 ms. */
		const whenPainted = (call: (at: number) => void) =>
			requestAnimationFrame(
				() => void scheduler.postTask(() => call(performance.now()), { priority: 'user-blocking' })
			);
		let last: (Painted & { from: number; isChanged?: true }) | undefined;
		const time = (event: Event) => {
			if (event instanceof KeyboardEvent && ['Alt', 'Control', 'Shift'].includes(event.key)) return;
			const mine: typeof last = { first: 0, all: 0, from: event.timeStamp };
			seen.painted.push((last = mine));
			const rested = atRest;
			atRest = () => {};
			// Where nothing has changed by then, only the sentence about it: an edit that is refused.
			whenPainted((at) => {
				mine.first = mine.all = at - mine.from;
				after(6, rested);
			});
		};
		addEventListener('keydown', time, { capture: true });
		addEventListener('pointerup', time, { capture: true });
		// Rows and boxes that come, go, move or say something else, and cards of the kit; not which is selected.
		const changes = new MutationObserver(() => {
			const mine = last;
			if (!mine) return;
			const isLate = !mine.isChanged && mine.first > 0;
			mine.isChanged = true;
			whenPainted((at) => {
				mine.all = at - mine.from;
				if (isLate) mine.first = mine.all;
			});
		});
		for (const part of document.querySelectorAll('[role=tree], .drawing svg, .kit'))
			changes.observe(part, {
				subtree: true,
				childList: true,
				characterData: true,
				attributeFilter: ['transform', 'd', 'aria-posinset', 'aria-setsize', 'aria-level']
			});
	});
	const rows = page.getByRole('treeitem');
	const rowOf = (card: number): Locator => page.locator(`[role=treeitem]:has(> .label:has-text("Card ${card} says"))`);
	const boxOf = (card: number): Locator =>
		page.locator('.drawing svg').getByRole('button', { name: `Card ${card} says` });
	/** What is done where, with the times that it took. */
	const times = new Map<string, Map<string, Painted[]>>();
	const keep = (what: string, where: string, painted: Painted[]): void => {
		const places = times.get(what) ?? new Map<string, Painted[]>();
		times.set(what, places.set(where, [...(places.get(where) ?? []), ...painted]));
	};
	/** Does an edit, keeps how long it took, and takes it back. */
	const doAndUndo = async (what: string, where: number, act: () => Promise<Painted[]>): Promise<void> => {
		const before = await page.locator('.drawing').ariaSnapshot();
		keep(what, `${where}`, await act());
		if ((await page.locator('.drawing').ariaSnapshot()) === before) throw new Error(`Nothing came of: ${what}.`);
		await page.locator('[role=treeitem][tabindex="0"]').focus();
		await timed(page, () => page.keyboard.press('Control+z'));
	};
	for (let round = 0; round < rounds; round += 1) {
		for (const at of [3, 12, 20, 28, 36]) {
			await rows.nth(at).focus();
			const keys = [
				'Alt+ArrowDown',
				'Alt+ArrowUp',
				'Alt+ArrowLeft',
				'Control+z',
				'Delete',
				'Control+z',
				'Control+Shift+z',
				'Control+z'
			];
			for (const [nth, key] of keys.entries())
				keep('moved, taken out, undone', `${at} ${nth}`, await timed(page, () => page.keyboard.press(key)));
			await page.locator('#row-turn').focus();
			keep('turned', `${at}`, await timed(page, () => page.keyboard.press('Enter')));
			await timed(page, () => page.keyboard.press('Enter'));
		}
		for (const at of edited) {
			await doAndUndo('added', at, () => addByKeys(page, rowOf(at), 'r'));
			await doAndUndo('joined to a reason', at, () => addByKeys(page, rowOf(at), 'c'));
			await doAndUndo('attached as evidence', at, () => addByKeys(page, rowOf(at), 'e'));
		}
		await page.getByRole('button', { name: 'Fit', exact: true }).click();
		for (const at of edited.slice(1)) await doAndUndo('dragged', at, () => dragOnto(page, boxOf(at), boxOf(0)));
	}
	await browser.close();
	return [...times].flatMap(([what, places]) => {
		const edits = [...places.values()];
		const of = (which: keyof Painted, share: number): number =>
			percentile(
				edits.map((painted) =>
					percentile(
						painted.map((one) => one[which]),
						0.5
					)
				),
				share
			);
		const name = `a card ${what}, map of 40, slow phone`;
		return [
			{ what: `${name} (median of ${edits.length})`, value: of('first', 0.5), budget: 50, unit: 'ms' },
			{ what: `${name} (slowest)`, value: of('first', 1), budget: 50, unit: 'ms' },
			// What follows in a frame of its own is seen as one with it up to a tenth of a second (Nielsen 1993).
			{ what: `${name}: both views and the kit (median)`, value: of('all', 0.5), budget: 100, unit: 'ms' },
			{ what: `${name}: both views and the kit (slowest)`, value: of('all', 1), budget: 100, unit: 'ms' }
		];
	});
}

export async function mapRows(origin: string): Promise<MapRow[]> {
	return [layoutTime(), ...(await editTime(origin))];
}
