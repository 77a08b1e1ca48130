import { expect } from '@playwright/test';
import papaparse from 'papaparse';
import type { Page } from '@playwright/test';
import type { Assignment, OpenClass, TextFile } from '../../src/lib/domain/classroom/model.ts';
import { aDevice, assignmentIn, classOf, copyOf, noon, rosterOf, sealedBy } from '../support/a-class.ts';
import { begins, breaches, open as openPage, prefix, say, test } from './support.ts';

// One class from its files to the school's gradebook, as an instructor goes through it: in Chinese, on a phone.

const zh = (key: string, values: Record<string, string | number> = {}) => say('zh', key, values);
/** The sentence up to the value that is open in it. */
const upTo = (key: string, open: string) => begins(zh(key, { [open]: '\n' }).split('\n')[0]!);

test.describe.configure({ timeout: 240_000 });

const inPage = ({ name, text }: TextFile) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
const named = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

async function aClassWithWork(): Promise<{
	open: OpenClass;
	assignment: Assignment;
	copy: TextFile;
	files: TextFile[];
}> {
	const open = await classOf(rosterOf(30));
	const assignment = assignmentIn(open);
	const devices = await Promise.all([aDevice(), aDevice(), aDevice()]);
	const files = await Promise.all(
		Array.from({ length: 26 }, (_, at) =>
			sealedBy(
				{
					code: `S-${String(at + 1).padStart(3, '0')}`,
					ability: 0.1 + (at % 10) / 10,
					at: at % 9 === 8 ? noon + 60_000 : noon - 60_000,
					boasts: at === 4
				},
				assignment,
				devices[at % 3]!
			)
		)
	);
	files.push(await sealedBy({ code: 'S-001', ability: 1, attempt: 2 }, assignment, devices[0]!));
	return { open, assignment, copy: await copyOf(open, [assignment]), files };
}

/** How far the page can be scrolled sideways. */
const sideways = (page: Page) =>
	page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const grid = (page: Page) => page.getByRole('grid');
const rowOf = (page: Page, code: string) => grid(page).getByRole('row').filter({ hasText: code });

async function download(page: Page, press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
	const [file] = await Promise.all([page.waitForEvent('download'), press()]);
	const stream = await file.createReadStream();
	const chunks: Buffer[] = [];
	for await (const chunk of stream) chunks.push(chunk as Buffer);
	return { name: file.suggestedFilename(), bytes: Buffer.concat(chunks) };
}

test('from thirty files to the school’s gradebook, in Chinese: verdicts, table, an attempt, analysis, and out', async ({
	page
}) => {
	const { open, assignment, copy, files } = await aClassWithWork();
	await openPage(page, `${prefix.zh}/teach/#restore`);
	await page.locator('#restore-file').setInputFiles(inPage(copy));
	await expect(page.getByRole('link', { name: open.name })).toBeVisible();

	// ---- collect: bad files among the good ones
	const go = (part: string) => page.evaluate((hash) => (location.hash = hash), `#${open.id}/${part}`);
	await go('collect');
	const [sixth] = files.slice(5);
	const flipped = sixth!.text.slice(0, 700) + (sixth!.text[700] === 'A' ? 'B' : 'A') + sixth!.text.slice(701);
	await page
		.locator('#collect-files')
		.setInputFiles([
			named('noise.txt', 'hello'),
			...files.slice(0, 5).map(inPage),
			named('flipped.txt', flipped),
			named('cut.txt', files[6]!.text.slice(0, 600)),
			named('empty.txt', ''),
			...files.slice(5).map(inPage),
			inPage(files[0]!)
		]);
	await expect(page.getByText(zh('collect_done', { count: 32 }))).toBeVisible();
	const counts = page.locator('.counts');
	const countOf = (verdict: string, count: number) => zh('collect_count', { verdict: zh(verdict), count });
	await expect(counts).toContainText(countOf('verdict_late', 2));
	await expect(counts).toContainText(countOf('verdict_duplicate', 1));
	await expect(counts).toContainText(countOf('verdict_not_parallax', 1));
	await expect(counts).toContainText(countOf('verdict_truncated', 1));
	await expect(counts).toContainText(countOf('verdict_empty', 1));
	await expect(counts).toContainText(countOf('verdict_damaged', 1));
	await expect(page.getByText(zh('difference_points', { claimed: 100, found: '\n' }).split('\n')[0]!)).toBeVisible();
	expect(await breaches(page)).toEqual([]);
	expect(await sideways(page)).toBe(0);

	// ---- the table
	await go(`gradebook/${assignment.id}`);
	await expect(grid(page).getByRole('row')).toHaveCount(31);
	await expect(rowOf(page, 'S-001')).toContainText(zh('flag_resubmitted', { count: 2 }));
	await expect(rowOf(page, 'S-009')).toContainText(zh('status_late'));
	await expect(rowOf(page, 'S-030')).toContainText(zh('status_missing'));
	await expect(rowOf(page, 'S-005')).toContainText(zh('flag_differences', { count: 1 }));
	await page.getByRole('button', { name: zh('column_overall') }).click();
	await page.getByRole('button', { name: zh('column_overall') }).click();
	const overall = (row: number) => grid(page).getByRole('row').nth(row).locator('td').nth(6).innerText();
	expect(Number(await overall(1))).toBe(100);
	expect(Number(await overall(1))).toBeGreaterThanOrEqual(Number(await overall(2)));
	// By keyboard alone: down the column of names, and into a result.
	await grid(page)
		.getByRole('button', { name: zh('column_student') })
		.focus();
	await page.keyboard.press('ArrowDown');
	await expect(grid(page).getByRole('row').nth(1).getByRole('link')).toBeFocused();
	expect(await breaches(page)).toEqual([]);
	expect(await sideways(page)).toBe(0);
	const csv = await download(page, () => page.getByRole('button', { name: zh('gradebook_csv') }).click());
	expect(csv.name).toBe('week-3.csv');
	const read = papaparse.parse<Record<string, string>>(csv.bytes.toString().slice(1), {
		header: true,
		skipEmptyLines: true
	});
	const shown = await grid(page).getByRole('row').locator('td:nth-of-type(7)').allInnerTexts();
	expect(read.data.map((row) => row[zh('column_overall')] || '–')).toEqual(shown);

	// ---- one attempt, by keyboard; another mark, and back
	await page.keyboard.press('Control+Home');
	await rowOf(page, 'S-005').getByRole('link').focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: /S-005/ })).toBeFocused();
	const question = page.getByRole('article').first();
	await question.getByText(zh('judge_open')).click();
	await question.getByLabel(upTo('judge_points', 'most')).fill('0.5');
	await question.getByLabel(zh('judge_reason')).fill('课堂上口头回答。');
	await question.getByRole('button', { name: zh('judge_give') }).click();
	await expect(page.getByText(zh('judge_given'))).toBeVisible();
	await expect(question).toContainText(/0\.5 \/ \d/);
	await question.getByLabel(begins(zh('judge_comment'))).fill('再看一遍出处。');
	await question.getByLabel(begins(zh('judge_comment'))).press('Tab');
	await expect(page.getByText(zh('judge_comment_saved'))).toBeVisible();
	await page.getByText(zh('score_why')).first().click();
	await page.getByText(zh('gradebook_map_drawing')).first().click();
	await expect(page.getByRole('region', { name: zh('gradebook_map_drawing') })).toBeVisible();
	expect(await breaches(page)).toEqual([]);
	expect(await sideways(page)).toBe(0);
	await page.reload();
	await expect(page.getByRole('article').first()).toContainText('课堂上口头回答。');
	await go(`gradebook/${assignment.id}`);
	await expect(rowOf(page, 'S-005')).toContainText(zh('flag_overridden'));

	// ---- analysis
	await go(`gradebook/${assignment.id}/analysis`);
	await expect(page.getByText(upTo('analysis_alpha', 'value'))).toBeVisible();
	await page.getByText(zh('analysis_choices')).first().click();
	await expect(
		page.getByText(new RegExp(`^${zh('analysis_taken', { count: '\\d+', percent: '\\d+' })}`)).first()
	).toBeVisible();
	await expect(page.getByText(upTo('heat_link', 'exact')).filter({ visible: true }).first()).toBeVisible();
	expect(await breaches(page)).toEqual([]);
	expect(await sideways(page)).toBe(0);

	// ---- out: the LMS's own file, feedback
	await go('out');
	const lms = [
		'First name,Last name,ID number,Email address,Assignment: Week 3 (Real),Last downloaded from this course',
		...rosterOf(30).map(({ lms: id }, at) => `"N, ${at}",Nr,${id},x${at}@example.org,,1764000000`),
		'No,Body,9999,none@example.org,,1764000000',
		''
	].join('\r\n');
	await page.locator('#out-lms-file').setInputFiles(named('grades.csv', lms));
	await expect(page.getByText(zh('out_lms_changes', { column: 'Assignment: Week 3 (Real)', count: 26 }))).toBeVisible();
	await expect(page.getByText(zh('out_lms_rows_left', { count: 1 }))).toBeVisible();
	await expect(page.getByText(zh('out_lms_without', { count: 4 }))).toBeVisible();
	expect(await breaches(page)).toEqual([]);
	expect(await sideways(page)).toBe(0);
	const filled = await download(page, () => page.locator('#out-lms-save').click());
	expect(filled.name).toBe('grades.filled.csv');
	const back = filled.bytes.toString();
	expect(back.split('\r\n')[1]).toBe('"N, 0",Nr,1001,x0@example.org,100,1764000000');
	expect(back.replace(/,(\d+(?:\.\d+)?),1764000000/g, ',,1764000000')).toBe(lms);
	const zip = await download(page, () => page.locator('#out-feedback-save').click());
	expect(zip.name).toBe('week-3.feedback.zip');
	await expect(page.getByText(zh('out_feedback_saved', { name: 'week-3.feedback.zip', count: 26 }))).toBeVisible();

	// ---- in English, on the same device
	await openPage(page, `/teach/#${open.id}/gradebook/${assignment.id}`);
	await expect(rowOf(page, 'S-030')).toContainText('missing');
	expect(await breaches(page)).toEqual([]);
	expect(await sideways(page)).toBe(0);
});
