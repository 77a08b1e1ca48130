import type { ArgumentMap, Band, Kit, Reference } from '../model.ts';
import type { MapScore } from './model.ts';
import { scoreMap } from './score.ts';

/** From the lowest. */
export const bands = ['beginning', 'developing', 'sound', 'strong'] as const satisfies readonly Band[];
const rank = (band: Band): number => bands.indexOf(band);

const isBetter = (a: MapScore, b: MapScore): boolean =>
	a.band === b.band ? a.total > b.total : rank(a.band) > rank(b.band);

/**
 * The best of several scores, the first of equals: band before total, since a cap holds the band down. Revising is the
 * exercise, and never costs what was reached. Null without a score.
 */
export const bestScore = (scores: readonly MapScore[]): MapScore | null =>
	scores.reduce<MapScore | null>((best, score) => (best && !isBetter(score, best) ? best : score), null);

/** The best of several maps, by `bestScore`, with its score. Null without a map. */
export function bestMap(
	kit: Kit,
	references: readonly Reference[],
	maps: readonly ArgumentMap[]
): { map: ArgumentMap; score: MapScore } | null {
	const scores = maps.map((map) => scoreMap(kit, references, map));
	const score = bestScore(scores);
	const map = score && maps[scores.indexOf(score)];
	return map ? { map, score } : null;
}
