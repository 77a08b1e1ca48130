import type { Page } from '@playwright/test';
import { check, checkItems, give, rightResponse } from './quiz.ts';
import { breaches, expect, lesson, openStep, prefix, say, stepPath, test } from './support.ts';

/** Makes of the stored answers what an older text of the lesson would have left. */
const age = (page: Page, item: string) =>
	page.evaluate(
		async ({ lessonId, id }) => {
			const answer = <T>(request: IDBRequest<T>) =>
				new Promise<T>((done, fail) => {
					request.onsuccess = () => done(request.result);
					request.onerror = () => fail(request.error);
				});
			const database = await answer(indexedDB.open('parallax'));
			const store = database.transaction('steps', 'readwrite').objectStore('steps');
			const records = await answer(store.getAll());
			for (const record of records.filter((one) => one.lessonId === lessonId && one.stepId === 'check')) {
				record.lessonVersion += 1;
				record.work.responses[id] = { kind: 'single', choice: 'an-option-that-is-gone' };
				record.work.responses['a-question-that-is-gone'] = { kind: 'single', choice: 'this' };
				await answer(store.put(record));
			}
			database.close();
		},
		{ lessonId: lesson.id, id: item }
	);

const [first, second] = checkItems.filter(({ kind }) => kind === 'single');

test('who comes back to a revised lesson is told what became of the answers, and of nothing in one that stands', async ({
	page
}) => {
	await openStep(page, 'check');
	for (const item of [first!, second!]) {
		await give(page, checkItems, item, rightResponse(item));
		await check(page, checkItems, item, 'certain');
	}
	await expect(page.locator('[data-save]')).toHaveAttribute('data-save', 'saved');
	await openStep(page, 'check');
	await expect(page.getByText(say('en', 'lesson_changed'))).toHaveCount(0);

	await age(page, first!.id);
	for (const locale of ['en', 'zh'] as const) {
		await page.goto(prefix[locale] + stepPath('check'));
		await expect(page.locator('.step[data-ready]')).toBeAttached();
		await expect(page.getByText(say(locale, 'lesson_changed'))).toBeVisible();
		const number = checkItems.indexOf(first!) + 1;
		await expect(page.getByText(say(locale, 'lesson_changed_again', { numbers: number }))).toBeVisible();
		await expect(page.getByText(say(locale, 'lesson_changed_aside', { count: 1 }))).toBeVisible();
	}
	expect(await breaches(page)).toEqual([]);

	// Answered again, it is work on the lesson of today.
	await openStep(page, 'check');
	await give(page, checkItems, first!, rightResponse(first!));
	await check(page, checkItems, first!, 'certain');
	await expect(page.locator('[data-save]')).toHaveAttribute('data-save', 'saved');
	await openStep(page, 'check');
	await expect(page.getByText(say('en', 'lesson_changed'))).toHaveCount(0);
});
