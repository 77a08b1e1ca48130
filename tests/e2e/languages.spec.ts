import type { Page } from '@playwright/test';
import { checkItems, give, groupOf, rightResponse } from './quiz.ts';
import { addByRow, label } from './map.ts';
import { expect, lesson, lessonPath, named, open, openStep, option, prefix, saved, say, settle } from './support.ts';
import { stepIds, stepOf, stepPath, test, type Locale } from './support.ts';

const pages = ['/', lessonPath, ...stepIds.map(stepPath), '/settings/'];
const htmlLang = { en: 'en', zh: 'zh-Hans' } as const;

/** What a page says in a script that its language does not have: texts, and names that only assistive tools read. */
const foreign = (page: Page, locale: Locale) =>
	page.evaluate((here) => {
		// Names, keys of the keyboard and abbreviations that are the same in both languages.
		const known =
			/Parallax( contributors)?|GitHub|MIT|CC BY|JSON|parallax-backup-…\.json|MB|KB|Ctrl|Shift|Alt|Home|End|Delete|Enter|Esc|Argdown|AIF|SVG|Markdown|FSRS|DF-QuAD|Brier|[A-Z]\b/g;
		const strange = (text: string) =>
			(here === 'zh' ? /[A-Za-z]{2,}/ : /\p{Script=Han}/u).test(text.replace(known, ''));
		const isHere = (element: Element | null) => {
			const lang = element?.closest('[lang]')?.getAttribute('lang') ?? '';
			return here === 'zh' ? lang === 'zh-Hans' : lang === 'en';
		};
		const found: string[] = [];
		const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let node = texts.nextNode(); node; node = texts.nextNode()) {
			const text = node.textContent ?? '';
			const parent = node.parentElement;
			if (parent?.closest('script, style, noscript, code, #svelte-announcer')) continue;
			if (strange(text) && isHere(parent)) found.push(text.trim());
		}
		// An attribute has one language: what it quotes from the lesson is taken out first.
		const quoted = [...document.body.querySelectorAll('[lang=en]')].map((one) => one.textContent?.trim() ?? '');
		quoted.sort((a, b) => b.length - a.length);
		for (const element of document.body.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
			for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
				let words = element.getAttribute(name) ?? '';
				for (const quotation of quoted) if (quotation) words = words.replace(quotation, '');
				if (strange(words) && isHere(element)) found.push(`${name}: ${words}`);
			}
		return found;
	}, locale);

for (const locale of ['en', 'zh'] as const)
	test(`every page is there in ${locale}, says its language, and marks the words of the other`, async ({ page }) => {
		for (const path of pages) {
			const response = await page.goto(prefix[locale] + path);
			expect(response?.status(), path).toBe(200);
			await settle(page);
			await expect(page.locator('html')).toHaveAttribute('lang', htmlLang[locale]);
			expect(await foreign(page, locale), path).toEqual([]);
			const note = page.getByText(say('zh', 'body_in_english'));
			const hasLesson = path.startsWith('/learn/');
			await expect(note, path).toHaveCount(locale === 'zh' && hasLesson ? 1 : 0);
		}
	});

test('the controls have Chinese names', async ({ page }) => {
	const names: [path: string, role: 'button' | 'link' | 'navigation' | 'tree' | 'heading' | 'group', key: string][] = [
		['/', 'heading', 'catalogue_heading'],
		['/', 'link', 'settings'],
		[lessonPath, 'link', 'lesson_begin'],
		[lessonPath, 'button', 'lesson_print'],
		[stepPath('orient'), 'navigation', 'lesson_steps'],
		[stepPath('orient'), 'navigation', 'onwards'],
		[stepPath('check'), 'button', 'check_answer'],
		[stepPath('check'), 'group', 'certainty_question'],
		[stepPath('weigh'), 'tree', 'map_outline'],
		[stepPath('weigh'), 'button', 'score_map'],
		[stepPath('weigh'), 'button', 'undo'],
		[stepPath('close'), 'button', 'close_lesson'],
		['/settings/', 'heading', 'settings_language']
	];
	for (const [path, role, key] of names) {
		const address = prefix.zh + path;
		if (new URL(page.url(), 'http://x').pathname !== address) await open(page, address);
		await expect(page.getByRole(role, { name: say('zh', key) }).first(), `${path} ${key}`).toBeAttached();
	}
});

test.describe('the switch', () => {
	const inBar = (page: Page, name: string) => page.getByRole('banner').getByRole('link', { name });
	async function toChinese(page: Page) {
		await inBar(page, '中文').click();
		await expect(page).toHaveURL(/\/zh\//);
		await settle(page);
	}
	async function toEnglish(page: Page) {
		await inBar(page, 'English').click();
		await expect(page).not.toHaveURL(/\/zh\//);
		await settle(page);
	}

	test('leads to the twin of every page, and back', async ({ page }) => {
		for (const path of pages) {
			await open(page, path);
			await expect(inBar(page, '中文')).toHaveAttribute('href', `/zh${path}`);
			await expect(inBar(page, '中文')).toHaveAttribute('lang', 'zh-Hans');
		}
		await toChinese(page);
		await expect(page).toHaveURL('/zh/settings/');
		await expect(inBar(page, 'English')).toHaveAttribute('href', '/settings/');
	});

	test('keeps the answers of the quiz, and the focus on the same control, there and back', async ({ page }) => {
		await openStep(page, 'check');
		const [first, pair] = [checkItems[0]!, checkItems[1]!];
		if (pair.kind !== 'single') throw new Error('The second question is no single choice any more.');
		await give(page, checkItems, first, rightResponse(first));
		const text = pair.options[2]!.text;
		await option(groupOf(page, checkItems, pair), 'radio', text).check();
		const id = await page.evaluate(() => document.activeElement?.id);
		await saved(page);

		for (const [go, address] of [
			[toChinese, `/zh${stepPath('check')}`],
			[toEnglish, stepPath('check')]
		] as const) {
			await go(page);
			await expect(page).toHaveURL(address);
			const radio = page.getByRole('radio', { name: named(text) });
			await expect(radio).toBeChecked();
			await expect(radio).toBeFocused();
			await expect(radio).toHaveId(id!);
			const selects = await page.getByRole('combobox').all();
			const kept = await Promise.all(selects.map((select) => select.inputValue()));
			const { pairs } = rightResponse(first) as { pairs: Record<string, string | null> };
			expect(kept).toEqual(Object.values(pairs).map((partner) => partner ?? '—'));
		}
	});

	test('keeps own words, a stance and the map', async ({ page }) => {
		const { stance } = stepOf('orient');
		await openStep(page, 'orient');
		await option(page.getByRole('group', { name: named(stance.prompt) }), 'radio', stance.options[3]!.text).check();
		await saved(page);
		await toChinese(page);
		await expect(page.getByRole('radio', { name: named(stance.options[3]!.text) })).toBeChecked();

		await openStep(page, 'task');
		await page.getByRole('textbox').nth(1).fill('强国, seen twice');
		await saved(page);
		await toChinese(page);
		await expect(page.getByRole('textbox').nth(1)).toHaveValue('强国, seen twice');
		await expect(page.getByRole('textbox').nth(1)).toBeFocused();

		await openStep(page, 'weigh');
		await addByRow(page, { card: 'a', on: 'T', how: 'because' });
		await saved(page);
		await toChinese(page);
		await expect(label(page, 'a')).toBeVisible();
		await expect(page.getByRole('treeitem', { name: /^因为/ })).toBeVisible();
	});

	test('keeps the place in the catalogue', async ({ page }) => {
		await openStep(page, 'speakers');
		await page.getByRole('radio', { name: 'in between' }).first().check();
		await saved(page);
		await open(page, '/zh/');
		const link = page.getByRole('link', { name: say('zh', 'lesson_resume', { step: say('zh', 'step_speakers') }) });
		await link.click();
		await expect(page).toHaveURL(`/zh${stepPath('speakers')}`);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	});
});

test('the titles of pages are in the language of the page, those of lessons in their own', async ({ page }) => {
	for (const [path, title] of [
		['/zh/', `Parallax · ${say('zh', 'app_tagline')}`],
		['/zh/settings/', `${say('zh', 'settings')} · Parallax`],
		[`/zh${lessonPath}`, `${lesson.title} · Parallax`],
		[stepPath('weigh'), `${stepOf('weigh').title} · ${lesson.title} · Parallax`]
	] as const) {
		await open(page, path);
		await expect(page).toHaveTitle(title);
	}
});
