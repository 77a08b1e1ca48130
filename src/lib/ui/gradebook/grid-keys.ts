const page = 10;

/** What has the focus of a cell: its one control, or the cell. */
const targetOf = (cell: HTMLTableCellElement): HTMLElement => cell.querySelector<HTMLElement>('a, button') ?? cell;

type Move = (at: { row: number; column: number }, last: { row: number; column: number }) => [number, number];
const moves: Record<string, Move> = {
	ArrowUp: ({ row, column }) => [row - 1, column],
	ArrowDown: ({ row, column }) => [row + 1, column],
	ArrowLeft: ({ row, column }) => [row, column - 1],
	ArrowRight: ({ row, column }) => [row, column + 1],
	PageUp: ({ row, column }) => [row > page ? row - page : Math.min(row, 1), column],
	PageDown: ({ row, column }) => [row + page, column],
	Home: ({ row }) => [row, 0],
	End: ({ row }, last) => [row, last.column],
	'Control+Home': () => [0, 0],
	'Control+End': (_, last) => [last.row, last.column]
};

/**
 * Moves by keys between the cells of a table (APG, grid): one cell is reached by Tab, the one that was last in; arrows,
 * Home, End, Page up and down lead to the others. Rows may come and go; the document order is what counts.
 */
export function gridKeys(table: HTMLTableElement): () => void {
	const current = (): HTMLElement | null => table.querySelector<HTMLElement>('[tabindex="0"]');
	function makeCurrent(target: HTMLElement): void {
		for (const one of table.querySelectorAll<HTMLElement>('[tabindex="0"]')) one.tabIndex = -1;
		target.tabIndex = 0;
	}
	/** The cell that Tab leads to may be gone with its row. */
	function settle(): void {
		const first = table.rows[0]?.cells[0];
		if (!current() && first) makeCurrent(targetOf(first));
	}
	function focusIn({ target }: FocusEvent): void {
		const cell = target instanceof Element ? target.closest<HTMLTableCellElement>('td, th') : null;
		if (cell && table.contains(cell)) makeCurrent(targetOf(cell));
	}
	function keyDown(event: KeyboardEvent): void {
		const cell = event.target instanceof Element ? event.target.closest<HTMLTableCellElement>('td, th') : null;
		const row = cell?.parentElement;
		const move = moves[`${event.ctrlKey || event.metaKey ? 'Control+' : ''}${event.key}`];
		if (!cell || !move || event.altKey || event.shiftKey || !(row instanceof HTMLTableRowElement)) return;
		const { rows } = table;
		const last = { row: rows.length - 1, column: row.cells.length - 1 };
		const [down, across] = move({ row: row.rowIndex, column: cell.cellIndex }, last);
		const next = rows[Math.min(last.row, Math.max(0, down))]?.cells[Math.min(last.column, Math.max(0, across))];
		if (!next) return;
		event.preventDefault();
		targetOf(next).focus();
	}
	settle();
	const observer = new MutationObserver(settle);
	observer.observe(table, { childList: true, subtree: true });
	table.addEventListener('focusin', focusIn);
	table.addEventListener('keydown', keyDown);
	return () => {
		observer.disconnect();
		table.removeEventListener('focusin', focusIn);
		table.removeEventListener('keydown', keyDown);
	};
}
