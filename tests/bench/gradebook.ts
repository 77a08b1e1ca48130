import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { analyseItems } from '../../src/lib/domain/classroom/statistics/item-analysis.ts';
import { markResult } from '../../src/lib/domain/classroom/marks/mark-result.ts';
import { fraction } from '../../src/lib/domain/fraction.ts';
import type { Assignment } from '../../src/lib/domain/classroom/model.ts';
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

interface TraceEvent {
	name: string;
	ph: string;
	pid: number;
	tid: number;
	/** µs. */
	ts: number;
	dur?: number;
	/** µs of processor time. */
	tdur?: number;
	args?: { name?: string; chrome_mojo_event_info?: { mojo_interface_tag?: string } };
}

/**
 * The longest task of the page's main thread while `work` runs, in ms of processor time, since the clock also counts what
 * else the machine has to do. What Playwright asks of the page is left out: its messages are tasks there as well.
 */
async function longestTask(browser: Browser, page: Page, work: () => Promise<void>): Promise<number> {
	await browser.startTracing(page, { categories: ['toplevel'] });
	await work();
	const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
	const threadOf = ({ pid, tid }: TraceEvent): string => `${pid}/${tid}`;
	const main = new Set(traceEvents.filter(({ args }) => args?.name === 'CrRendererMain').map(threadOf));
	const onMain = traceEvents.filter((event) => event.ph === 'X' && main.has(threadOf(event)));
	const ofTools = onMain.filter(({ args }) => /devtools/i.test(args?.chrome_mojo_event_info?.mojo_interface_tag ?? ''));
	const isIn = (inner: TraceEvent, outer: TraceEvent): boolean =>
		threadOf(inner) === threadOf(outer) && inner.ts >= outer.ts && inner.ts <= outer.ts + (outer.dur ?? 0);
	const tasks = onMain.filter(
		(event) => event.name.endsWith('RunTask') && !ofTools.some((message) => isIn(message, event))
	);
	return Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur / 1000));
}

/** In the browser: 300 files picked at once, and a table of 300 × 20 scrolled from end to end. */
async function pageTimes(origin: string): Promise<MapRow[]> {
	const open = await classOf(rosterOf(300));
	const assignments = Array.from({ length: 20 }, (_, at) => assignmentIn(open, { title: `Week ${at + 1}` }));
	const [first] = assignments;
	const abilityOf = (code: string, week: number) => ((Number(code.slice(2)) + 3 * week) % 10) / 10;
	// The first week's work comes by files; that of the other 19 is there with the class.
	const earlier = assignments
		.slice(1)
		.flatMap((one, week) =>
			open.roster.map(({ code }) => keptOf(resultBy({ code, ability: abilityOf(code, week + 1) }, one, ''), one))
		);
	const copy = await copyOf(open, assignments, earlier);
	const device = await aDevice();
	// On the disk, as they are when they are picked: handed over by Playwright they would hold the page up themselves.
	const folder = await mkdtemp(join(tmpdir(), 'parallax-'));
	const copyPath = join(folder, copy.name);
	await writeFile(copyPath, copy.text);
	const paths: string[] = [];
	for (const { code } of open.roster) {
		const file = await sealedBy({ code, ability: abilityOf(code, 0) }, first!, device);
		paths.push(join(folder, file.name));
		await writeFile(paths.at(-1)!, file.text);
	}

	const browser = await chromium.launch({ executablePath, args: chromiumFlags });
	const page = await browser.newPage({
		viewport: { width: 1280, height: 800 },
		reducedMotion: 'reduce',
		serviceWorkers: 'block'
	});
	await page.goto(`${origin}/teach/#restore`);
	await page.locator('#restore-file').setInputFiles(copyPath);
	await page.getByRole('link', { name: open.name }).click({ timeout: 300_000 });
	await page.evaluate((hash) => (location.hash = hash), `#${open.id}/collect`);
	await page.locator('#collect-files:enabled').waitFor();
	const from = performance.now();
	const collecting = await longestTask(browser, page, async () => {
		await page.locator('#collect-files').setInputFiles(paths);
		await page.getByText(/^Everything has been read/).waitFor({ timeout: 300_000 });
	});
	const took = performance.now() - from;

	const opening = await longestTask(browser, page, async () => {
		await page.evaluate((hash) => (location.hash = hash), `#${open.id}/gradebook`);
		await page.locator('#class-table tbody tr').nth(299).waitFor({ state: 'attached' });
		await page.getByText(/^Working out the marks/).waitFor({ state: 'detached', timeout: 300_000 });
	});
	const scrolling = await longestTask(browser, page, () =>
		page.evaluate(async () => {
			const box = document.querySelector('#class-table')!.parentElement!;
			for (let at = 0; at <= box.scrollHeight; at += 200) {
				box.scrollTo(at / 10, at);
				await new Promise((done) => requestAnimationFrame(done));
			}
		})
	);
	const analysing = await longestTask(browser, page, async () => {
		await page.evaluate((hash) => (location.hash = hash), `#${open.id}/gradebook/${first!.id}/analysis`);
		await page.locator('#analysis-maps').waitFor({ timeout: 300_000 });
	});
	await browser.close();
	await rm(folder, { recursive: true });
	return [
		{ what: '300 result files collected: longest task', value: collecting, budget: 50, unit: 'ms' },
		{ what: '300 result files collected', value: took / 1000, budget: 30, unit: 's' },
		{ what: 'a gradebook of 300 × 20 opened: longest task', value: opening, budget: 50, unit: 'ms' },
		{ what: 'a gradebook of 300 × 20 scrolled: longest task', value: scrolling, budget: 50, unit: 'ms' },
		{ what: 'questions and maps of 300 results: longest task', value: analysing, budget: 50, unit: 'ms' }
	];
}

export async function gradebookRows(origin: string): Promise<MapRow[]> {
	const assignment = assignmentIn(await classOf(rosterOf(1)));
	return [analysisTime(), await markTime(assignment), ...(await pageTimes(origin))];
}
