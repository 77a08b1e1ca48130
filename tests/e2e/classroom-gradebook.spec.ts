import { expect } from '@playwright/test';
import papaparse from 'papaparse';
import type { Page } from '@playwright/test';
import type { Assignment, OpenClass, TextFile } from '../../src/lib/domain/classroom/model.ts';
import { aDevice, assignmentIn, classOf, copyOf, noon, rosterOf, sealedBy } from '../support/a-class.ts';
import { breaches, open as openPage, prefix, test } from './support.ts';

// One class from its files to the school's gradebook, as an instructor goes through it.

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

const grid = (page: Page) => page.getByRole('grid');
const rowOf = (page: Page, code: string) => grid(page).getByRole('row').filter({ hasText: code });

async function download(page: Page, press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
	const [file] = await Promise.all([page.waitForEvent('download'), press()]);
	const stream = await file.createReadStream();
	const chunks: Buffer[] = [];
	for await (const chunk of stream) chunks.push(chunk as Buffer);
	return { name: file.suggestedFilename(), bytes: Buffer.concat(chunks) };
}

test('from thirty files to the school’s gradebook: verdicts, table, an attempt, analysis, and out', async ({
	page
}) => {
	const { open, assignment, copy, files } = await aClassWithWork();
	await openPage(page, '/teach/#restore');
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
	await expect(page.getByText('Everything has been read. Files: 32.')).toBeVisible();
	const counts = page.locator('.counts');
	await expect(counts).toContainText('Opened, late: 2');
	await expect(counts).toContainText('Here already: 1');
	await expect(counts).toContainText('Not from this app: 1');
	await expect(counts).toContainText('The end is missing: 1');
	await expect(counts).toContainText('Empty: 1');
	await expect(counts).toContainText('Damaged: 1');
	await expect(page.getByText('the file claims 100 of 100; the answers give')).toBeVisible();
	expect(await breaches(page)).toEqual([]);

	// ---- the table
	await go(`gradebook/${assignment.id}`);
	await expect(grid(page).getByRole('row')).toHaveCount(31);
	await expect(rowOf(page, 'S-001')).toContainText('handed in again (2 attempts)');
	await expect(rowOf(page, 'S-009')).toContainText('late');
	await expect(rowOf(page, 'S-030')).toContainText('missing');
	await expect(rowOf(page, 'S-005')).toContainText('claims other marks: 1');
	await page.getByRole('button', { name: 'Overall' }).click();
	await page.getByRole('button', { name: 'Overall' }).click();
	const overall = (row: number) => grid(page).getByRole('row').nth(row).locator('td').nth(6).innerText();
	expect(Number(await overall(1))).toBe(100);
	expect(Number(await overall(1))).toBeGreaterThanOrEqual(Number(await overall(2)));
	// By keyboard alone: down the column of names, and into a result.
	await grid(page).getByRole('button', { name: 'Student' }).focus();
	await page.keyboard.press('ArrowDown');
	await expect(grid(page).getByRole('row').nth(1).getByRole('link')).toBeFocused();
	expect(await breaches(page)).toEqual([]);
	const csv = await download(page, () => page.getByRole('button', { name: 'Save this table as CSV' }).click());
	expect(csv.name).toBe('week-3.csv');
	const read = papaparse.parse<Record<string, string>>(csv.bytes.toString().slice(1), {
		header: true,
		skipEmptyLines: true
	});
	const shown = await grid(page).getByRole('row').locator('td:nth-of-type(7)').allInnerTexts();
	expect(read.data.map((row) => row.Overall || '–')).toEqual(shown);

	// ---- one attempt, by keyboard; another mark, and back
	await page.keyboard.press('Control+Home');
	await rowOf(page, 'S-005').getByRole('link').focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: /S-005/ })).toBeFocused();
	const question = page.getByRole('article').first();
	await question.getByText('Give another mark').click();
	await question.getByLabel(/^Points, from 0/).fill('0.5');
	await question.getByLabel(/^Reason/).fill('Said aloud in class.');
	await question.getByRole('button', { name: 'Give this mark' }).click();
	await expect(page.getByText('The mark was changed.')).toBeVisible();
	await expect(question).toContainText('0.5 of');
	await question.getByLabel(/^Comment for the student/).fill('Look at the source again.');
	await question.getByLabel(/^Comment for the student/).press('Tab');
	await expect(page.getByText('The comment is saved.')).toBeVisible();
	await page.getByText('Why this number').first().click();
	await page.getByText('The map as a drawing').first().click();
	await expect(page.getByRole('region', { name: 'The map as a drawing' })).toBeVisible();
	expect(await breaches(page)).toEqual([]);
	await page.reload();
	await expect(page.getByRole('article').first()).toContainText('Said aloud in class.');
	await go(`gradebook/${assignment.id}`);
	await expect(rowOf(page, 'S-005')).toContainText('marks changed by hand');

	// ---- analysis
	await go(`gradebook/${assignment.id}/analysis`);
	await expect(page.getByText(/^Cronbach’s alpha \d/)).toBeVisible();
	await page.getByText('Which choices were taken').first().click();
	await expect(page.getByText(/^Taken by \d+/).first()).toBeVisible();
	await expect(
		page
			.getByText(/^exactly: \d+ · in part/)
			.filter({ visible: true })
			.first()
	).toBeVisible();
	expect(await breaches(page)).toEqual([]);

	// ---- out: the LMS's own file, feedback
	await go('out');
	const lms = [
		'First name,Last name,ID number,Email address,Assignment: Week 3 (Real),Last downloaded from this course',
		...rosterOf(30).map(({ lms: id }, at) => `"N, ${at}",Nr,${id},x${at}@example.org,,1764000000`),
		'No,Body,9999,none@example.org,,1764000000',
		''
	].join('\r\n');
	await page.locator('#out-lms-file').setInputFiles(named('grades.csv', lms));
	await expect(page.getByText('Cells that change in “Assignment: Week 3 (Real)”: 26.')).toBeVisible();
	await expect(page.getByText('Rows of whom nobody in the class fits: 1')).toBeVisible();
	await expect(page.getByText('Students without a mark, whose cells stay as they are: 4')).toBeVisible();
	expect(await breaches(page)).toEqual([]);
	const filled = await download(page, () => page.locator('#out-lms-save').click());
	expect(filled.name).toBe('grades.filled.csv');
	const back = filled.bytes.toString();
	expect(back.split('\r\n')[1]).toBe('"N, 0",Nr,1001,x0@example.org,100,1764000000');
	expect(back.replace(/,(\d+(?:\.\d+)?),1764000000/g, ',,1764000000')).toBe(lms);
	const zip = await download(page, () => page.locator('#out-feedback-save').click());
	expect(zip.name).toBe('week-3.feedback.zip');
	await expect(page.getByText('sealed files in it: 26')).toBeVisible();

	// ---- in Chinese, on the same device
	await page.setViewportSize({ width: 390, height: 844 });
	await openPage(page, `${prefix.zh}/teach/#${open.id}/gradebook/${assignment.id}`);
	await expect(rowOf(page, 'S-030')).toContainText('未交');
	expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
	expect(await breaches(page)).toEqual([]);
});
