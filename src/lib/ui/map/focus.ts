import { tick } from 'svelte';
import type { MapEditor } from '#lib/state/map-editor.svelte.ts';

/** The focus goes to the selected row: in the outline, or in the drawing where that is all there is to see. */
export async function focusRow(editor: MapEditor): Promise<void> {
	const id = editor.row?.id ?? '';
	// One write keeps what was done and where its learner is; boxes of the drawing are none that is come back to.
	if (editor.front === 'outline') editor.session.remember(id);
	await tick();
	document.getElementById(editor.front === 'drawing' ? `box-${id}` : id)?.focus();
}
