import type { ArgumentMap, Band, Kit, Reference } from '../model.ts';
import type { MapScore } from './model.ts';
import { scoreMap } from './score.ts';

/** From the lowest. */
export const bands = ['beginning', 'developing', 'sound', 'strong'] as const satisfies readonly Band[];
const rank = (band: Band): number => bands.indexOf(band);

const isBetter = (a: MapScore, b: MapScore): boolean =>
	a.band === b.band ? a.total > b.total : rank(a.band) > rank(b.band);

/**
 * The best of several maps, the first of equals: band before total, since a cap holds the band down. Revising is the
 * exercise, and never costs what was reached. Null without a map.
 */
export function bestMap(
	kit: Kit,
	references: readonly Reference[],
	maps: readonly ArgumentMap[]
): { map: ArgumentMap; score: MapScore } | null {
	return maps
		.map((map) => ({ map, score: scoreMap(kit, references, map) }))
		.reduce<{ map: ArgumentMap; score: MapScore } | null>(
			(best, one) => (best && !isBetter(one.score, best.score) ? best : one),
			null
		);
}
