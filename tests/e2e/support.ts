import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type Locator, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { readContent } from '../../src/cli/read-content.ts';
import { compileContent } from '../../src/lib/domain/lesson/compile.ts';
import type { Lesson, Step, StepId } from '../../src/lib/domain/lesson/model.ts';
import { plain } from '../../src/lib/ui/text/plain.ts';

export { expect } from '@playwright/test';

/**
 * The browser may complain of nothing while a test runs: errors on the console, uncaught ones, and what the
 * content-security policy refused. `complaints` names what one file expects.
 */
export const test = base.extend<{ complaints: RegExp[]; silence: void }>({
	complaints: [[], { option: true }],
	silence: [
		async ({ context, complaints }, use) => {
			const heard: string[] = [];
			// The draw of the side that comes first, held still: the sides stand as in the file.
			await context.addInitScript(() => {
				if (location.protocol.startsWith('http')) localStorage.setItem('parallax:draw', '1');
			});
			context.on('console', (message) => {
				if (message.type() === 'error') heard.push(`${message.text()} (${message.location().url})`);
			});
			context.on('weberror', (error) => heard.push(String(error.error())));
			await use();
			expect(heard.filter((one) => !complaints.some((expected) => expected.test(one)))).toEqual([]);
		},
		{ auto: true }
	]
});

/** What a static host's 404 makes the browser say. */
export const notFound = /status of 404/;

const { content } = compileContent(readContent('lessons'));
/** Every lesson of the course, as compiled. */
export const lessons: readonly Lesson[] = content?.lessons ?? [];
const first = lessons.find(({ id }) => id === 'one-slogan-many-englishes');
if (!first) throw new Error('Lesson 1 does not compile: `npm run lessons -- check` says where.');

/** The lesson that the journeys go through, with its key. */
export const lesson: Lesson = first;
export const stepIds = lesson.steps.map(({ id }) => id);
export const lessonPath = `/learn/${lesson.id}/`;
export const stepPath = (step: StepId) => `${lessonPath}${step}/`;

export function stepOf<Id extends StepId>(id: Id): Extract<Step, { id: Id }> {
	const step = lesson.steps.find((one) => one.id === id);
	if (!step) throw new Error(`The lesson has no step ${id}.`);
	return step as Extract<Step, { id: Id }>;
}

export type Locale = 'en' | 'zh';
export const prefix = { en: '', zh: '/zh' } as const;
const words = Object.fromEntries(
	(['en', 'zh'] as const).map((locale) => [
		locale,
		JSON.parse(readFileSync(`src/messages/${locale}.json`, 'utf8')) as Record<string, string>
	])
) as Record<Locale, Record<string, string>>;

/** A phrase of the interface in a language. */
export function say(locale: Locale, key: string, values: Record<string, string | number> = {}): string {
	const phrase = words[locale][key];
	if (phrase === undefined) throw new Error(`No words for ${key} in ${locale}.`);
	return phrase.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
}

/** The text as an accessible name begins with it; what feedback adds later comes after. */
export const begins = (text: string) => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
/** The text of inline HTML as a name has it. */
export const named = (html: string) => begins(plain(html.replace(/<br>/g, ' ')));

/** The page answers: scripts run, and a step has read the disk. */
export async function settle(page: Page): Promise<void> {
	await expect(page.locator('html[data-hydrated]')).toBeAttached();
	if (/\/learn\/[^/]+\/[^/]+\/$/.test(new URL(page.url()).pathname))
		await expect(page.locator('.step[data-ready]')).toBeAttached();
}
export async function open(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await settle(page);
}
export const openStep = (page: Page, step: StepId, locale: Locale = 'en') =>
	open(page, prefix[locale] + stepPath(step));

/** Everything is on the disk. */
export const saved = (page: Page) => expect(page.locator('[data-save]')).toHaveAttribute('data-save', 'saved');

/** The learner goes on by the foot of the page; the new step has read the disk, and its heading has the focus. */
export async function goOn(page: Page, name: RegExp | string, step: StepId): Promise<void> {
	await page.getByRole('navigation', { name: 'Onwards' }).getByRole('link', { name }).click();
	await expect(page).toHaveURL(stepPath(step));
	await arrived(page, step);
}
export async function arrived(page: Page, step: StepId): Promise<void> {
	const heading = page.getByRole('heading', { level: 1, name: plain(stepOf(step).title) });
	await expect(heading).toBeFocused();
	await expect(page.locator('.step[data-ready]')).toBeAttached();
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Breaches of WCAG 2.2 AA and of good practice on the page as it stands. In the dark only colours can differ; without
 * 'light' and 'dark' colours are left out: forced ones are put on when the page is painted, where axe does not look.
 */
export async function breaches(page: Page, schemes: ('light' | 'dark' | 'any')[] = ['light', 'dark']) {
	const found: string[] = [];
	for (const scheme of schemes) {
		await page.emulateMedia({ colorScheme: scheme === 'dark' ? 'dark' : 'light' });
		// No page has frames, so axe needs no page of its own to add them up; and nobody reads what passed.
		const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
		if (scheme === 'dark') axe.withRules(['color-contrast', 'link-in-text-block']);
		else axe.withTags(tags).disableRules(scheme === 'any' ? ['color-contrast'] : []);
		const { violations } = await axe.analyze();
		for (const { id, help, nodes } of violations)
			for (const { html, failureSummary } of nodes)
				found.push(`${scheme} · ${id}: ${help}\n${html}\n${failureSummary}`);
	}
	await page.emulateMedia({ colorScheme: null });
	return found;
}

/** The options that a person sees of a group, by their beginnings. */
export const option = (group: Locator, role: 'radio' | 'checkbox', html: string) =>
	group.getByRole(role, { name: named(html) });
