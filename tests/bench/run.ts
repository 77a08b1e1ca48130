import { spawnSync } from 'node:child_process';
import { chromium } from '@playwright/test';
import { launch as launchChrome } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { serve } from '../../src/cli/serve.ts';
import { linksOf, scoreMap } from '../../src/lib/domain/argument/index.ts';
import type { ArgumentMap, Kit, Reference, Target } from '../../src/lib/domain/argument/model.ts';
import { outlineOf, stepDocumentOf, textOf } from '../../src/lib/content/documents.ts';
import { isQuiz, quizDocumentOf, quizKeyOf } from '../../src/lib/content/quiz-documents.ts';
import { compileContent } from '../../src/lib/domain/lesson/compile.ts';
import { chromiumFlags, executablePath } from '../support/chromium.ts';
import { manyLessons } from '../support/generated-lessons.ts';
import { classroomRows } from './classroom.ts';
import { gradebookRows } from './gradebook.ts';
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

/** What a page keeps of its own start. */
interface Seen {
	long: { startTime: number; duration: number }[];
	/** When the first question could be answered, in ms from the navigation. */
	answerable: number;
}

/** Each row's median of several runs: one alone tells as much of what else the machine did. */
async function medians(runs: number, measure: () => Promise<Row[]>): Promise<Row[]> {
	const all: Row[][] = [];
	for (let run = 0; run < runs; run++) all.push(await measure());
	const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
	return all[0]!.map((row, at) => ({ ...row, value: median(all.map((rows) => rows[at]!.value)) }));
}

const check = '/learn/one-slogan-many-englishes/check/';

/** Opens the quiz on a fresh profile: a slow phone has 150 ms, 1.6 Mbit/s and a processor four times slower. */
async function firstQuestion(origin: string, slow: boolean): Promise<Row[]> {
	const browser = await chromium.launch({ executablePath, args: chromiumFlags });
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
		const seen = globalThis as unknown as Seen;
		seen.long = [];
		new PerformanceObserver((list) => {
			for (const { startTime, duration } of list.getEntries()) seen.long.push({ startTime, duration });
		}).observe({ type: 'longtask', buffered: true });
		// The page looks by itself: a driver that waits asks it in every frame, which takes time of its own.
		new MutationObserver((_, observer) => {
			if (!document.querySelector('.step[data-ready] fieldset:enabled')) return;
			seen.answerable = performance.now();
			observer.disconnect();
			console.info('answerable');
		}).observe(document, { subtree: true, childList: true, attributeFilter: ['data-ready'] });
	});
	const said = page.waitForEvent('console', (message) => message.text() === 'answerable');
	await page.goto(origin + check);
	await said;
	await page.waitForLoadState('networkidle');
	// Total Blocking Time counts from the first paint (https://web.dev/articles/tbt): before it there is nothing to tap.
	const { answerable, before, blocked } = await page.evaluate(() => {
		const { long, answerable } = globalThis as unknown as Seen;
		const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
		const sum = (early: boolean) =>
			long.reduce((sum, task) => (task.startTime < painted === early ? sum + task.duration - 50 : sum), 0);
		return { answerable, before: sum(true), blocked: sum(false) };
	});
	await browser.close();
	const name = slow ? 'slow phone' : 'this machine';
	return [
		{ what: `quiz on ${name}: over the wire`, value: bytes / 1024, budget: 80, unit: 'kB', hard: true },
		{ what: `quiz on ${name}: requests`, value: requests, budget: 20, unit: '', hard: true },
		// A quarter of what H5P takes for the same quiz (5.6 s).
		{ what: `quiz on ${name}: answerable after`, value: answerable, budget: 1400, unit: 'ms' },
		{ what: `quiz on ${name}: blocked before the first paint`, value: before, budget: 50, unit: 'ms' },
		{ what: `quiz on ${name}: blocked from then on (TBT)`, value: blocked, budget: 50, unit: 'ms' }
	];
}

async function lighthousePerformance(origin: string): Promise<Row[]> {
	const chrome = await launchChrome({
		chromePath: executablePath,
		chromeFlags: ['--headless', ...chromiumFlags]
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

/** What a teacher waits for, start of Node included; and what the check itself takes. */
function checkTime(): Row[] {
	const from = performance.now();
	const { status } = spawnSync(process.execPath, ['src/cli/lessons.ts', 'check'], { stdio: 'ignore' });
	if (status !== 0) throw new Error('The lessons do not pass their check.');
	return [{ what: 'checking all lessons', value: performance.now() - from, budget: 2000, unit: 'ms' }];
}

/**
 * A catalogue of 1,000 lessons more, each of the size of the first: compiled with every rule, and every document that
 * its pages load made and written as JSON. The pages themselves are neither rendered nor packed here: that is SvelteKit's
 * part of a build, about a third of a second of one processor for each lesson, however many there are.
 */
function manyLessonsTime(): Row[] {
	const files = manyLessons(1000);
	const from = performance.now();
	const { content, problems } = compileContent(files);
	if (!content) throw new Error(`The copies do not compile: ${problems[0]?.code}`);
	const compiled = performance.now();
	for (const lesson of content.lessons) {
		JSON.stringify(outlineOf(content, lesson));
		JSON.stringify(textOf(content, lesson));
		for (const step of lesson.steps) {
			JSON.stringify(isQuiz(step) ? quizDocumentOf(content, lesson, step) : stepDocumentOf(content, lesson, step));
			if (isQuiz(step)) JSON.stringify(quizKeyOf(content, lesson, step));
		}
	}
	return [
		{ what: '1,000 lessons more: compiled and checked', value: (compiled - from) / 1000, budget: 50, unit: 's' },
		{
			what: '1,000 lessons more: that, and all that their pages load',
			value: (performance.now() - from) / 1000,
			budget: 60,
			unit: 's'
		}
	];
}

/**
 * A tree of 60 cards, with premises that stand together and objections to a step, against five references of the same
 * size, each with links that are optional, cards that may stand for each other and links that may stand instead.
 */
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
	const targetOf = (index: number, step: number): Target => {
		if (index % 7 === 6) return { group: `g${index - 2}` };
		return { card: index < step ? 'T' : (claims[index - step] ?? 'T') };
	};
	const map = (step: number): ArgumentMap => {
		const joined = (index: number): boolean => index % 5 === 4;
		const groups = claims.flatMap((id, index): ArgumentMap['groups'] => {
			if (joined(index)) return [];
			const premises = joined(index + 1) && claims[index + 1] ? [id, claims[index + 1]!] : [id];
			const target = targetOf(index, step);
			const kind = 'group' in target || index % 3 === 0 ? 'objection' : 'reason';
			return [{ id: `g${index}`, kind, premises, target }];
		});
		const known = new Set(groups.map(({ id }) => id));
		return {
			root: 'T',
			groups: groups.filter(({ target }) => !('group' in target) || known.has(target.group)),
			evidence: cards
				.filter(({ role }) => role === 'evidence')
				.map(({ id }, index) => ({ evidence: id, claim: claims[(index * step) % claims.length] ?? 'c0' })),
			notes: []
		};
	};
	const references = [1, 2, 3, 4, 5].map((step): Reference => {
		const links = linksOf(map(step)).map(({ key }) => key);
		const others = linksOf(map(step + 1)).map(({ key }) => key);
		return {
			id: `r${step}`,
			label: '',
			verdict: 'for',
			reads: '',
			map: map(step),
			optional: links.slice(0, 3),
			equivalent: [[claims[10]!, claims[11]!]],
			instead: Object.fromEntries(links.slice(3, 8).map((key, at) => [key, [{ link: others[at]!, credit: 0.5 }]])),
			misconceptions: []
		};
	});
	const times = Array.from({ length: 200 }, () => {
		const from = performance.now();
		scoreMap({ root: { id: 'T', text: '' }, cards }, references, map(6));
		return performance.now() - from;
	}).toSorted((a, b) => a - b);
	return { what: 'scoring a map, 60 cards and 5 references (p95)', value: times[189] ?? 0, budget: 5, unit: 'ms' };
}

const { origin, server } = await serve('build', 0);
const rows: Row[] = [...checkTime(), ...manyLessonsTime(), scoreTime(), ...(await classroomRows())];
for (const slow of [false, true]) rows.push(...(await medians(5, () => firstQuestion(origin, slow))));
rows.push(...(await mapRows(origin)));
rows.push(...(await gradebookRows(origin)));
rows.push(...(await medians(3, () => lighthousePerformance(origin))));
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
