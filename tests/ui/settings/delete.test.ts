import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import OwnDataSection from '#lib/ui/settings/OwnDataSection.svelte';
import { device, lessonSave, stepSave } from '../../storage/support.ts';
import { catchDownloads, pageState, press } from './support.ts';

const opener = () => screen.getByRole('button', { name: 'Delete everything…' });
const dialog = () => screen.getByRole<HTMLDialogElement>('dialog');
const inDialog = (name: string) => within(dialog()).getByRole('button', { name });

async function show(change: object = {}) {
	const store = await device().tab();
	await store.save({ step: stepSave(0), lesson: lessonSave(0) });
	const state = await pageState({ ...store, ...change });
	state.settings.change({ theme: 'dark' });
	render(OwnDataSection, state);
	return { store, ...state };
}

describe('deleting everything', () => {
	it('says exactly what will be lost before', async () => {
		await show();
		opener().focus();
		await fireEvent.click(opener());
		expect(dialog().open).toBe(true);
		expect(within(dialog()).getByText(/lessons begun: 1; steps with answers: 1/)).toBeTruthy();
		expect(within(dialog()).getByText(/your place and your results/)).toBeTruthy();
		expect(within(dialog()).getByText(/theme and text size/)).toBeTruthy();
		expect(document.activeElement).toBe(inDialog('Cancel'));
	});

	it('changes nothing when it is cancelled, and hands the focus back', async () => {
		const { store, settings } = await show();
		opener().focus();
		await fireEvent.click(opener());
		await fireEvent.click(inDialog('Cancel'));
		expect(screen.queryByRole('dialog')).toBeNull();
		expect(document.activeElement).toBe(opener());
		expect((await store.exportAll()).steps).toHaveLength(1);
		expect(settings.current.theme).toBe('dark');
	});

	it('offers a copy first', async () => {
		const files = catchDownloads();
		await show();
		await press('Delete everything…');
		await fireEvent.click(inDialog('Save a copy of everything first'));
		await vi.waitFor(() => expect(files).toHaveLength(1));
		expect(JSON.parse(await files[0]!.text)).toMatchObject({ steps: [{ stepId: 'check' }] });
		expect(dialog().open).toBe(true);
	});

	it('leaves nothing, settings included, and says so', async () => {
		const { store } = await show();
		await press('Delete everything…');
		await fireEvent.click(inDialog('Delete everything'));
		expect(await screen.findByText(/^Everything is deleted\./)).toBeTruthy();
		expect(screen.getByText('lessons begun: 0; steps with answers: 0')).toBeTruthy();
		expect(await store.exportAll()).toMatchObject({ steps: [], lessons: [], quarantine: [] });
		expect(localStorage.length).toBe(0);
		expect(document.documentElement.dataset.theme).toBeUndefined();
	});

	it('no longer claims that nothing is kept when something is again', async () => {
		const { store, data } = await show();
		await press('Delete everything…');
		await fireEvent.click(inDialog('Delete everything'));
		await screen.findByText(/^Everything is deleted\./);
		await store.save({ step: stepSave(0) });
		await data.look();
		await vi.waitFor(() => expect(screen.queryByText(/^Everything is deleted\./)).toBeNull());
	});

	it('says when nothing was deleted, and why, and keeps the settings', async () => {
		const { settings } = await show({ deleteAll: async () => ({ ok: false, reason: 'blocked' }) });
		await press('Delete everything…');
		await fireEvent.click(inDialog('Delete everything'));
		expect(await screen.findByText('Nothing was deleted.')).toBeTruthy();
		expect(screen.getByText(/Close the other tabs of this site/)).toBeTruthy();
		expect(settings.current.theme).toBe('dark');
	});
});
