import type { Line } from './layout.ts';

const round = (value: number): number => Math.round(value * 10) / 10;

/** The line as an SVG path that leaves and arrives level. */
export function pathOf({ x1, y1, x2, y2 }: Pick<Line, 'x1' | 'y1' | 'x2' | 'y2'>): string {
	const middle = (x1 + x2) / 2;
	return `M${round(x1)} ${round(y1)}C${round(middle)} ${round(y1)} ${round(middle)} ${round(y2)} ${round(x2)} ${round(y2)}`;
}
