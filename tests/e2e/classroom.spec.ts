import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Locator, Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import { fromAssignmentText } from '../../src/lib/domain/classroom/assignment/file.ts';
import { divide, toPercent } from '../../src/lib/domain/fraction.ts';
import { attemptResult } from '../../src/lib/domain/learning/results.ts';
import { sharesOf } from '../../src/lib/domain/learning/perspective.ts';
import { usualPolicy } from '../../src/lib/domain/quiz/policy.ts';
import { emptyQuizWork } from '../../src/lib/domain/quiz/work.ts';
import { giveByKeys, keys, pickByKeys, reach } from './keyboard.ts';
import { answerAll, checkItems, pointer, rightResponse, wrongResponse, type Hand } from './quiz.ts';
import { breaches, expect, lesson, test } from './support.ts';
import { untilKept } from './resilience-support.ts';

// The whole way, without a server of ours: links and files between browsers that know nothing of each other.

const status = 'Whether it is handed in';
const lessonTitle = lesson.title;

/** What any of the browsers complained of, and every address that is not ours. */
const heard: string[] = [];
/** What a browser says of itself where the network was taken away. */
const isOffline = /net::ERR_(?:INTERNET_DISCONNECTED|FAILED)/;
test.afterEach(() => expect(heard.splice(0)).toEqual([]));

async function device(browser: Browser): Promise<{ context: BrowserContext; page: Page }> {
	const context = await browser.newContext({ acceptDownloads: true, reducedMotion: 'reduce', serviceWorkers: 'allow' });
	context.on('console', (message) => {
		if (message.type() === 'error' && !isOffline.test(message.text())) heard.push(message.text());
	});
	context.on('weberror', (error) => heard.push(String(error.error())));
	const { baseURL } = test.info().project.use;
	context.on('request', (request) => {
		const { protocol, origin } = new URL(request.url());
		if (/^(?:https?|wss?):$/.test(protocol) && origin !== new URL(baseURL ?? '').origin) heard.push(request.url());
	});
	const page = await context.newPage();
	return { context, page };
}
/** One that is worked with keys alone: it complains of every touch of a pointer. */
async function keyDevice(browser: Browser) {
	const { context, page } = await device(browser);
	await context.addInitScript(() =>
		addEventListener('pointerdown', () => console.error('Not by keys alone.'), { capture: true })
	);
	page.on('filechooser', () => undefined);
	const hand: Ways = { ...keys(page), pick: (button, files) => pickByKeys(page, button, files) };
	return { context, page, hand };
}

type Files = Parameters<Locator['setInputFiles']>[0];
/** A way to operate a page, its choosers of files among it. */
type Ways = Hand & { pick: (button: Locator, files: Files) => Promise<void> };
const byPointer: Ways = { ...pointer, pick: (button, files) => button.setInputFiles(files) };

/** What the browser saves when `press` is done: its name and where it is. */
async function saved(page: Page, press: () => Promise<void>): Promise<{ name: string; path: string }> {
	const [download] = await Promise.all([page.waitForEvent('download'), press()]);
	return { name: download.suggestedFilename(), path: await download.path() };
}
const textOf = ({ path }: { path: string }): string => readFileSync(path, 'utf8');
/** As a file that a student sent, by its own name. */
const sent = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

/** A class with a proved backup of its key. */
async function makeClass(page: Page, hand = byPointer): Promise<{ name: string; path: string }> {
	await page.goto('/teach/');
	await hand.press(page.getByRole('link', { name: 'New class' }));
	await hand.write(page.locator('#class-name'), 'Media literacy B');
	await hand.write(page.locator('#roster'), 'Li Wei, S-001\nAda, S-002\nBo, S-003\nNobody yet, S-004');
	await hand.press(page.getByRole('button', { name: 'Make the class' }));
	const backup = await saved(page, () => hand.press(page.getByRole('button', { name: '1. Save the backup' })));
	await hand.pick(page.locator('#backup-file'), backup.path);
	// Once it is proved, nothing asks for it any more.
	await expect(page.getByRole('heading', { name: /^First: save the key/ })).toHaveCount(0);
	return backup;
}
async function tab(page: Page, name: string, hand = byPointer): Promise<void> {
	await hand.press(page.getByRole('navigation', { name: 'Parts of the class' }).getByRole('link', { name }));
}
async function keepSteps(page: Page, title: string, steps: string[]): Promise<void> {
	await page
		.getByText(/ steps: /)
		.or(page.getByText(/\d of \d steps/))
		.last()
		.click();
	const group = page.getByRole('group', { name: `Steps of “${title}”` });
	for (const box of await group.getByRole('checkbox').all()) {
		const name = (await box.evaluate((input) => input.closest('label')?.textContent ?? '')).trim();
		if (!steps.includes(name)) await box.uncheck();
	}
}

/** The student's page is ready for work without a network. */
const untilOffline = (page: Page) => expect(page.locator('[data-offline="kept"]')).toBeVisible({ timeout: 60_000 });
async function enterCode(page: Page, code: string, hand = byPointer): Promise<void> {
	await hand.write(page.getByLabel('Your code'), code);
	await hand.press(page.getByRole('button', { name: 'Enter' }));
	await expect(page.getByText('You hand in as')).toBeVisible();
}
/** The page of this step can be worked on: not the one that was left for it. */
const untilReady = (page: Page, step: 'check' | 'weigh') =>
	expect(page.locator(`.step[data-ready="${step}"]`)).toBeAttached();
async function openStep(page: Page, name: string, step: 'check' | 'weigh', hand = byPointer): Promise<void> {
	await hand.press(page.getByRole('link', { name, exact: true }));
	await untilReady(page, step);
	await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
	await expect(page.getByRole('region', { name: status })).toContainText('Not yet handed in');
}
/** Previews, seals and downloads; gives the file as the instructor gets it. */
async function handIn(page: Page, hand = byPointer) {
	await hand.press(page.getByRole('region', { name: status }).getByRole('link', { name: 'Hand in' }));
	await expect(page.getByRole('heading', { name: 'Exactly this is sent' })).toBeVisible();
	const raw = page.getByRole('region', { name: 'The same as raw data', includeHidden: true });
	await expect(raw).toContainText('"kind": "result"');
	await hand.press(page.getByRole('button', { name: 'Seal it' }));
	await expect(page.getByRole('region', { name: status })).toContainText('Sealed, but not yet handed in');
	const file = await saved(page, () => hand.press(page.getByRole('button', { name: 'Download' })));
	await expect(page.getByRole('region', { name: status })).toContainText('Handed in');
	await expect(page.getByRole('region', { name: 'Receipt' })).toContainText(file.name);
	return { ...file, text: textOf(file) };
}

/** The marks of the gradebook for the check, when all items but those in `wrong` are right. */
function marksFor(wrong: readonly string[]) {
	const responses = Object.fromEntries(
		checkItems.map((item) => [item.id, wrong.includes(item.id) ? wrongResponse(item) : rightResponse(item)])
	);
	const work = { ...emptyQuizWork, responses, checked: checkItems.map(({ id }) => id) };
	const result = attemptResult(checkItems, work, usualPolicy);
	const shares = sharesOf(result.frames);
	const { earned, possible } = result.overall!;
	return {
		overall: toPercent(divide(earned, possible)),
		western: shares.western && toPercent(shares.western),
		chinese: shares.chinese && toPercent(shares.chinese)
	};
}
/** The table on the screen, head first. */
const tableOn = (page: Page): Promise<string[][]> =>
	page.getByRole('grid').evaluate((grid) =>
		[...grid.querySelectorAll('tr')].map((row) =>
			[...row.children].map((cell) => {
				const bare = cell.cloneNode(true) as Element;
				for (const small of bare.querySelectorAll('small')) small.remove();
				return (bare.textContent ?? '').trim();
			})
		)
	);
async function collect(
	page: Page,
	files: { name: string; mimeType: string; buffer: Buffer }[],
	hand = byPointer
): Promise<void> {
	await tab(page, 'Collect', hand);
	await hand.pick(page.locator('#collect-files'), files);
	await expect(page.getByText(`Everything has been read. Files: ${files.length}.`)).toBeVisible({ timeout: 30_000 });
}
async function openGradebook(page: Page, hand = byPointer): Promise<void> {
	await tab(page, 'Gradebook', hand);
	await hand.press(page.getByRole('main').getByRole('link', { name: 'Week 3' }).first());
	await expect(page.getByRole('grid', { name: 'Marks of Week 3' })).toBeVisible({ timeout: 30_000 });
}

test('a class from link to gradebook: three students, two of them offline, and the instructor’s other devices', async ({
	browser
}) => {
	test.setTimeout(300_000);
	const instructor = await device(browser);
	const backup = await makeClass(instructor.page);

	await test.step('assign by link', async () => {
		await tab(instructor.page, 'Assignments');
		await instructor.page.getByRole('link', { name: 'New assignment' }).click();
		await instructor.page.getByRole('checkbox', { name: lessonTitle }).check();
		await keepSteps(instructor.page, lessonTitle, ['Check']);
		await instructor.page.getByLabel('Title').fill('Week 3');
		await instructor.page.getByRole('button', { name: 'Assign', exact: true }).click();
	});
	const link = await instructor.page.locator('#assignment-link').inputValue();
	expect(link.length).toBeLessThanOrEqual(600);

	const wrongs = {
		'S-001': [],
		'S-002': checkItems.slice(0, 4).map(({ id }) => id),
		'S-003': checkItems.map(({ id }) => id)
	};
	const files: Record<string, { name: string; text: string }> = {};
	const first = await device(browser);

	await test.step('a student works online; everything about the assignment is said, and nothing breaks WCAG', async () => {
		const { page } = first;
		await page.goto(link);
		await expect(page.getByRole('heading', { level: 1, name: 'Week 3' })).toBeFocused();
		await expect(page).toHaveURL(/\/assignment\/#[0-9a-z]{10,26}$/);
		await expect(page.getByRole('main')).toContainText('Assignment for Media literacy B');
		await untilOffline(page);
		expect(await breaches(page)).toEqual([]);
		await enterCode(page, 's-001');
		await openStep(page, 'Check', 'check');
		await answerAll(page, checkItems, { sure: 'certain' });
		// Kept apart from what they do for themselves.
		await page.getByRole('region', { name: status }).getByRole('link', { name: 'Hand in' }).click();
		await expect(page.getByRole('heading', { name: 'Exactly this is sent' })).toBeVisible();
		expect(await breaches(page)).toEqual([]);
		await page.goBack();
		await untilReady(page, 'check');
		files['S-001'] = await handIn(page);
		expect(await breaches(page)).toEqual([]);
	});

	await test.step('a student loses the network as soon as the link was opened, and hands in all the same', async () => {
		const { context, page } = await device(browser);
		await page.goto(link);
		await untilOffline(page);
		await context.setOffline(true);
		await enterCode(page, 'S-002');
		await openStep(page, 'Check', 'check');
		await answerAll(page, checkItems, { wrong: wrongs['S-002'], sure: 'a guess' });
		await page.reload();
		await untilReady(page, 'check');
		files['S-002'] = await handIn(page);
		await context.close();
	});

	await test.step('a student who has used the app before opens the link without any network', async () => {
		const { context, page } = await device(browser);
		await page.goto(`/learn/${lesson.id}/check/`);
		await untilKept(page);
		await context.setOffline(true);
		await page.goto(link);
		await untilOffline(page);
		await enterCode(page, 'S-003');
		await openStep(page, 'Check', 'check');
		await answerAll(page, checkItems, { wrong: wrongs['S-003'], sure: 'fairly sure' });
		files['S-003'] = await handIn(page);
		await context.close();
	});

	const all = Object.values(files).map(({ name, text }) => sent(name, text));
	const rows = Object.entries(wrongs).map(([code, wrong]) => ({ code, ...marksFor(wrong) }));

	await test.step('collect: each file has its verdict, and nothing is counted twice', async () => {
		const { name, text } = files['S-001']!;
		const at = text.length >> 1;
		const flipped = `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
		await collect(instructor.page, [...all, sent(`copy of ${name}`, text), sent('flipped.txt', flipped)]);
		const counts = instructor.page.getByRole('main');
		await expect(counts).toContainText('Opened: 3');
		await expect(counts).toContainText('Here already: 1');
		await expect(counts).toContainText('Damaged: 1');
	});

	let csv = '';
	await test.step('the gradebook has the right marks, and the CSV is the screen', async () => {
		const { page } = instructor;
		await openGradebook(page);
		await expect(page.getByRole('grid').getByRole('row', { name: /Nobody yet/ })).toContainText('missing');
		const [head = [], ...body] = await tableOn(page);
		for (const { code, overall, western, chinese } of rows) {
			const names: Record<string, string> = { 'S-001': 'Li Wei', 'S-002': 'Ada', 'S-003': 'Bo' };
			const row = body.find(([name]) => name === names[code]) ?? [];
			const cell = (title: string) => row[head.findIndex((one) => one.startsWith(title))];
			expect([code, cell('Overall')]).toEqual([code, String(overall)]);
			expect([code, cell('Western')]).toEqual([code, String(western ?? '–')]);
			expect([code, cell('Chinese')]).toEqual([code, String(chinese ?? '–')]);
		}
		csv = textOf(await saved(page, () => page.getByRole('button', { name: 'Save this table as CSV' }).click()));
		const table = Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data;
		const at = (title: string) => table[0]!.findIndex((one) => one.startsWith(title));
		for (const { code, overall } of rows)
			expect(table.find((row) => row[at('Code')] === code)?.[at('Overall')]).toBe(String(overall));
		// The screen's own cells, row by row; the student's code stands in a column of its own.
		for (const row of body) {
			const line = table.find((one) => one.includes(row[0]!)) ?? [];
			for (const [index, cell] of row.entries()) if (/^\d+$/.test(cell)) expect(line[at(head[index]!)]).toBe(cell);
		}
	});

	await test.step('feedback goes back sealed, and only the device that handed in opens it', async () => {
		await tab(instructor.page, 'Out');
		const zip = await saved(instructor.page, () =>
			instructor.page.getByRole('button', { name: 'Save the feedback (students: 3)' }).click()
		);
		const inside = Object.entries(unzipSync(new Uint8Array(readFileSync(zip.path))));
		const [name, bytes] = inside.find(([one]) => one.includes('S-001'))!;
		const { page } = first;
		await page.getByRole('link', { name: 'Week 3' }).first().click();
		await page.getByRole('link', { name: 'Open feedback' }).click();
		await page
			.getByLabel('Choose a file…')
			.setInputFiles(sent('other.txt', Buffer.from(inside.find(([one]) => one.includes('S-002'))![1]).toString()));
		await expect(page.getByRole('alert')).toContainText('sealed for another device');
		await page.getByLabel('Choose a file…').setInputFiles(sent(name, Buffer.from(bytes).toString()));
		await expect(page.getByRole('main')).toContainText('Hand-in 1, marked');
		await expect(page.getByRole('main')).toContainText('100 of 100');
		await expect(page.locator('summary').filter({ hasText: 'Hand-in 1, marked' })).toBeFocused();
		await expect(page.getByText('Your answer, as you handed it in:')).toHaveCount(checkItems.length);
		expect(await breaches(page)).toEqual([]);
	});

	await test.step('the key is lost with its browser, and comes back from the backup', async () => {
		const { context, page } = await device(browser);
		await page.goto('/teach/#restore');
		await page.locator('#restore-file').setInputFiles(backup.path);
		await page.getByRole('main').getByRole('link', { name: 'Media literacy B' }).click();
		await tab(page, 'Assignments');
		await page.getByText('Bring in an assignment of this class').click();
		await page.locator('#bring-link').fill(link);
		await page.getByRole('button', { name: 'Bring it in' }).click();
		await expect(page.getByText('“Week 3” is here now.')).toBeVisible();
		await collect(page, all);
		await openGradebook(page);
		const again = textOf(await saved(page, () => page.getByRole('button', { name: 'Save this table as CSV' }).click()));
		expect(again).toBe(csv);
		await context.close();
	});

	await test.step('a second device of the instructor opens the class from a copy of everything', async () => {
		await tab(instructor.page, 'Class and key');
		const copy = await saved(instructor.page, () =>
			instructor.page.getByRole('button', { name: 'Save everything' }).first().click()
		);
		const { context, page } = await device(browser);
		await page.goto('/teach/#restore');
		await page.locator('#restore-file').setInputFiles(copy.path);
		await page.getByRole('main').getByRole('link', { name: 'Media literacy B' }).click();
		await openGradebook(page);
		const again = textOf(await saved(page, () => page.getByRole('button', { name: 'Save this table as CSV' }).click()));
		expect(again).toBe(csv);
		await context.close();
	});
	await instructor.context.close();
	await first.context.close();
});

/** Stands in every text that only the key has. */
const token = 'Zqxkeyword';
const ownLesson = readFileSync('lessons/01-words-and-witnesses/01-one-slogan-many-englishes.md', 'utf8')
	.replace('id: one-slogan-many-englishes', 'id: slogans-of-our-own')
	.replace('title: One slogan, many Englishes', 'title: Slogans of our own')
	.replaceAll(/^( +> )/gm, `$1${token} `)
	.replace(/^## Model answer \{\.model\}\n/m, (heading) => `${heading}\n${token}`);

/**
 * Fields that only a key has, as JSON writes them, or JSON that is kept as text within JSON. Work has `hints` too: which
 * of them were opened, and no list of their texts.
 */
const keyField =
	/[{,]\\*"(?:right\\*":(?:true|false)|hints\\*":\[|(?:rank|partner|column|spellings|answer|stances|degree|label|distractor)\\*":)/;

interface Kept {
	place: string;
	text: string;
}
/** All that this browser keeps of the site: every record of every database, and every kept file. */
const everythingKept = (page: Page): Promise<Kept[]> =>
	page.evaluate(async () => {
		// Of bytes the characters that they are.
		const asText = (_: string, value: unknown): unknown =>
			value instanceof ArrayBuffer || ArrayBuffer.isView(value) ? new TextDecoder('latin1').decode(value) : value;
		const found: Kept[] = [
			{ place: 'localStorage', text: JSON.stringify({ ...localStorage }) },
			{ place: 'sessionStorage', text: JSON.stringify({ ...sessionStorage }) }
		];
		for (const { name = '' } of await indexedDB.databases()) {
			const db = await new Promise<IDBDatabase>((resolve, reject) => {
				const request = indexedDB.open(name);
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error);
			});
			for (const table of db.objectStoreNames) {
				const request = db.transaction(table).objectStore(table).getAll();
				const records = await new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
				found.push({ place: `${name}/${table}`, text: JSON.stringify(records, asText) });
			}
			db.close();
		}
		for (const name of await caches.keys()) {
			const cache = await caches.open(name);
			for (const request of await cache.keys())
				found.push({ place: request.url, text: await (await cache.match(request))!.text() });
		}
		return found;
	});

test('what the instructor marks carries no key, in the file or on the student’s device; from class to feedback by keys alone', async ({
	browser
}) => {
	test.setTimeout(240_000);
	const instructor = await keyDevice(browser);
	const { page: desk, hand: deskHand } = instructor;
	await makeClass(desk, deskHand);
	// What asked for the key is gone with its button; what became of it has the focus.
	await expect(desk.getByRole('status').filter({ hasText: 'The backup is good' })).toBeFocused();
	await tab(desk, 'Assignments', deskHand);
	await deskHand.press(desk.getByRole('link', { name: 'New assignment' }));
	await expect(desk.getByRole('heading', { name: 'New assignment' })).toBeFocused();
	await deskHand.pick(desk.locator('#own-lessons'), sent('slogans-of-our-own.md', ownLesson));
	const own = desk.getByRole('checkbox', { name: 'Slogans of our own' });
	await expect(own).toBeVisible({ timeout: 30_000 });
	if (!(await own.isChecked())) await deskHand.check(own);
	await deskHand.check(desk.getByRole('radio', { name: /^you, when you collect/ }));
	await deskHand.write(desk.getByLabel('Title'), 'Week 3');
	await deskHand.press(desk.getByRole('button', { name: 'Assign', exact: true }));
	await expect(desk.getByText('This assignment carries a lesson of your own')).toBeVisible();
	await expect(desk.getByRole('heading', { name: 'Week 3' })).toBeFocused();
	const file = await saved(desk, () => deskHand.press(desk.getByRole('button', { name: 'Save the assignment file' })));
	const read = fromAssignmentText(textOf(file));
	if (!read.ok) throw new Error(read.code);
	const written = JSON.stringify(read.assignment);
	expect(written).not.toContain(token);
	expect(written).not.toMatch(keyField);
	// On the desk, where the key is, the search finds it.
	const atDesk = await everythingKept(desk);
	for (const sign of [token, keyField])
		expect(
			atDesk.some(({ place, text }) => place.startsWith('parallax-classroom/') && new RegExp(sign).test(text))
		).toBe(true);

	const { context, page, hand } = await keyDevice(browser);
	// A learner who saves data is sent no lesson unasked: else the built-in ones come with their keys, when they come.
	await context.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
	await page.goto('/assignment/');
	await hand.pick(page.getByLabel('Choose a file…'), file.path);
	await expect(page.getByRole('heading', { level: 1, name: 'Week 3' })).toBeFocused();
	await expect(page.getByRole('main')).toContainText('Your instructor marks this.');
	await untilOffline(page);
	await context.setOffline(true);
	await enterCode(page, 'S-001', hand);
	await openStep(page, 'Check', 'check', hand);
	const [one, two] = [checkItems[1]!, checkItems[2]!];
	await giveByKeys(page, checkItems, one, rightResponse(one));
	await giveByKeys(page, checkItems, two, wrongResponse(two));
	await hand.press(page.getByRole('button', { name: 'Hand in', exact: true }));
	await hand.press(page.getByRole('button', { name: 'Hand in as it is' }));
	await expect(page.getByRole('region', { name: 'Result of this step' })).toContainText('Your instructor marks this.');
	await openStep(page, 'Weigh', 'weigh', hand);
	await expect(page.getByText('Your instructor marks this map.')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Score' })).toHaveCount(0);
	const result = await handIn(page, hand);

	const kept = await everythingKept(page);
	const placesOf = (sign: string | RegExp) =>
		kept.filter(({ text }) => new RegExp(sign).test(text)).map(({ place }) => place);
	expect(placesOf('slogans-of-our-own')).not.toEqual([]);
	expect(placesOf(token)).toEqual([]);
	expect(placesOf(keyField)).toEqual([]);

	await collect(desk, [sent(result.name, result.text)], deskHand);
	await expect(desk.getByRole('main')).toContainText('Opened: 1');
	await openGradebook(desk, deskHand);
	const [head = [], ...body] = await tableOn(desk);
	const row = body.find(([name]) => name === 'Li Wei') ?? [];
	const overall = Number(row[head.findIndex((title) => title.startsWith('Overall'))]);
	// One of the answers was right: the mark is there, made where the key is.
	expect(overall).toBeGreaterThan(0);
	expect(overall).toBeLessThan(30);

	// Into the table, down to the student, and into the result.
	const toRow = desk.getByRole('grid').getByRole('link', { name: 'Li Wei' });
	await reach(desk, desk.getByRole('grid').locator('[tabindex="0"]'));
	await desk.keyboard.press('ArrowDown');
	await expect(toRow).toBeFocused();
	await desk.keyboard.press('Enter');
	await expect(desk.getByRole('heading', { name: /^Li Wei/ })).toBeFocused();
	await deskHand.write(desk.getByLabel(/^Comment for the student/).first(), 'Look at the source again.');
	await desk.keyboard.press('Tab');
	await expect(desk.getByText('The comment is saved.')).toBeVisible();
	await tab(desk, 'Out', deskHand);
	const zip = await saved(desk, () =>
		deskHand.press(desk.getByRole('button', { name: 'Save the feedback (students: 1)' }))
	);
	const [[name, bytes] = ['', new Uint8Array()]] = Object.entries(unzipSync(new Uint8Array(readFileSync(zip.path))));
	await instructor.context.close();
	await hand.press(page.getByRole('link', { name: 'Week 3' }).first());
	await hand.press(page.getByRole('link', { name: 'Open feedback' }));
	await hand.pick(page.getByLabel('Choose a file…'), sent(name, Buffer.from(bytes).toString()));
	await expect(page.locator('summary').filter({ hasText: 'Hand-in 1, marked' })).toBeFocused();
	await expect(page.getByRole('main')).toContainText('Look at the source again.');
	await context.close();
});
