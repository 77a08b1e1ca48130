import { chromium } from '@playwright/test';
import { launch as launchChrome } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { readContent } from '../../src/cli/read-content.ts';
import { serve } from '../../src/cli/serve.ts';
import { scoreMap } from '../../src/lib/domain/argument/index.ts';
import type { ArgumentMap, Kit } from '../../src/lib/domain/argument/model.ts';
import { compileContent } from '../../src/lib/domain/lesson/compile.ts';
import { mapRows } from './map.ts';

// Figures against their budgets, as ratios. Only bytes and requests fail the run: times depend on the machine.
interface Row {
	what: string;
	value: number;
	budget: number;
	unit: string;
	/** Breaks the run when it is above its budget. */
	hard?: true;
}

const executablePath = process.env.PARALLAX_CHROMIUM ?? '/usr/bin/chromium';
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-sync'];
const check = '/learn/one-slogan-many-englishes/check/';

/** Opens the quiz on a fresh profile: a slow phone has 150 ms, 1.6 Mbit/s and a processor four times slower. */
async function firstQuestion(origin: string, slow: boolean): Promise<Row[]> {
	const browser = await chromium.launch({ executablePath, args: flags });
	const context = await browser.newContext({ viewport: { width: 390, height: 844 }, serviceWorkers: 'block' });
	const page = await context.newPage();
	const cdp = await context.newCDPSession(page);
	await cdp.send('Network.enable');
	if (slow) {
		const downloadThroughput = (1.6 * 1024 * 1024) / 8;
		await cdp.send('Network.emulateNetworkConditions', {
			offline: false,
			latency: 150,
			downloadThroughput,
			uploadThroughput: downloadThroughput
		});
		await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
	}
	let bytes = 0;
	let requests = 0;
	cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
		bytes += encodedDataLength;
		requests += 1;
	});
	await page.addInitScript(() => {
		const seen = globalThis as unknown as { blocked: number };
		seen.blocked = 0;
		new PerformanceObserver((list) => {
			for (const { duration } of list.getEntries()) seen.blocked += duration - 50;
		}).observe({ type: 'longtask', buffered: true });
	});
	const from = performance.now();
	await page.goto(origin + check);
	await page.locator('.step[data-ready] fieldset:enabled').first().waitFor();
	const answerable = performance.now() - from;
	await page.waitForLoadState('networkidle');
	const blocked = await page.evaluate(() => (globalThis as unknown as { blocked: number }).blocked);
	await browser.close();
	const name = slow ? 'slow phone' : 'this machine';
	return [
		{ what: `quiz on ${name}: over the wire`, value: bytes / 1024, budget: 80, unit: 'kB', hard: true },
		{ what: `quiz on ${name}: requests`, value: requests, budget: 20, unit: '', hard: true },
		// A quarter of what H5P takes for the same quiz (5.6 s).
		{ what: `quiz on ${name}: answerable after`, value: answerable, budget: 1400, unit: 'ms' },
		{ what: `quiz on ${name}: blocked`, value: blocked, budget: 50, unit: 'ms' }
	];
}

async function lighthousePerformance(origin: string): Promise<Row[]> {
	const chrome = await launchChrome({
		chromePath: executablePath,
		chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu']
	});
	const rows: Row[] = [];
	for (const path of ['/', '/learn/one-slogan-many-englishes/', check]) {
		const run = await lighthouse(origin + path, {
			port: chrome.port,
			onlyCategories: ['performance'],
			logLevel: 'silent'
		});
		const score = Math.round(100 * (run?.lhr.categories.performance?.score ?? 0));
		rows.push({ what: `Lighthouse performance short of 100: ${path}`, value: 100 - score, budget: 0, unit: 'points' });
	}
	chrome.kill();
	return rows;
}

/** The built-in content with its first lesson `count` times, under other names. */
function manyLessons(count: number): Record<string, string> {
	const files = readContent('lessons');
	const [path = '', text = ''] = Object.entries(files).find(([file]) => /\/\d+-.*\.md$/.test(file)) ?? [];
	for (let index = 0; index < count; index++) {
		const id = `copy-${index}`;
		files[`${path.split('/')[0]}/${index + 10}-${id}.md`] = text.replace(/^id: .*$/m, `id: ${id}`);
	}
	return files;
}

function compileTime(): Row {
	const count = 100;
	const files = manyLessons(count);
	const from = performance.now();
	const { content, problems } = compileContent(files);
	if (!content) throw new Error(`The copies do not compile: ${problems[0]?.code}`);
	return { what: 'compiling, each lesson', value: (performance.now() - from) / count, budget: 50, unit: 'ms' };
}

/** A chain of cards below reasons: 60 cards, against five references of the same size. */
function scoreTime(): Row {
	const cards = Array.from({ length: 60 }, (_, index): Kit['cards'][number] => ({
		id: `c${index}`,
		text: '',
		role: index % 4 === 3 ? 'evidence' : 'claim',
		frame: index % 2 ? 'chinese' : 'western',
		claims: [],
		sources: []
	}));
	const claims = cards.filter(({ role }) => role === 'claim').map(({ id }) => id);
	const map = (step: number): ArgumentMap => ({
		root: 'T',
		groups: claims.map((id, index) => ({
			id: `g${index}`,
			kind: index % 3 ? 'reason' : 'objection',
			premises: [id],
			target: { card: index < step ? 'T' : (claims[index - step] ?? 'T') }
		})),
		evidence: cards
			.filter(({ role }) => role === 'evidence')
			.map(({ id }, index) => ({
				evidence: id,
				claim: claims[(index * step) % claims.length] ?? 'c0'
			})),
		notes: []
	});
	const references = [1, 2, 3, 4, 5].map((step) => ({
		id: `r${step}`,
		label: '',
		verdict: 'for' as const,
		reads: '',
		map: map(step),
		optional: [],
		equivalent: [],
		instead: {},
		misconceptions: []
	}));
	const times = Array.from({ length: 200 }, () => {
		const from = performance.now();
		scoreMap({ root: { id: 'T', text: '' }, cards }, references, map(6));
		return performance.now() - from;
	}).toSorted((a, b) => a - b);
	return { what: 'scoring a map, 60 cards and 5 references (p95)', value: times[189] ?? 0, budget: 5, unit: 'ms' };
}

const { origin, server } = await serve('build', 0);
const rows: Row[] = [compileTime(), scoreTime()];
rows.push(...(await firstQuestion(origin, false)), ...(await firstQuestion(origin, true)));
rows.push(...(await mapRows(origin, executablePath, flags)));
rows.push(...(await lighthousePerformance(origin)));
server.close();

console.table(
	rows.map(({ what, value, budget, unit, hard }) => ({
		what,
		value: `${Math.round(value * 10) / 10} ${unit}`,
		budget: `${budget} ${unit}`,
		'of budget': budget === 0 ? (value === 0 ? 'met' : 'missed') : `${Math.round((100 * value) / budget)} %`,
		kind: hard ? 'must' : 'aim'
	}))
);
const broken = rows.filter(({ hard, value, budget }) => hard && value > budget);
for (const { what, value, budget, unit } of broken)
	console.error(`Over budget: ${what}: ${value} of ${budget} ${unit}`);
process.exit(broken.length > 0 ? 1 : 0);
