import { render, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { OwnData } from '#lib/state/own-data.svelte.ts';
import { AppSettings } from '#lib/state/settings.svelte.ts';
import OwnDataSection from '#lib/ui/settings/OwnDataSection.svelte';
import { device, lessonId, lessonSave, stepSave, tamper } from '../../storage/support.ts';
import { catchDownloads, pageState, press } from './support.ts';

const estimate = async () => ({ usage: 1_234_567, quota: 2_000_000_000 });
const says = (answer: boolean) => async () => answer;

describe('what is kept', () => {
	it('is not claimed before the disk has been read', () => {
		const data = new OwnData(() => new Promise(() => undefined));
		void data.open();
		render(OwnDataSection, { data, settings: new AppSettings() });
		expect(screen.getByText('Looking at what is kept…')).toBeTruthy();
		for (const button of screen.getAllByRole<HTMLButtonElement>('button')) expect(button.disabled).toBe(true);
	});

	it('is counted, with the space it takes', async () => {
		const store = await device().tab();
		await store.save({ step: stepSave(0), lesson: lessonSave(0) });
		await store.save({ step: stepSave(0, {}, 'weigh') });
		render(OwnDataSection, await pageState(store, { estimate }));
		expect(screen.getByText('lessons begun: 1; steps with answers: 2')).toBeTruthy();
		expect(screen.getByText(/^about 1.2 MB of 2 GB/)).toBeTruthy();
	});

	it('is counted anew when another tab saves', async () => {
		const { tab } = device();
		const store = await tab();
		render(OwnDataSection, await pageState(store));
		expect(screen.getByText('lessons begun: 0; steps with answers: 0')).toBeTruthy();
		await (await tab()).save({ step: stepSave(0) });
		expect(await screen.findByText('lessons begun: 1; steps with answers: 1')).toBeTruthy();
	});

	it('tells of damaged records', async () => {
		const { tab, factory, name } = device();
		const store = await tab();
		await tamper(factory, name, 'steps', (table) => table.put({ lessonId, stepId: 'check', rev: 1 }));
		render(OwnDataSection, await pageState(store));
		expect(screen.getByText(/Records that could not be read: 1/)).toBeTruthy();
	});

	it('is said to be nothing where there is no database, and a copy can still be saved', async () => {
		const files = catchDownloads();
		const store = await device().tab({ indexedDB: null });
		await store.save({ step: stepSave(0, { answer: '本' }) });
		render(OwnDataSection, await pageState(store, { persist: says(true) }));
		expect(screen.getByText('Nothing is kept when this tab is closed or reloaded.')).toBeTruthy();
		expect(screen.queryByRole('button', { name: 'Ask the browser not to clear it' })).toBeNull();
		await press('Save a copy of everything');
		await vi.waitFor(() => expect(files).toHaveLength(1));
		expect(JSON.parse(await files[0]!.text)).toMatchObject({ app: 'parallax', steps: [{ work: { answer: '本' } }] });
	});

	it('is said to be out of reach when the database gives nothing', async () => {
		const store = await device().tab();
		const broken = { ...store, exportAll: () => Promise.reject(new DOMException('no', 'UnknownError')) };
		render(OwnDataSection, await pageState(broken));
		expect(screen.getByText('Your data cannot be read at the moment.')).toBeTruthy();
		await press('Save a copy of everything');
		expect(await screen.findByText(/No copy was made/)).toBeTruthy();
	});
});

describe('asking the browser to keep it', () => {
	const ask = 'Ask the browser not to clear it';
	it.each([
		['agrees', says(true), /has agreed not to clear/, false],
		['does not agree', says(false), /has not agreed/, true]
	])('is told when it %s', async (_, persist, answer, canAskAgain) => {
		render(OwnDataSection, await pageState(await device().tab(), { persist, persisted: says(false) }));
		expect(screen.getByText(/may clear this data by itself/)).toBeTruthy();
		await press(ask);
		const text = await screen.findByText(answer);
		await vi.waitFor(() => expect(screen.queryByRole('button', { name: ask }) !== null).toBe(canAskAgain));
		if (!canAskAgain) await vi.waitFor(() => expect(document.activeElement).toBe(text));
	});

	it('is not offered where it was granted before, or cannot be asked', async () => {
		const store = await device().tab();
		const { unmount } = render(OwnDataSection, await pageState(store, { persist: says(true), persisted: says(true) }));
		expect(screen.getByText(/has agreed/)).toBeTruthy();
		expect(screen.queryByRole('button', { name: ask })).toBeNull();
		unmount();
		render(OwnDataSection, await pageState(store));
		expect(screen.getByText(/makes no promise/)).toBeTruthy();
		expect(screen.queryByRole('button', { name: ask })).toBeNull();
	});
});

it('saves a copy of everything under the day it was made, with the settings', async () => {
	const files = catchDownloads();
	const store = await device().tab();
	await store.save({ step: stepSave(0), lesson: lessonSave(0) });
	const state = await pageState(store);
	state.settings.change({ theme: 'dark' });
	render(OwnDataSection, state);
	await press('Save a copy of everything');
	expect(await screen.findByText(/handed to the browser as parallax-backup-2025-10-0\d\.json/)).toBeTruthy();
	expect(files[0]?.name).toMatch(/^parallax-backup-2025-10-0\d\.json$/);
	const copy = JSON.parse(await files[0]!.text) as unknown;
	expect(copy).toMatchObject({ steps: [{ stepId: 'check' }], lessons: [{ lessonId }], settings: { theme: 'dark' } });
	const other = await device().tab();
	expect(await other.importAll(copy, { mode: 'merge' })).toMatchObject({ imported: 2, refused: [] });
});
