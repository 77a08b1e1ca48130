import type { Command, OutlineNode } from '#lib/domain/argument/index.ts';
import type { Target } from '#lib/domain/argument/model.ts';

/**
 * One level out (-1): the row then bears on what its parent bears on. One level in (1): it bears on the row before
 * it. Its kind stays, its branch comes along. Null where there is no such place. The map may still refuse.
 */
export function sideways(rows: readonly OutlineNode[], row: OutlineNode, by: -1 | 1): Command | null {
	const at = rows.indexOf(row);
	const parent = rows.slice(0, at).findLast(({ level }) => level < row.level);
	const before = rows.slice(0, at).findLast(({ level }) => level <= row.level);
	if (!parent) return null;
	if (by === 1) {
		// The row before it on its own level, but neither a partner in the same reason nor a piece of evidence.
		const isPlace = before?.level === row.level && before.kind === 'premise' && before.group !== row.group;
		return isPlace ? moved(row, { card: before.card }) : null;
	}
	if (row.onGroup !== undefined) return moved(row, { card: parent.card });
	const grand = rows.slice(0, rows.indexOf(parent)).findLast(({ level }) => level < parent.level);
	if (!grand) return null;
	return moved(row, parent.onGroup !== undefined ? { group: parent.onGroup } : { card: grand.card });
}

function moved(row: OutlineNode, target: Target): Command | null {
	if (row.kind === 'evidence')
		return 'card' in target && row.claim !== undefined
			? { type: 'attach', evidence: row.card, claim: target.card, from: row.claim }
			: null;
	if (row.group === undefined || row.groupKind === undefined) return null;
	const premise = row.coPremises.length > 0 ? { card: row.card } : {};
	return { type: 'move', group: row.group, ...premise, target };
}
