import { fireEvent, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { describe, expect, it } from 'vitest';
import { LessonSession } from '#lib/state/lesson-session.svelte.ts';
import { MapSession } from '#lib/state/map-session.svelte.ts';
import type { MapEditor } from '#lib/state/map-editor.svelte.ts';
import KitTray from '#lib/ui/map/KitTray.svelte';
import MapCanvas from '#lib/ui/map/MapCanvas.svelte';
import Outline from '#lib/ui/map/Outline.svelte';
import { build, openEditor, painted, row, show } from './support.ts';

/** The map as another visit finds it on the disk. */
async function onDisk({ session }: MapEditor) {
	const { outline } = session.lesson as LessonSession;
	const { kit, references } = session;
	const step = { id: 'weigh' as const, title: '', intro: '' as never, needs: [], kit, references };
	const again = new MapSession(new LessonSession(outline), step);
	await again.open();
	return again.map;
}
const add = { type: 'add', card: 'a', kind: 'reason', target: { card: 'T' } } as const;
const hasRow = (card: string) => screen.getAllByRole('treeitem').some(({ id }) => id.endsWith(`/${card}`));
const hasBox = (card: string) => screen.queryByRole('button', { name: new RegExp(`^because ${card}\\.`) }) !== null;

describe('an edit', () => {
	it('counts as not saved until it is on disk, and is there when all is', async () => {
		const editor = await openEditor();
		const lesson = editor.session.lesson as LessonSession;
		await lesson.settled();
		expect(lesson.saveStatus).toBe('saved');
		editor.give(add);
		// The turn ends: what it did is handed over as one.
		await Promise.resolve();
		expect(lesson.saveStatus).toBe('saving');
		await lesson.settled();
		expect(lesson.saveStatus).toBe('saved');
		expect(await onDisk(editor)).toEqual(editor.session.map);
	});

	it('shows where it is made, and in the frame after in the other view and the kit', async () => {
		const editor = await openEditor();
		await show(Outline, { editor });
		await show(MapCanvas, { editor });
		await show(KitTray, { editor, document: { sources: {}, claims: {}, discrepancies: {} } });
		const inKit = () => screen.queryByRole('button', { name: 'Place: a' }) === null;
		editor.give(add);
		await tick();
		expect([hasRow('a'), hasBox('a'), inKit()]).toEqual([true, false, false]);
		await painted();
		expect([hasRow('a'), hasBox('a'), inKit()]).toEqual([true, true, true]);
	});

	it('shows in the drawing first where it is made there', async () => {
		const editor = await openEditor();
		build(editor);
		await show(Outline, { editor });
		await show(MapCanvas, { editor });
		expect(hasRow('a')).toBe(true);
		const box = document.getElementById(`box-${row('a').id}`)!;
		await fireEvent.focus(box);
		await fireEvent.keyDown(box, { key: 'Delete' });
		await tick();
		expect([hasRow('a'), hasBox('a')]).toEqual([true, false]);
		await painted();
		expect([hasRow('a'), hasBox('a')]).toEqual([false, false]);
	});
});
