import { tick } from 'svelte';
import { afterPaint } from '#lib/state/after-paint.ts';
import type { MapEditor, MapView } from '#lib/state/map-editor.svelte.ts';

/**
 * The focus goes to the selected row of a view: at once where the row is there, and again where it has come or moved.
 * Without a view it is the drawing where that is all there is to see, and else the outline.
 */
export async function focusRow(editor: MapEditor, view: MapView = editor.front): Promise<void> {
	const id = editor.row?.id ?? '';
	// One write keeps what was done and where its learner is; boxes of the drawing are none that is come back to.
	if (view === 'outline') editor.session.remember(id);
	const focus = () =>
		document.getElementById(view === 'drawing' ? `box-${id}` : id)?.focus({ preventScroll: view === 'outline' });
	focus();
	await tick();
	focus();
	if (view === 'outline') showWords(id);
}

/** What had the focus may go with what it did, or stand disabled: then the selected row has it. */
export async function saveFocus(editor: MapEditor): Promise<void> {
	await new Promise<void>(afterPaint);
	await tick();
	if (document.activeElement === document.body) await focusRow(editor);
}

/** The words of a row come into sight, and not the row: with its branch it may be longer than the screen. */
export function showWords(row: string): void {
	document.getElementById(`${row}-label`)?.scrollIntoView({ block: 'nearest' });
}
