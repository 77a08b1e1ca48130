import type { AlphaCode } from '../gradebook/model.ts';
import { variance } from './correlation.ts';

/** With fewer students a correlation says little: at n = 10 an r of .6 may as well be 0 (95 % interval −.05 to .89). */
export const leastStudents = 10;

/**
 * Cronbach's alpha, k/(k − 1) · (1 − Σ item variances / variance of the sums) (L. J. Cronbach, Psychometrika 16, 1951),
 * of a full table: one row a student, one number an item. At most 1, and negative where items pull apart; null with
 * fewer than two items or where the sums do not vary.
 */
export function cronbachAlpha(rows: readonly (readonly number[])[]): number | null {
	const k = rows[0]?.length ?? 0;
	if (k < 2 || rows.length < 2) return null;
	const sums = variance(rows.map((row) => row.reduce((sum, value) => sum + value, 0)));
	if (sums < 1e-12) return null;
	let ofItems = 0;
	for (let at = 0; at < k; at++) ofItems += variance(rows.map((row) => row[at] ?? 0));
	return (k / (k - 1)) * (1 - ofItems / sums);
}

/**
 * What an alpha says. Below .50 the sum is no measure of one thing; .70 is the usual floor for comparing groups
 * (J. C. Nunnally, Psychometric Theory, 1978); above .95 items repeat each other (M. Tavakol and R. Dennick,
 * International Journal of Medical Education 2, 2011).
 */
export function alphaCode(value: number | null, n: number, k: number): AlphaCode {
	if (k < 2) return 'too-few-items';
	if (n < leastStudents) return 'too-few-students';
	if (value === null) return 'no-spread';
	if (value < 0) return 'negative';
	if (value < 0.5) return 'low';
	if (value < 0.7) return 'fair';
	return value > 0.95 ? 'very-high' : 'good';
}
