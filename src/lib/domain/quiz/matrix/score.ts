import { chanceCorrected } from '../chance.ts';
import type { Feedback, ResponseOf } from '../kind.ts';
import type { MatrixItem, Score, Stance } from '../model.ts';
import { pointsScore } from '../points.ts';
import { cellId } from './cell-id.ts';

interface Cell {
	id: string;
	stance: Stance | undefined;
	row: MatrixItem['rows'][number];
}

const cellsOf = ({ rows, sources }: MatrixItem): Cell[] =>
	rows.flatMap((row) =>
		sources.map((source) => ({ id: cellId(row.id, source.id), stance: row.stances[source.id], row }))
	);

/**
 * `chanceCorrected` of the points over the stances that the key uses, not below 0. A part is a cell. `silent` is the
 * recall on what a source leaves out, where it leaves out anything.
 */
export function scoreMatrix(item: MatrixItem, { answers }: ResponseOf<'matrix'>): Score {
	const cells = cellsOf(item);
	const share = chanceCorrected(
		item.id,
		cells.map(({ id, stance }) => ({ column: stance ?? '', given: answers[id] }))
	);
	const parts = cells.map(({ id, stance }) => ({ id, right: answers[id] === stance }));
	const silent = cells.filter(({ stance }) => stance === 'silent');
	const heard = silent.filter(({ id }) => answers[id] === 'silent');
	const score = pointsScore(item.points, share, parts);
	return silent.length === 0 ? score : { ...score, silent: { right: heard.length, of: silent.length } };
}

/** By cell, each with the feedback of its claim; `key` is the right stance. */
export function feedbackMatrix(item: MatrixItem, { answers }: ResponseOf<'matrix'>): Feedback[] {
	return cellsOf(item).map(({ id, stance, row }) => ({
		id,
		right: answers[id] === stance,
		chosen: Object.hasOwn(answers, id),
		html: row.feedback,
		...(stance && { key: stance })
	}));
}
