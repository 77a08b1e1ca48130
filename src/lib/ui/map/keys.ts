import type { OutlineNode } from '#lib/domain/argument/index.ts';
import type { MapEditor, MapView } from '#lib/state/map-editor.svelte.ts';
import type { How } from '#lib/state/map-ways.ts';
import { focusRow } from './focus.ts';

const letters: Record<string, How> = { r: 'because', o: 'however', c: 'together', e: 'evidence', i: 'inference' };
/** Letters that follow each other faster than this look for a card by its beginning. */
const pause = 800;

/**
 * The keys of the map, the same in the outline and in the drawing; `view` is the one that they move the focus in. Single
 * letters work only where this handler hears them: while the map has the focus.
 */
export function mapKeys(editor: MapEditor, view: MapView): (event: KeyboardEvent) => void {
	function show(row: OutlineNode | undefined): void {
		if (!row) return;
		editor.select(row);
		void focusRow(editor, view);
	}

	let typed = '';
	let typedAt = -pause;

	/** A letter that is no command begins a search, and every letter that follows at once goes on with it. */
	function search(key: string, at: number): boolean {
		const going = at - typedAt < pause && typed !== '';
		if (!going && letters[key]) return false;
		typed = going ? typed + key : key;
		typedAt = at;
		const rows = editor.visible;
		const from = rows.findIndex(({ id }) => id === editor.row?.id);
		const order = [...rows.slice(going ? from : from + 1), ...rows.slice(0, going ? from : from + 1)];
		const plain = (text: string) => text.toLowerCase().replace(/^[\s“”‘’"']+/, '');
		const found = order.find(({ card }) => plain(editor.textOf(card)).startsWith(typed));
		if (found) show(found);
		return true;
	}

	function way(row: OutlineNode, how: How): void {
		if (editor.intent.kind !== 'place') editor.intent = { kind: 'pick', row: row.id, how };
		else {
			const chosen = editor.waysOn(row).find((one) => one.how === how);
			if (!chosen) editor.refuse('no-place');
			else if (editor.give(chosen.command)) show(editor.row);
		}
	}

	function withControl(key: string, row: OutlineNode, shift: boolean): boolean {
		if (key === 'z') {
			if (shift) editor.redo();
			else editor.undo();
		} else if (key === 'y') editor.redo();
		else if (key === 'x') editor.take(row);
		else if (key === 'v') {
			if (!editor.paste(row)) return editor.intent.kind === 'place';
		} else return false;
		show(editor.row);
		return true;
	}
	function withAlt(key: string, row: OutlineNode): boolean {
		const moves: Record<string, () => void> = {
			ArrowUp: () => row.group && editor.give({ type: 'reorder', group: row.group, by: -1 }),
			ArrowDown: () => row.group && editor.give({ type: 'reorder', group: row.group, by: 1 }),
			ArrowLeft: () => step(-1),
			ArrowRight: () => step(1)
		};
		const step = (by: -1 | 1): void => {
			const command = editor.sideways(row, by);
			if (command) editor.give(command);
			else editor.refuse('no-change');
		};
		if (!moves[key]) return false;
		moves[key]();
		show(editor.row);
		return true;
	}
	function walk(key: string, row: OutlineNode): boolean {
		const rows = editor.visible;
		const at = rows.findIndex(({ id }) => id === row.id);
		const isFolded = editor.folded.has(row.id);
		if (key === 'ArrowDown') show(rows[at + 1]);
		else if (key === 'ArrowUp') show(rows[at - 1]);
		else if (key === 'Home') show(rows[0]);
		else if (key === 'End') show(rows.at(-1));
		else if (key === 'ArrowRight') {
			if (isFolded) editor.unfold(row.id);
			else show(row.children[0]);
		} else if (key === 'ArrowLeft') {
			if (row.children.length > 0 && !isFolded && row.level > 1) editor.fold(row.id);
			else show(editor.parentOf(row));
		} else if (key === 'Delete' || key === 'Backspace') {
			const removal = editor.removal(row);
			const above = editor.parentOf(row);
			if (removal) {
				// First: to take away what has the focus makes the browser lay out the page once more.
				show(above);
				const gone = editor.give(removal);
				show(gone ? (editor.rows.find(({ id }) => id === above?.id) ?? editor.row) : row);
			}
		} else if (key === 'Enter' || key === ' ')
			document.querySelector<HTMLElement>('.hand button:not(:disabled)')?.focus();
		else return false;
		return true;
	}

	return (event) => {
		const { row } = editor;
		if (!row || event.defaultPrevented) return;
		const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
		const control = event.ctrlKey || event.metaKey;
		let mine: boolean;
		if (control) mine = !event.altKey && withControl(key, row, event.shiftKey);
		else if (event.altKey) mine = withAlt(key, row);
		else if (walk(key, row)) mine = true;
		else if (key.length !== 1 || !/[\p{L}\p{N}]/u.test(key)) mine = false;
		else {
			mine = search(key, event.timeStamp);
			if (!mine && letters[key]) {
				way(row, letters[key]);
				mine = true;
			}
		}
		if (mine) event.preventDefault();
	};
}
