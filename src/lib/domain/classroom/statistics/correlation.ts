export const mean = (values: readonly number[]): number =>
	values.reduce((sum, value) => sum + value, 0) / values.length;

/** Sum of squared deviations from the mean. */
const spread = (values: readonly number[]): number => {
	const middle = mean(values);
	return values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
};
/** Rounding leaves a constant a spread that is not quite 0. */
const none = 1e-12;

/** The variance of a sample, with n − 1; null for fewer than two values. */
export const varianceOf = (values: readonly number[]): number | null =>
	values.length < 2 ? null : spread(values) / (values.length - 1);

/**
 * Pearson's correlation, −1…1; between marks of 0 and 1 and a total it is the point-biserial correlation. Null where one
 * side does not vary, or there are fewer than two pairs. Both lists have the same length.
 */
export function correlation(xs: readonly number[], ys: readonly number[]): number | null {
	if (xs.length < 2) return null;
	const [sx, sy] = [spread(xs), spread(ys)];
	if (sx < none || sy < none) return null;
	const [mx, my] = [mean(xs), mean(ys)];
	const together = xs.reduce((sum, x, at) => sum + (x - mx) * ((ys[at] ?? 0) - my), 0);
	return Math.max(-1, Math.min(1, together / Math.sqrt(sx * sy)));
}

/**
 * Cronbach's alpha (L. J. Cronbach, Psychometrika 16, 1951): k/(k − 1) · (1 − Σ item variances / variance of the totals).
 * `rows` are the shares of one student each, in the same order. Null for fewer than two items or students, and where all
 * totals are the same. Negative where items work against each other. With marks of 0 and 1 it is KR-20.
 */
export function cronbachAlpha(rows: readonly (readonly number[])[]): number | null {
	const k = rows[0]?.length ?? 0;
	if (k < 2 || rows.length < 2) return null;
	const total = varianceOf(rows.map((row) => row.reduce((sum, share) => sum + share, 0))) ?? 0;
	if (total < none) return null;
	let items = 0;
	for (let at = 0; at < k; at++) items += varianceOf(rows.map((row) => row[at] ?? 0)) ?? 0;
	return (k / (k - 1)) * (1 - items / total);
}
