import { frames } from '../../frame.ts';
import { balanceOf, sides } from './balance.ts';
import { outOfBands } from './bands.ts';
import type { Lesson, Library } from '../model.ts';
import type { Balance } from './balance.ts';
import type { OutOfBand } from './bands.ts';

const cells = (row: readonly string[], widths: readonly number[]): string =>
	row
		.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
		.join('  ')
		.trimEnd();

/** Rows of text in columns, each as wide as its longest cell; the first is set to the left, the others to the right. */
function columns(rows: readonly (readonly string[])[]): string[] {
	const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
	return rows.map((row) => `  ${cells(row, widths)}`);
}

/** The balance of a lesson as a text for a terminal, with what lies outside of the bands at its end. */
export function balanceReport(lesson: Lesson, library: Library): { text: string; balance: Balance; out: OutOfBand[] } {
	const balance = balanceOf(lesson, library);
	const out = outOfBands(balance);
	const comparison = sides.map((side) => {
		const { cards, words, sources, level, loaded } = balance.sides[side];
		return [
			side,
			String(cards),
			String(words),
			String(sources),
			level === null ? '–' : level.toFixed(1),
			String(loaded.length)
		];
	});
	const scored = frames.filter((frame) => balance.points[frame] !== undefined);
	const text = [
		lesson.id,
		...columns([['comparison', 'cards', 'words', 'sources', 'level', 'loaded'], ...comparison]),
		`  points: ${scored.map((frame) => `${frame} ${balance.points[frame]}`).join(', ') || 'none'}`,
		...balance.links.map(
			({ reference, frames: count }) =>
				`  links in \`${reference}\`: western ${count.western}, chinese ${count.chinese}`
		),
		...out.map(({ code, found, expected, mend }) => `  warning ${code}: ${found}; expected ${expected}. ${mend}`)
	].join('\n');
	return { text, balance, out };
}
