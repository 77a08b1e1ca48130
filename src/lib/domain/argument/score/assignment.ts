/**
 * The one-to-one assignment of greatest total (the Hungarian method with potentials, O(rows² · columns), after
 * Kuhn 1955 and Munkres 1957). `worth[row][column]` ≥ 0, every row of one length. Returns for each row its column,
 * or -1 where the row got nothing (worth 0). The total does not depend on the order of rows and columns; which of
 * several best assignments is returned does, so callers pass rows and columns in a canonical order.
 */
export function bestAssignment(worth: readonly (readonly number[])[]): number[] {
	const rows = worth.length;
	const columns = worth[0]?.length ?? 0;
	if (rows === 0 || columns === 0) return worth.map(() => -1);
	if (rows > columns) {
		const turned = Array.from({ length: columns }, (_, c) => worth.map((row) => row[c] ?? 0));
		const rowOf = bestAssignment(turned);
		const result = worth.map(() => -1);
		rowOf.forEach((row, column) => {
			if (row >= 0) result[row] = column;
		});
		return result;
	}
	const rowAt = assign(rows, columns, (row, column) => -(worth[row]?.[column] ?? 0));
	const result = worth.map(() => -1);
	rowAt.forEach((row, column) => {
		if (row >= 0 && (worth[row]?.[column] ?? 0) > 0) result[row] = column;
	});
	return result;
}

/** Least total cost for `rows` ≤ `columns`; every row gets a column. Returns for each column its row or -1. */
function assign(rows: number, columns: number, cost: (row: number, column: number) => number): number[] {
	const rowPotential = new Float64Array(rows + 1);
	const columnPotential = new Float64Array(columns + 1);
	const rowAt = new Int32Array(columns + 1); // 1-based; column 0 is the place where a new row enters
	const from = new Int32Array(columns + 1);
	for (let row = 1; row <= rows; row++) {
		rowAt[0] = row;
		let column = 0;
		const least = new Float64Array(columns + 1).fill(Infinity);
		const done = new Uint8Array(columns + 1);
		do {
			done[column] = 1;
			const at = rowAt[column]!;
			let step = Infinity;
			let next = 0;
			for (let c = 1; c <= columns; c++) {
				if (done[c]) continue;
				const reduced = cost(at - 1, c - 1) - rowPotential[at]! - columnPotential[c]!;
				if (reduced < least[c]!) {
					least[c] = reduced;
					from[c] = column;
				}
				if (least[c]! < step) {
					step = least[c]!;
					next = c;
				}
			}
			for (let c = 0; c <= columns; c++)
				if (done[c]) {
					rowPotential[rowAt[c]!]! += step;
					columnPotential[c]! -= step;
				} else least[c]! -= step;
			column = next;
		} while (rowAt[column] !== 0);
		while (column !== 0) {
			const previous = from[column]!;
			rowAt[column] = rowAt[previous]!;
			column = previous;
		}
	}
	return Array.from(rowAt.subarray(1), (row) => row - 1);
}
