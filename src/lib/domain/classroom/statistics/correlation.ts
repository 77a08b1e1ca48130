const grain = 1e-12;

export const mean = (values: readonly number[]): number =>
	values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** The mean squared distance from the mean (divided by n). */
export function variance(values: readonly number[]): number {
	const middle = mean(values);
	return mean(values.map((value) => (value - middle) ** 2));
}

/** Pearson's r of two equally long lists, −1…1; null where one of them does not vary. */
export function correlation(xs: readonly number[], ys: readonly number[]): number | null {
	const [vx, vy] = [variance(xs), variance(ys)];
	if (vx < grain || vy < grain) return null;
	const [mx, my] = [mean(xs), mean(ys)];
	const together = mean(xs.map((x, at) => (x - mx) * ((ys[at] ?? 0) - my)));
	return Math.min(1, Math.max(-1, together / Math.sqrt(vx * vy)));
}
