import { chromium } from '@playwright/test';
import { analyseItems } from '../../src/lib/domain/classroom/statistics/item-analysis.ts';
import { markResult } from '../../src/lib/domain/classroom/marks/mark-result.ts';
import { fraction } from '../../src/lib/domain/fraction.ts';
import type { Assignment, TextFile } from '../../src/lib/domain/classroom/model.ts';
import type { Html } from '../../src/lib/domain/lesson/model.ts';
import {
	aDevice,
	assignmentIn,
	classOf,
	copyOf,
	key,
	keptOf,
	resultBy,
	rosterOf,
	sealedBy
} from '../support/a-class.ts';
import { chromiumFlags, executablePath } from '../support/chromium.ts';
import type { MapRow } from './map.ts';

/** 300 students and 40 questions: every figure of every question. */
function analysisTime(): MapRow {
	const items = Array.from({ length: 40 }, (_, at) => ({
		kind: 'single' as const,
		id: `q${at}`,
		prompt: '' as Html,
		sides: ['western' as const],
		claims: [],
		outcomes: [],
		points: 1,
		options: ['a', 'b', 'c', 'd'].map((id) => ({ id, text: '' as Html, right: id === 'a', feedback: '' as Html }))
	}));
	const marks = Array.from({ length: 300 }, (_, student) => ({
		first: [
			{
				lesson: key.lesson,
				step: 'check' as const,
				answers: items.map((item, at) => {
					const right = (student * 31 + at * 17) % 300 < student;
					const response = { kind: 'single' as const, choice: right ? 'a' : 'bcd'[at % 3]! };
					return { item, share: fraction(Number(right)), answered: true, response };
				})
			}
		]
	}));
	const keys = [{ ...key, check: { ...key.check!, items } }];
	const from = performance.now();
	analyseItems(marks, keys);
	return { what: 'item analysis of 300 × 40', value: performance.now() - from, budget: 500, unit: 'ms' };
}

/** Marks of 300 results from their answers. */
async function markTime(assignment: Assignment): Promise<MapRow> {
	const results = Array.from({ length: 300 }, (_, at) =>
		resultBy({ code: `S-${at + 1}`, ability: (at % 10) / 10 }, assignment, '')
	);
	const times = results.map((result) => {
		const from = performance.now();
		markResult(keptOf(result, assignment).result, assignment, [key]);
		return performance.now() - from;
	});
	const p95 = times.toSorted((a, b) => a - b)[284] ?? 0;
	return { what: 'marking one result from its answers (p95)', value: p95, budget: 50, unit: 'ms' };
}

/** In the browser: 300 files dropped at once, and a table of 300 × 20 scrolled from end to end. */
async function pageTimes(origin: string): Promise<MapRow[]> {
	const open = await classOf(rosterOf(300));
	const assignments = Array.from({ length: 20 }, (_, at) => assignmentIn(open, { title: `Week ${at + 1}` }));
	const [first] = assignments;
	const copy = await copyOf(open, assignments);
	const device = await aDevice();
	const files: TextFile[] = [];
	for (const { code } of open.roster)
		files.push(await sealedBy({ code, ability: (Number(code.slice(2)) % 10) / 10 }, first!, device));

	const browser = await chromium.launch({ executablePath, args: chromiumFlags });
	const page = await browser.newPage({
		viewport: { width: 1280, height: 800 },
		reducedMotion: 'reduce',
		serviceWorkers: 'block'
	});
	await page.goto(`${origin}/teach/#restore`);
	const inPage = ({ name, text }: TextFile) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
	await page.locator('#restore-file').setInputFiles(inPage(copy));
	await page.getByRole('link', { name: open.name }).click();
	await page.evaluate((hash) => (location.hash = hash), `#${open.id}/collect`);
	await page.locator('#collect-files').waitFor();
	await page.evaluate(() => {
		const seen = globalThis as unknown as { longest: number };
		seen.longest = 0;
		new PerformanceObserver((list) => {
			for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
		}).observe({ type: 'longtask' });
	});
	const longest = () => page.evaluate(() => (globalThis as unknown as { longest: number }).longest);
	const from = performance.now();
	await page.locator('#collect-files').setInputFiles(files.map(inPage));
	await page.getByText(/^Everything has been read/).waitFor({ timeout: 300_000 });
	const took = performance.now() - from;
	const task = await longest();

	await page.evaluate((hash) => (location.hash = hash), `#${open.id}/gradebook`);
	await page.locator('#class-table tbody tr').nth(299).waitFor({ state: 'attached' });
	await page.getByText(/^Working out the marks/).waitFor({ state: 'detached', timeout: 300_000 });
	const slowest = await page.evaluate(async () => {
		const box = document.querySelector('#class-table')!.parentElement!;
		let worst = 0;
		let last = performance.now();
		for (let at = 0; at <= box.scrollHeight; at += 200) {
			box.scrollTo(at / 10, at);
			await new Promise((done) => requestAnimationFrame(done));
			worst = Math.max(worst, performance.now() - last);
			last = performance.now();
		}
		return worst;
	});
	await browser.close();
	return [
		{ what: '300 result files collected: longest task', value: task, budget: 50, unit: 'ms' },
		{ what: '300 result files collected', value: took / 1000, budget: 30, unit: 's' },
		{ what: 'a gradebook of 300 × 20 scrolled: longest frame', value: slowest, budget: 50, unit: 'ms' }
	];
}

export async function gradebookRows(origin: string): Promise<MapRow[]> {
	const assignment = assignmentIn(await classOf(rosterOf(1)));
	return [analysisTime(), await markTime(assignment), ...(await pageTimes(origin))];
}
