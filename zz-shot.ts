import { chromium } from '@playwright/test';
import { readContent } from './src/cli/read-content.ts';
import { compileContent } from './src/lib/domain/lesson/compile.ts';
import { commandsFor } from './zz-commands.ts';
const [, , lessonId = 'one-slogan-many-englishes', what = 'all'] = process.argv;
const { content } = compileContent(readContent('lessons'));
const lesson = content!.lessons.find(({ id }) => id === lessonId)!;
const weigh = lesson.steps.find((s) => s.id === 'weigh')!;
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-sync'] });
const origin = 'http://localhost:5008';
async function go(name: string, opts: any, fn: (page: any) => Promise<void>) {
	const context = await browser.newContext({ reducedMotion: 'reduce', ...opts });
	const page = await context.newPage();
	page.on('console', (m) => m.type() === 'error' && console.log(name, 'console', m.text()));
	page.on('pageerror', (e) => console.log(name, 'error', e.message, e.stack?.slice(0, 400)));
	const prefix = name.startsWith('zh') ? '/zh' : '';
	await page.goto(`${origin}${prefix}/learn/${lessonId}/weigh/`);
	await page.locator('.step[data-ready]').waitFor();
	try { await fn(page); } catch (e) { console.log(name, 'FAILED', String(e).slice(0, 600)); }
	await context.close();
}
const file = JSON.stringify({ format: 'parallax-argument-map', version: 1, map: weigh.references[0]!.map });
async function load(page: any, body = file) {
	await page.locator('#exchange-summary').click();
	await page.locator('#import-map').setInputFiles({ name: 'map.json', mimeType: 'application/json', buffer: Buffer.from(body) });
	await page.locator('#import-outcome .notice').waitFor();
	await page.locator('#exchange-summary').click();
}
const wide = { viewport: { width: 1280, height: 800 } };
const phone = { viewport: { width: 390, height: 844 } };
const shot = (page: any, name: string, full = false) => page.screenshot({ path: `/tmp/shots/map-${name}.png`, fullPage: full });
import { mkdirSync } from 'node:fs';
mkdirSync('/tmp/shots', { recursive: true });
const run: Record<string, () => Promise<void>> = {
	async wide() {
		await go('wide', wide, async (page) => {
			await shot(page, 'wide-empty');
			await load(page);
			await page.evaluate(() => scrollTo(0, 0));
			await shot(page, 'wide', true);
			await page.locator('.map').scrollIntoViewIfNeeded();
			await page.evaluate(() => document.querySelector('.map')!.scrollIntoView());
			await shot(page, 'wide-view');
			await page.locator('#score').click();
			await page.locator('#why-summary').click();
			await page.locator('#why table, #map-why table').first().waitFor();
			await shot(page, 'wide-score', true);
		});
	},
	async dark() {
		await go('zh-dark', { ...wide, colorScheme: 'dark' }, async (page) => {
			await load(page);
			await page.evaluate(() => document.querySelector('.map')!.scrollIntoView());
			await shot(page, 'zh-dark-view');
			await page.locator('#standing-summary').click();
			await page.locator('#map-standing input[type=range]').first().waitFor();
			await page.locator('#map-standing').scrollIntoViewIfNeeded();
			await page.evaluate(() => document.querySelector('#map-standing')!.scrollIntoView());
			await shot(page, 'zh-dark-standing');
		});
	},
	async phone() {
		await go('phone', phone, async (page) => {
			await page.evaluate(() => document.querySelector('.map')!.scrollIntoView());
			await shot(page, 'phone-empty');
			await load(page);
			await page.evaluate(() => document.querySelector('.map')!.scrollIntoView());
			await shot(page, 'phone-outline');
			await page.getByRole('radio', { name: 'Drawing' }).check();
			await page.locator('.drawing svg').waitFor();
			await page.evaluate(() => document.querySelector('.map')!.scrollIntoView());
			await shot(page, 'phone-drawing');
			await page.evaluate(() => document.querySelector('.tray')!.scrollIntoView());
			await shot(page, 'phone-tray');
			await page.locator('#exchange-summary').click();
			await page.evaluate(() => document.querySelector('#map-exchange')!.scrollIntoView());
			await shot(page, 'phone-exchange');
			await load(page, file.replaceAll('"c"', '"zz"')).catch(() => {});
		});
	},
	async compare() {
		await go('compare', wide, async (page) => {
			const flat = structuredClone(weigh.references[0]!.map);
			flat.groups = flat.groups.slice(0, 4).map((g: any) => ('group' in g.target ? { ...g, target: { card: 'T' } } : g));
			flat.evidence = [];
			await load(page, JSON.stringify({ format: 'parallax-argument-map', version: 1, map: flat }));
			for (let i = 0; i < 3; i++) {
				await page.locator('#score').click();
				if (i < 2) {
					await page.getByRole('treeitem').nth(1).focus();
					await page.keyboard.press('Alt+ArrowDown');
				}
			}
			await page.evaluate(() => document.querySelector('#score-heading')!.scrollIntoView());
			await shot(page, 'compare-feedback');
			await page.locator('#compare-summary').click();
			await page.locator('#map-compare table').waitFor();
			await page.evaluate(() => document.querySelector('#map-compare')!.scrollIntoView());
			await shot(page, 'compare');
			await page.locator('#map-exchange summary').click();
			await page.locator('#import-map').setInputFiles({ name: 'bad.json', mimeType: 'application/json', buffer: Buffer.from(file.replaceAll('"c"', '"zz"')) });
			await page.locator('#import-outcome .notice').waitFor();
			await page.evaluate(() => document.querySelector('#map-exchange')!.scrollIntoView());
			await shot(page, 'exchange-bad');
		});
	},
	async drag() {
		await go('drag', wide, async (page) => {
			await load(page);
			await page.evaluate(() => document.querySelector('.map')!.scrollIntoView());
			const box = (id: string) => page.locator(`[data-row="${id}"]`).first().boundingBox();
			const ids = await page.locator('[data-row]').evaluateAll((all: any) => all.map((one: any) => one.dataset.row));
			console.log(ids.join(' '));
			const from = (await box(ids[4]))!, to = (await box(ids[2]))!;
			await page.mouse.move(from.x + 40, from.y + 30);
			await page.mouse.down();
			await page.mouse.move(to.x + 60, to.y + 10, { steps: 6 });
			await page.mouse.move(to.x + 60, to.y + 12, { steps: 2 });
			await shot(page, 'drag');
			await page.mouse.up();
			console.log(await page.locator('#map-said').textContent());
		});
	}
};
for (const [name, fn] of Object.entries(run)) if (what === 'all' || what.split(',').includes(name)) await fn();
await browser.close();
