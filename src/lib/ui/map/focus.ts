import { tick } from 'svelte';
import type { MapEditor } from '#lib/state/map-editor.svelte.ts';

/** The focus goes to the selected row: in the outline, or in the drawing where that is all there is to see. */
export async function focusRow(editor: MapEditor): Promise<void> {
	await tick();
	const id = editor.row?.id ?? '';
	document.getElementById(editor.front === 'drawing' ? `box-${id}` : id)?.focus();
}
