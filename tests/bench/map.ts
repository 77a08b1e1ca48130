import { chromium } from '@playwright/test';
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

/**
 * From the key to the next frame that shows what it did (Event Timing), on a processor four times slower, in a map of
 * 40 cards with outline and drawing beside each other: moves, turns, removals and their undoing.
 */
async function editTime(origin: string): Promise<MapRow[]> {
	const { kit, map } = task(40);
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
	const cdp = await page.context().newCDPSession(page);
	await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
	await page.evaluate(() => {
		const seen = globalThis as unknown as { painted: number[] };
		seen.painted = [];
		// Timed by hand: the observer rounds to 8 ms and leaves out what is quick.
		addEventListener(
			'keydown',
			(event) => {
				if (['Alt', 'Control', 'Shift'].includes(event.key)) return;
				const from = event.timeStamp;
				requestAnimationFrame(() => {
					const channel = new MessageChannel();
					channel.port1.addEventListener('message', () => seen.painted.push(performance.now() - from));
					channel.port1.start();
					channel.port2.postMessage(null);
				});
			},
			{ capture: true }
		);
	});
	const rows = page.getByRole('treeitem');
	const edit = async (at: number, ...keys: string[]): Promise<void> => {
		await rows.nth(at).focus();
		for (const key of keys) {
			await page.keyboard.press(key);
			await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
		}
	};
	const painted = async (): Promise<number[]> =>
		page.evaluate(() => (globalThis as unknown as { painted: number[] }).painted.splice(0));
	for (const at of [3, 12, 20, 28, 36])
		await edit(at, 'Alt+ArrowDown', 'Alt+ArrowUp', 'Delete', 'Control+z', 'Control+Shift+z', 'Control+z');
	const times = await painted();
	await browser.close();
	const most = { budget: 50, unit: 'ms' };
	return [
		{
			what: `an edit of a map of 40 cards painted, slow phone (median of ${times.length})`,
			value: percentile(times, 0.5),
			...most
		},
		{ what: 'an edit of a map of 40 cards painted, slow phone (p95)', value: percentile(times, 0.95), ...most }
	];
}

export async function mapRows(origin: string): Promise<MapRow[]> {
	return [layoutTime(), ...(await editTime(origin))];
}
