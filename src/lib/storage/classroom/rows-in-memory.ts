import type { Row, Rows } from './rows.ts';

const keyOf = ({ kind, id }: Pick<Row, 'kind' | 'id'>): string => `${kind} ${id}`;

/** The same where there is no disk: a class works from end to end, and nothing outlives the tab. */
export function rowsInMemory(): Rows {
	let rows = new Map<string, Row>();
	return {
		read: async (kind, where) =>
			structuredClone(
				[...rows.values()].filter(
					(row) => row.kind === kind && (!where || ('of' in where ? row.of === where.of : row.id === where.id))
				)
			),
		has: async (keys) => keys.map(([kind, id]) => rows.has(keyOf({ kind, id }))),
		async write(writes) {
			const next = new Map(rows);
			for (const write of writes) {
				if (write.do === 'sweep') {
					for (const [key, row] of next)
						if ((write.classId === undefined || row.classId === write.classId) && write.fits(row)) next.delete(key);
					continue;
				}
				const key = keyOf(write.row);
				if (write.do === 'succeed' && (next.get(key)?.rev ?? 0) !== write.row.rev - 1)
					throw new DOMException('Another row is there.', 'ConstraintError');
				next.set(key, structuredClone(write.row));
			}
			rows = next;
		},
		close: () => undefined
	};
}
