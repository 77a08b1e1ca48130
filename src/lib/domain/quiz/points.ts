import { fraction, max, multiply, zero } from '../fraction.ts';
import type { Fraction } from '../fraction.ts';
import type { Score } from './model.ts';

/**
 * A score worth `points` (a whole number ≥ 1) of which `share` was earned. A share below 0, which guessing can
 * give in `multiple`, `order` and `best-case`, earns nothing rather than less than nothing.
 */
export function pointsScore(points: number, share: Fraction, parts: Score['parts']): Score {
	const total = fraction(points);
	return { kind: 'points', earned: multiply(max(zero, share), total), total, parts };
}
