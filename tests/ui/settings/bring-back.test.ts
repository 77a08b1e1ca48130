import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import type { Store } from '#lib/storage/store.ts';
import OwnDataSection from '#lib/ui/settings/OwnDataSection.svelte';
import { device, lessonId, lessonSave, stepSave } from '../../storage/support.ts';
import { catchDownloads, chooseFile, pageState, press } from './support.ts';

/** A copy from another device: one lesson, two steps, a dark theme. */
async function copyFromElsewhere() {
	const store = await device().tab();
	await store.save({ step: stepSave(0, 'theirs'), lesson: lessonSave(0) });
	await store.save({ step: stepSave(0, 'map', 'weigh') });
	return store.exportAll({ theme: 'dark', pinyin: false, textSize: 'normal' });
}
const emptyCopy = { app: 'parallax', format: 1, savedAt: 1, steps: [], lessons: [], quarantine: [] };
async function show(store: Store) {
	const state = await pageState(store);
	render(OwnDataSection, state);
	return state;
}
const workOf = async (store: Store) =>
	(await store.exportAll()).steps.map(({ stepId, work }) => `${stepId} ${work}`).toSorted();
const dialog = () => screen.getByRole<HTMLDialogElement>('dialog');

describe('bringing a copy back', () => {
	it('shows what is in it before anything changes', async () => {
		const store = await device().tab();
		await show(store);
		await chooseFile(await copyFromElsewhere());
		expect(await screen.findByText(/Lessons begun: 1; steps with answers: 2/)).toBeTruthy();
		expect(await workOf(store)).toEqual([]);
	});

	it('adds it to what is here, and reports in words', async () => {
		const store = await device().tab();
		await store.save({ step: stepSave(0, 'mine', 'reverse') });
		const { settings } = await show(store);
		await chooseFile(await copyFromElsewhere());
		await screen.findByRole('button', { name: 'Bring it back' });
		await press('Bring it back');
		expect(await screen.findByText('Records brought in: 3')).toBeTruthy();
		expect(screen.getByText('The settings of the copy are used.')).toBeTruthy();
		expect(screen.getByText('lessons begun: 1; steps with answers: 3')).toBeTruthy();
		expect(settings.current.theme).toBe('dark');
		expect(await workOf(store)).toEqual(['check theirs', 'reverse mine', 'weigh map']);
		expect(document.activeElement).toBe(screen.getByLabelText('Choose a copy…'));
	});

	it('leaves what is as new, and settings that were chosen here', async () => {
		const store = await device().tab();
		const copy = await copyFromElsewhere();
		await store.importAll(copy, { mode: 'merge' });
		const { settings } = await show(store);
		settings.change({ theme: 'light' });
		await chooseFile(copy);
		await screen.findByRole('button', { name: 'Bring it back' });
		await press('Bring it back');
		expect(await screen.findByText('Nothing in the copy was newer: everything stays as it was.')).toBeTruthy();
		expect(screen.getByText(/what is here is the same or later: 3/)).toBeTruthy();
		expect(settings.current.theme).toBe('light');
	});

	it('puts it in the place of everything only after it was confirmed', async () => {
		const files = catchDownloads();
		const store = await device().tab();
		await store.save({ step: stepSave(0, 'mine', 'reverse') });
		await show(store);
		await chooseFile(await copyFromElsewhere());
		await fireEvent.click(await screen.findByRole('radio', { name: /Put it in the place/ }));
		await press('Bring it back');
		expect(within(dialog()).getByText(/Lessons begun: 1; steps with answers: 1/)).toBeTruthy();
		expect(document.activeElement).toBe(within(dialog()).getByRole('button', { name: 'Cancel' }));
		await fireEvent.click(within(dialog()).getByRole('button', { name: 'Cancel' }));
		expect(await workOf(store)).toEqual(['reverse mine']);

		await press('Bring it back');
		await fireEvent.click(within(dialog()).getByRole('button', { name: 'Save a copy of everything first' }));
		await vi.waitFor(() => expect(files).toHaveLength(1));
		await fireEvent.click(within(dialog()).getByRole('button', { name: 'Delete and use the copy' }));
		expect(await screen.findByText('Records brought in: 3')).toBeTruthy();
		expect(await workOf(store)).toEqual(['check theirs', 'weigh map']);
	});

	it('leaves bad records out, and says which and why', async () => {
		const store = await device().tab();
		await show(store);
		const copy = await copyFromElsewhere();
		await chooseFile({ ...copy, steps: [copy.steps[0], { ...copy.steps[1], rev: 'many' }] });
		expect(await screen.findByText(/will be left out: 1/)).toBeTruthy();
		await press('Bring it back');
		expect(await screen.findByText('Records that could not be read: 1')).toBeTruthy();
		const [entry] = screen.getAllByText(/Step record 2, “rev”/);
		expect(entry?.textContent.replace(/\s+/g, ' ').trim()).toBe(
			'Step record 2, “rev”: expected number, but found "many"'
		);
		expect(await workOf(store)).toEqual(['check theirs']);
	});

	it('says when the disk could not be written, and the copy stays chosen', async () => {
		const store = await device().tab();
		const report = { imported: 0, kept: 0, divided: 0, refused: [], failed: 'full' as const, settings: null };
		await show({ ...store, importAll: async () => report });
		await chooseFile(await copyFromElsewhere());
		await screen.findByRole('button', { name: 'Bring it back' });
		await press('Bring it back');
		expect(await screen.findByText(/The device has no room left/)).toBeTruthy();
		expect(screen.getByRole('button', { name: 'Bring it back' })).toBeTruthy();
	});

	it.each<[string, string | object, RegExp, number?]>([
		['too large', '{}', /larger than 20 MB/, 20_000_001],
		['no JSON', '{"app":"parallax","for', /download broke off/],
		['of another app', { app: 'other' }, /was not made by this app/],
		['a list', [], /was not made by this app/],
		['from a newer version', { app: 'parallax', format: 4, savedAt: 1 }, /made by a newer version/],
		['changed since', { app: 'parallax', format: 1, savedAt: 'x' }, /changed or damaged since/],
		['empty', emptyCopy, /nothing in it/],
		['all unreadable', { ...emptyCopy, steps: [7] }, /nothing in it/]
	])('refuses a file that is %s, and says the way out', async (_, content, words, size) => {
		const store = await device().tab();
		await store.save({ step: stepSave(0, 'mine') });
		await show(store);
		await chooseFile(content, size);
		expect(await screen.findByText('“copy.json” cannot be brought back. Nothing was changed.')).toBeTruthy();
		expect(screen.getByText(words)).toBeTruthy();
		expect(screen.queryByRole('button', { name: 'Bring it back' })).toBeNull();
		expect(await workOf(store)).toEqual(['check mine']);
	});

	it('keeps what another tab shows from overwriting it', async () => {
		const { tab } = device();
		const [store, other] = [await tab(), await tab()];
		await other.save({ step: stepSave(0, 'old') });
		await show(store);
		const copy = await copyFromElsewhere();
		for (const step of copy.steps) step.savedAt += 1_000_000_000;
		await chooseFile(copy);
		await screen.findByRole('button', { name: 'Bring it back' });
		await press('Bring it back');
		await screen.findByText('The copy was brought back.');
		expect(await other.save({ step: stepSave(1, 'late') })).toEqual({ ok: false, reason: 'stale' });
		expect((await other.readStep(lessonId, 'check')).record?.work).toBe('theirs');
	});
});
