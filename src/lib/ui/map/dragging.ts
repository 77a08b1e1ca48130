import type { CardId, GroupId } from '#lib/domain/argument/model.ts';
import type { Drag, MapEditor } from '#lib/state/map-editor.svelte.ts';

/** A pointer that moves less than this has pressed and not dragged. */
const threshold = 6;
/** Near an edge the drawing comes along. */
const edge = 36;

/** What lies under the pointer in the drawing: a zone of a row where the card can go, or just a row. */
function under(editor: MapEditor, x: number, y: number): Pick<Drag, 'over' | 'row'> {
	const part = document.elementFromPoint(x, y)?.closest<SVGElement>('[data-row]');
	const row = part?.dataset.row ?? null;
	const node = editor.rows.find(({ id }) => id === row);
	const way = node && editor.waysOn(node).find(({ how }) => how === part?.dataset.zone);
	return { row, over: node && way ? { row: node.id, ...way } : null };
}

function scrollAlong(x: number, y: number): void {
	const view = document.querySelector<HTMLElement>('.drawing .view');
	const box = view?.getBoundingClientRect();
	if (!view || !box || x < box.left || x > box.right || y < box.top || y > box.bottom) return;
	const step = (at: number, from: number, to: number): number => (at < from + edge ? -14 : at > to - edge ? 14 : 0);
	view.scrollBy({ left: step(x, box.left, box.right), top: step(y, box.top, box.bottom), behavior: 'instant' });
}

/**
 * Follows a pointer that was pressed on a card until it is let go: on a zone the card goes there, elsewhere nothing
 * happens. Escape, a second finger and the browser's own wishes end it. Dragging means a new parent, never a free
 * place.
 */
export function startDrag(
	editor: MapEditor,
	event: PointerEvent,
	hand: { card: CardId; from?: GroupId | CardId }
): void {
	if (event.button !== 0 || !event.isPrimary || !editor.session.ready) return;
	const { pointerId, clientX, clientY } = event;
	const end = new AbortController();
	const stop = (): void => {
		end.abort();
		editor.drag = null;
	};
	const options = { signal: end.signal };
	window.addEventListener(
		'pointermove',
		(move) => {
			if (move.pointerId !== pointerId) return stop();
			const { clientX: x, clientY: y } = move;
			if (!editor.drag && Math.hypot(x - clientX, y - clientY) < threshold) return;
			move.preventDefault();
			if (!editor.drag) editor.intent = { kind: 'none' };
			// First the card in the air, so that its places are known; then what it is over.
			editor.drag = { ...hand, x, y, over: null, row: editor.drag?.row ?? null };
			scrollAlong(x, y);
			editor.drag = { ...hand, x, y, ...under(editor, x, y) };
		},
		options
	);
	window.addEventListener(
		'pointerup',
		(up) => {
			const over = editor.drag?.over;
			const dragged = editor.drag !== null;
			stop();
			if (over) editor.actIn('drawing', () => editor.give(over.command));
			// The click that would follow is part of the drag.
			if (dragged)
				window.addEventListener('click', (click) => click.stopPropagation(), {
					capture: true,
					once: true,
					signal: AbortSignal.timeout(50)
				});
			up.preventDefault();
		},
		options
	);
	window.addEventListener('pointercancel', stop, options);
	window.addEventListener('blur', stop, options);
	window.addEventListener(
		'keydown',
		(key) => {
			if (key.key !== 'Escape') return;
			key.stopPropagation();
			stop();
		},
		{ ...options, capture: true }
	);
}
