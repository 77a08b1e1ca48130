import type { AlphaCode } from '../gradebook/model.ts';
import { variance } from './correlation.ts';

/** With fewer students a correlation says little: at n = 10 an r of .6 may as well be 0 (95 % interval −.05 to .89). */
export const leastStudents = 10;

/** `sums` and `items` are variances, of the sums and of the `k` items together. */
const alphaOf = (k: number, sums: number, items: number): number | null =>
	k < 2 || sums < 1e-12 ? null : (k / (k - 1)) * (1 - items / sums);

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const variancesOf = (rows: readonly (readonly number[])[]): number[] =>
	(rows[0] ?? []).map((_, at) => variance(rows.map((row) => row[at] ?? 0)));

/**
 * Cronbach's alpha, k/(k − 1) · (1 − Σ item variances / variance of the sums) (L. J. Cronbach, Psychometrika 16, 1951),
 * of a full table: one row a student, one number an item. At most 1, and negative where items pull apart; null with
 * fewer than two items or students, or where the sums do not vary. By hand: of the rows 1 1, 1 0, 0 0 the items have
 * the variance 2/9 each and the sums 2 1 0 have 2/3, so that it is 2 · (1 − (4/9)/(2/3)) = 2/3.
 */
export const cronbachAlpha = (rows: readonly (readonly number[])[]): number | null =>
	rows.length < 2 ? null : alphaOf(rows[0]?.length ?? 0, variance(rows.map(sumOf)), sumOf(variancesOf(rows)));

/** For each item the alpha of the table without it, null where that has none. */
export function alphasWithout(rows: readonly (readonly number[])[]): (number | null)[] {
	const sums = rows.map(sumOf);
	const variances = variancesOf(rows);
	const all = sumOf(variances);
	return variances.map((own, item) =>
		rows.length < 2
			? null
			: alphaOf(
					variances.length - 1,
					variance(sums.map((sum, student) => sum - (rows[student]?.[item] ?? 0))),
					all - own
				)
	);
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
