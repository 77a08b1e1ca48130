import { fireEvent, render, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { writeNote } from '#lib/domain/learning/notes/note.ts';
import EndSession from '#lib/ui/settings/EndSession.svelte';
import { about } from '../../domain/learning/notes/arbitraries.ts';
import { device, lessonSave, stepSave } from '../../storage/support.ts';
import { catchDownloads, pageState, press } from './support.ts';

beforeEach(() => history.replaceState(null, '', '#'));

async function show(change: object = {}) {
	const store = await device().tab();
	await store.save({ step: stepSave(0), lesson: lessonSave(0) });
	const data = writeNote(null, 'a note', { by: 'a', at: 1, about: about() });
	await (await store.own()).save({ kind: 'note', id: 'framing/one-slogan/c1', rev: 0, data });
	const state = await pageState({ ...store, ...change });
	state.settings.change({ theme: 'dark' });
	const leave = vi.fn<() => void>();
	render(EndSession, { ...state, leave });
	return { store, leave };
}
const held = async (store: Awaited<ReturnType<typeof show>>['store']) => {
	const { steps, lessons, own } = await store.exportAll();
	return steps.length + lessons.length + own.length;
};

describe('ending the session', () => {
	it('begins with the copy, and says what there is', async () => {
		await show();
		await press('End the session…');
		expect(screen.getByText(/lessons begun: 1; steps with answers: 1; notes: 1/)).toBeTruthy();
		expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Save a copy, then end' }));
	});

	it('hands over a copy with the notes, and ends only after a second yes', async () => {
		const files = catchDownloads();
		const { store, leave } = await show();
		await press('End the session…');
		await press('Save a copy, then end');
		expect(await screen.findByText(/Look whether it is among the downloads/)).toBeTruthy();
		expect(screen.getByText(/remove it from this computer’s downloads/)).toBeTruthy();
		expect(JSON.parse(await files[0]!.text)).toMatchObject({ own: [{ kind: 'note' }], steps: [{}], lessons: [{}] });
		expect(await held(store)).toBe(3);
		expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Stay' }));
		localStorage.setItem('parallax:draw', '7');
		localStorage.setItem('another-app', 'stays');
		await press('End the session now');
		await vi.waitFor(() => expect(leave).toHaveBeenCalledOnce());
		expect(await held(store)).toBe(0);
		expect(Object.keys(localStorage)).toEqual(['another-app']);
		expect(location.hash).toBe('#session-ended');
	});

	it('warns when no copy is wanted', async () => {
		const { store } = await show();
		await press('End the session…');
		await press('I need no copy');
		expect(screen.getByText('Without a copy, your work is gone for good.')).toBeTruthy();
		await press('Stay');
		expect(await held(store)).toBe(3);
	});

	it('stays with the first question when no copy can be made', async () => {
		const { store } = await show();
		store.exportAll = () => Promise.reject(new DOMException('no', 'UnknownError'));
		render(EndSession, { ...(await pageState(store)), leave: () => undefined });
		const [, button] = screen.getAllByRole('button', { name: 'End the session…' });
		await fireEvent.click(button!);
		await press('Save a copy, then end');
		expect(await screen.findByText(/^No copy was made/)).toBeTruthy();
		expect(screen.queryByRole('button', { name: 'End the session now' })).toBeNull();
	});

	it('says when nothing was deleted, and keeps everything', async () => {
		const { store, leave } = await show({ deleteAll: async () => ({ ok: false, reason: 'blocked' }) });
		await press('End the session…');
		await press('I need no copy');
		await press('End the session now');
		expect(await screen.findByText(/The session was not ended, and nothing was deleted\. Another tab/)).toBeTruthy();
		expect(leave).not.toHaveBeenCalled();
		expect(await held(store)).toBe(3);
		expect(localStorage.getItem('parallax:settings')).toContain('dark');
	});

	it('is confirmed in words on the fresh page, with what the app cannot clear', async () => {
		history.replaceState(null, '', '#session-ended');
		await show();
		const notice = screen.getByText(
			'Your session has ended. Nothing of your learning is kept by this app on this device.'
		);
		expect(screen.getByText(/the browser’s own history/)).toBeTruthy();
		await vi.waitFor(() => expect(document.activeElement).toBe(notice.closest('[role=status]')));
	});
});
