import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { readContent } from '../../src/cli/read-content.ts';
import { publicItem } from '../../src/lib/domain/quiz/index.ts';
import { compileContent } from '../../src/lib/domain/lesson/compile.ts';
import type { Item, ItemKind, Response } from '../../src/lib/domain/quiz/model.ts';
import { plain } from '../../src/lib/ui/text/plain.ts';
import { keys } from './keyboard.ts';
import { give, giveParts, groupOf, markOf, rightResponse, wrongResponse, type Hand } from './quiz.ts';
import { buildApart, buildTime, host, remove, root } from './resilience-hosts.ts';
import { breaches, expect, open, prefix, say, test, type Locale } from './support.ts';

const lessons = join(root, 'tests/lessons/fixtures/tour');
const { content } = compileContent(readContent(lessons));
const lesson = content!.lessons[0]!;
const items: Item[] = lesson.steps.flatMap((step) => (step.id === 'check' ? step.items : []));
const cases: Item[] = lesson.steps.flatMap((step) => (step.id === 'reverse' ? step.items : []));

/** Kinds whose parts are answered each; the others are played in the lessons of the course as well. */
const inParts: ItemKind[] = ['whosaid', 'gap', 'number', 'matrix', 'divergence', 'classify-source'];
const own = items.filter(({ kind }) => inParts.includes(kind));

/** One tap each. A list opens what the system has for it; a field opens its keyboard. */
const taps = (page: Page): Hand => ({
	check: async (control) => {
		await control.tap();
		await expect(control).toBeChecked();
	},
	press: (button) => button.tap(),
	choose: async (box, value) => {
		await box.tap();
		await box.selectOption(value);
	},
	write: async (field, text) => {
		await field.tap();
		await expect(field).toBeFocused();
		await page.keyboard.insertText(text);
	}
});

test.describe('the tour of all kinds of questions', () => {
	// One build for all of them.
	test.describe.configure({ mode: 'default' });
	let folder: string;
	let site: Awaited<ReturnType<typeof host>>;

	test.beforeAll(async () => {
		test.setTimeout(buildTime);
		folder = buildApart({ PARALLAX_LESSONS: lessons });
		site = await host(join(folder, 'build'));
	});
	test.afterAll(async () => {
		await site?.stop();
		if (folder) remove(folder);
	});

	const path = `/learn/${lesson.id}/`;
	const step = (locale: Locale, name: 'check' | 'reverse') => `${site.origin}${prefix[locale]}${path}${name}/`;
	const groupOn = (page: Page, item: Item, locale: Locale) => groupOf(page, items, item, locale);
	const button = (page: Page, item: Item, locale: Locale) =>
		groupOn(page, item, locale).getByRole('button', { name: say(locale, 'check_answer') });

	/** The items in the order of the page: which side comes first in Reverse is drawn. */
	async function asShown(page: Page, all: readonly Item[]): Promise<Item[]> {
		const ids = await page.locator('fieldset[id^="item-"]').evaluateAll((shown) => shown.map(({ id }) => id));
		return ids.flatMap((id) => all.find((item) => `item-${item.id}` === id) ?? []);
	}

	async function playAll(page: Page, locale: Locale, hand: Hand) {
		for (const [name, all] of [
			['check', items],
			['reverse', cases]
		] as const) {
			await open(page, step(locale, name));
			const shown = await asShown(page, all);
			expect(shown).toHaveLength(all.length);
			for (const item of shown) {
				const group = groupOf(page, shown, item, locale);
				await give(page, shown, item, rightResponse(item), { hand, locale });
				if (name === 'check')
					await hand.check(group.getByRole('radio', { name: say(locale, 'certainty_certain'), exact: true }));
				await hand.press(group.getByRole('button', { name: say(locale, 'check_answer') }));
				await expect(markOf(group, say(locale, 'mark_right')), item.id).toBeFocused();
			}
		}
	}

	for (const locale of ['en', 'zh'] as const) {
		test(`each kind is answered by keyboard alone (${locale})`, async ({ page }) => {
			test.slow();
			await playAll(page, locale, keys(page));
		});

		test.describe('on a touch screen', () => {
			test.use({ hasTouch: true });
			test(`each kind is answered by single taps (${locale})`, async ({ page }) => {
				test.slow();
				await playAll(page, locale, taps(page));
			});
		});

		test(`axe finds nothing, whatever is answered, missing, right, wrong or tried again (${locale})`, async ({
			page
		}) => {
			test.slow();
			const scheme = locale === 'zh' ? (['any'] as const) : (['light', 'dark'] as const);
			const clean = async (state: string) => expect(await breaches(page, [...scheme]), state).toEqual([]);
			await open(page, step(locale, 'check'));
			// An item is laid out when it is scrolled to; before, axe would measure what nobody sees.
			for (const item of items) await groupOn(page, item, locale).scrollIntoViewIfNeeded();
			await clean('empty');
			for (const item of items) {
				const group = groupOn(page, item, locale);
				if (item.kind !== 'gap' && item.kind !== 'number')
					await giveParts(group, item, rightResponse(item), { locale, most: 1 });
				await button(page, item, locale).click();
				await expect(group.getByRole('alert')).not.toBeEmpty();
			}
			await clean('partly answered and not ready');
			for (const [at, item] of own.entries()) {
				const isWrong = at % 2 === 0;
				const hand = { locale };
				await give(page, items, item, isWrong ? wrongResponse(item) : rightResponse(item), hand);
				await groupOn(page, item, locale)
					.getByRole('radio', { name: say(locale, 'certainty_guess') })
					.check();
				await button(page, item, locale).click();
				await expect(button(page, item, locale)).toBeHidden();
			}
			for (const [at, item] of items.filter(({ kind }) => !inParts.includes(kind)).entries()) {
				await give(page, items, item, at % 2 === 0 ? wrongResponse(item) : rightResponse(item), { locale });
				await groupOn(page, item, locale)
					.getByRole('radio', { name: say(locale, 'certainty_guess') })
					.check();
				await button(page, item, locale).click();
				await expect(button(page, item, locale)).toBeHidden();
			}
			await clean('right and wrong');
			await page.getByRole('button', { name: say(locale, 'result_retry') }).click();
			await clean('tried again');
			for (const [at, item] of own.entries()) {
				if (at % 2 !== 0) continue;
				await give(page, items, item, wrongResponse(item), { locale });
				await groupOn(page, item, locale)
					.getByRole('radio', { name: say(locale, 'certainty_guess') })
					.check();
				await button(page, item, locale).click();
				await expect(groupOn(page, item, locale).getByText(say(locale, 'answer_key')).first()).toBeVisible();
			}
			await clean('wrong again, with the key');
		});
	}

	test('what is missing is said in words and tied to the control', async ({ page }) => {
		await open(page, step('en', 'check'));
		const wanted: Partial<Record<ItemKind, RegExp>> = {
			whosaid: /^Answer every part first; \d still open\.$/,
			matrix: /^Answer every part first; 9 still open\.$/,
			divergence: /^Answer every part first; 4 still open\.$/,
			'classify-source': /^Answer every part first; 6 still open\.$/,
			number: /^Write your answer first\.$/,
			gap: /^(Write your answer|Choose an answer) first\.$/
		};
		for (const item of own) {
			const group = groupOn(page, item, 'en');
			await button(page, item, 'en').click();
			await expect(group.getByRole('alert')).toHaveText(wanted[item.kind]!);
			await expect(group).toHaveAccessibleDescription(wanted[item.kind]!);
		}
		const number = own.find(({ kind }) => kind === 'number')!;
		const field = groupOn(page, number, 'en').getByRole('textbox');
		await expect(field).toHaveAttribute('aria-invalid', 'true');
		await field.fill('a few');
		await expect(field).not.toHaveAttribute('aria-invalid');
		await button(page, number, 'en').click();
		await expect(field).toHaveAccessibleDescription('years Write a number, in digits, first.');
	});

	test('a first try is told what was right in it, and not the key', async ({ page }) => {
		await open(page, step('en', 'check'));
		for (const item of own) {
			await give(page, items, item, wrongResponse(item));
			await groupOn(page, item, 'en').getByRole('radio', { name: 'a guess' }).check();
			await button(page, item, 'en').click();
			await expect(button(page, item, 'en')).toBeHidden();
			await expect(groupOn(page, item, 'en').getByText('Right would be:')).toHaveCount(0);
		}
		const matrix = own.find(({ kind }) => kind === 'matrix')!;
		await expect(groupOn(page, matrix, 'en').getByText(/^Silences seen: 0 of 4\./)).toBeVisible();
	});

	test('a matrix half right says what guessing would give, and what was seen of the silences', async ({ page }) => {
		await open(page, step('en', 'check'));
		const item = own.find(({ kind }) => kind === 'matrix')!;
		const { answers } = rightResponse(item) as { answers: Record<string, string> };
		const silent = Object.fromEntries(Object.keys(answers).map((cell) => [cell, 'silent']));
		await give(page, items, item, { kind: 'matrix', answers: silent });
		await groupOn(page, item, 'en').getByRole('radio', { name: 'a guess' }).check();
		await button(page, item, 'en').click();
		const group = groupOn(page, item, 'en');
		await expect(markOf(group, '4 of 9 right: 0 of 100 when what guessing would give is taken off')).toBeFocused();
		await expect(group.getByText(/^Silences seen: 4 of 4\./)).toBeVisible();
	});

	test('answers are there again after a reload', async ({ page }) => {
		await open(page, step('en', 'check'));
		for (const item of own) await give(page, items, item, rightResponse(item));
		await expect(page.locator('[data-save]')).toHaveAttribute('data-save', 'saved');
		await page.reload();
		await open(page, step('en', 'check'));
		for (const item of own) {
			await groupOn(page, item, 'en').getByRole('radio', { name: 'a guess' }).check();
			await button(page, item, 'en').click();
			await expect(markOf(groupOn(page, item, 'en'), 'Right')).toBeFocused();
		}
	});

	test('at 320 px nothing has to be scrolled sideways, and what is tapped is at least 44 px high', async ({ page }) => {
		await page.setViewportSize({ width: 320, height: 640 });
		for (const address of [step('en', 'check'), step('zh', 'check'), site.origin + path]) {
			await open(page, address);
			await page
				.locator('details')
				.evaluateAll((all) => all.forEach((one) => ((one as HTMLDetailsElement).open = true)));
			const sideways = await page.evaluate(
				() => document.documentElement.scrollWidth - document.documentElement.clientWidth
			);
			expect(sideways, address).toBe(0);
			const small = await page
				.locator('.step :is(button, select, input[type=text], label:has(input[type=radio]))')
				.filter({ visible: true })
				.evaluateAll((all) =>
					all.filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.textContent)
				);
			expect(small, address).toEqual([]);
		}
	});

	test('the text of the lesson has every question, and axe finds nothing', async ({ page }) => {
		await open(page, site.origin + path);
		await page.locator('details').evaluateAll((all) => all.forEach((one) => ((one as HTMLDetailsElement).open = true)));
		for (const text of textsOf(own)) await expect(page.getByText(text).filter({ visible: true }).first()).toBeVisible();
		expect(await breaches(page)).toEqual([]);
	});

	test('without scripts the questions can be read', async ({ browser }) => {
		const context: BrowserContext = await browser.newContext({ javaScriptEnabled: false });
		const page = await context.newPage();
		for (const locale of ['en', 'zh'] as const) {
			await page.goto(step(locale, 'check'));
			for (const text of textsOf(own)) await expect(page.getByText(text).first(), text).toBeAttached();
		}
		await context.close();
	});

	test.describe('a lesson that says how its quizzes are taken', () => {
		const taken = content!.lessons.find(({ id }) => id === 'how-it-is-taken')!;
		const all: Item[] = taken.steps.flatMap((one) => (one.id === 'check' || one.id === 'reverse' ? one.items : []));
		const place = (name: 'check' | 'reverse') => `${site.origin}/learn/${taken.id}/${name}/`;
		const shown = async (page: Page): Promise<string[]> =>
			page.locator('fieldset[id^="item-"]').evaluateAll((groups) => groups.map(({ id }) => id));
		async function answerAll(page: Page, answer: (item: Item) => Response | null) {
			const here = await asShown(page, all);
			for (const item of here) {
				const response = answer(item);
				if (response) await give(page, here, item, response);
			}
		}

		test('is timed, drawn, handed in whole, told afterwards, and the key only the last time', async ({ page }) => {
			test.slow();
			await page.clock.install();
			await open(page, place('check'));
			for (const words of [
				'Attempt 1 of 2; 1 more after this one.',
				say('en', 'policy_after_attempt'),
				/^Some of the questions were drawn/,
				/takes off 50 of 100/
			])
				await expect(page.getByText(words)).toBeVisible();
			expect(await shown(page)).toEqual([]);
			expect(await breaches(page)).toEqual([]);

			await page.getByRole('radio', { name: '9 minutes' }).check();
			await page.getByRole('button', { name: 'Start' }).click();
			await expect(page.getByRole('timer')).toContainText(/[89]:\d\d/);
			await page.getByRole('button', { name: 'Hide the clock' }).click();
			await expect(page.getByRole('button', { name: 'Hide the clock' })).toHaveAttribute('aria-pressed', 'true');
			// What is said of the right options of the bank.
			const key = page.getByText(/It keeps the contrast|Capability without|One of rank/);
			const given = await shown(page);
			expect(given).toHaveLength(4);
			await expect(page.getByRole('button', { name: say('en', 'check_answer') })).toHaveCount(0);

			await page.getByRole('button', { name: /^Open a hint/ }).click();
			const hint = page.locator('#hint-instruction-1');
			await expect(hint).toBeFocused();
			await expect(hint).toContainText('Look for who spoke at the meeting itself.');
			// The questions of the bank wrong, the one with the hint right, the order left open.
			await answerAll(page, (item) =>
				item.bank ? wrongResponse(item) : item.id === 'instruction' ? rightResponse(item) : null
			);
			await expect(page.locator('[data-save]')).toHaveAttribute('data-save', 'saved');
			await page.clock.fastForward('02:00');
			await open(page, place('check'));
			// The same draw, the same answers, the hint that was paid for; and the clock ran on.
			expect(await shown(page)).toEqual(given);
			await expect(page.locator('#item-instruction').getByRole('radio', { name: 'True' })).toBeChecked();
			await expect(hint).toBeVisible();
			await expect(page.getByRole('timer')).toContainText(/[67]:\d\d/);
			const inChinese = place('check').replace('/learn/', `${prefix.zh}/learn/`);
			await open(page, inChinese);
			await expect(hint).toBeVisible();
			expect(await breaches(page, ['any']), 'a hint that is open').toEqual([]);
			await open(page, place('check'));

			await page.getByRole('button', { name: 'Hand in', exact: true }).click();
			await expect(page.getByText(/^Questions without a full answer: 1\./)).toBeVisible();
			await page.getByRole('button', { name: 'Hand in as it is' }).click();
			const result = page.locator('#result');
			await expect(result).toBeFocused();
			// Half a point for the one after its hint, of four.
			await expect(result.getByText(say('en', 'result_overall', { percent: 13 }))).toBeVisible();
			for (const id of given.filter((one) => /review|copy|both/.test(one)))
				await expect(markOf(page.locator(`#${id}`), say('en', 'mark_wrong'))).toBeVisible();
			await expect(page.getByText(say('en', 'not_answered'))).toBeVisible();
			await expect(key).toHaveCount(0);
			expect(await breaches(page)).toEqual([]);

			await page.getByRole('button', { name: say('en', 'result_retry') }).click();
			await expect(page.getByRole('button', { name: 'Start' })).toBeFocused();
			await expect(page.getByText('Attempt 2 of 2; 0 more after this one.')).toBeVisible();
			await page.getByRole('button', { name: 'Start' }).click();
			// In another order, perhaps; what was right is kept, all else is open again.
			expect((await shown(page)).toSorted()).toEqual(given.toSorted());
			await expect(page.locator('#item-instruction').getByRole('radio', { name: 'True' })).toBeDisabled();
			await answerAll(page, (item) => (item.bank ? wrongResponse(item) : null));
			await page.clock.fastForward('06:00');
			await expect(result).toBeFocused();
			await expect(key).toHaveCount(2);
			await expect(page.getByText(say('en', 'attempts_none'))).toBeVisible();
			await expect(page.getByRole('button', { name: say('en', 'result_retry') })).toHaveCount(0);
			expect(await breaches(page)).toEqual([]);
			await open(page, inChinese);
			await expect(page.getByText(say('zh', 'attempts_none'))).toBeVisible();
			await expect(key).toHaveCount(2);
			expect(await breaches(page, ['any']), 'what was handed in when the time was up').toEqual([]);
		});

		test('can keep what was right to itself, in either language and after a reload', async ({ page }) => {
			await open(page, place('reverse'));
			await expect(page.getByText(say('en', 'policy_never')).first()).toBeVisible();
			await answerAll(page, rightResponse);
			await page.getByRole('button', { name: 'Hand in', exact: true }).click();
			await expect(page.locator('#result')).toBeFocused();
			for (const address of [place('reverse'), place('reverse').replace('/learn/', '/zh/learn/')]) {
				const locale = address.includes('/zh/') ? 'zh' : 'en';
				await open(page, address);
				await expect(page.locator('#result').getByText(say(locale, 'policy_never'))).toBeVisible();
				await expect(page.getByRole('group').getByText(say(locale, 'answer_handed_in'))).toHaveCount(2);
				await expect(page.getByText(say(locale, 'attempts_none'))).toBeVisible();
				for (const secret of ['Argues from use.', say(locale, 'mark_right')])
					await expect(page.getByText(secret, { exact: true })).toHaveCount(0);
				await expect(page.locator('#retry')).toHaveCount(0);
			}
			expect(await breaches(page)).toEqual([]);
		});
	});

	test('nothing on the page tells what is right before an answer is checked', async ({ page }) => {
		const asked: string[] = [];
		page.on('request', (request) => asked.push(request.url()));
		const response = await page.goto(step('en', 'check'));
		const source = (await response?.text()) ?? '';
		await expect(page.locator('.step[data-ready]')).toBeAttached();
		expect(asked.filter((url) => url.includes('/key/'))).toEqual([]);
		for (const secret of ['qiángguó', 'The review calls it', 'Informatization has shrunk', 'It names no opponent'])
			expect(source).not.toContain(secret);
	});
});

/** Some words of each part of the items, as they stand on a page. */
function textsOf(all: readonly Item[]): string[] {
	return all.flatMap((item) => {
		const shown = publicItem(item);
		if (shown.kind === 'whosaid') return [...shown.statements, ...shown.columns].map(({ text }) => plain(text));
		if (shown.kind === 'matrix') return [...shown.rows, ...shown.sources].map(({ text }) => plain(text));
		if (shown.kind === 'classify-source')
			return shown.fields.flatMap(({ options }) => options.map(({ text }) => plain(text)));
		if (shown.kind === 'divergence')
			return shown.segments.flatMap(({ original, pinyin, official }) => [original, pinyin, plain(official)]);
		return shown.kind === 'gap' ? (shown.list ?? []) : [];
	});
}
