import type { Pair } from '#lib/domain/argument/compare.ts';
import type { MapScore, Why } from '#lib/domain/argument/index.ts';
import { percentOf } from '#lib/domain/fraction.ts';
import * as m from '../../../messages/compiled/messages.js';

/** A sign for each verdict on a pair of links, beside its word. */
export const verdictMarks: Record<Pair['verdict'], string> = {
	matched: '＝',
	nearly: '≈',
	missing: '−',
	extra: '+',
	optional: '○'
};

const whys: Record<Why, () => string> = {
	exact: m.why_exact,
	instead: m.why_instead,
	level: m.why_level,
	'too-high': m.why_too_high,
	reversed: m.why_reversed,
	polarity: m.why_polarity,
	none: m.why_none,
	optional: m.why_optional
};

/** Why a link earned what it earned, with the credit where it is neither all nor nothing. */
export const whyWords = (why: Why, credit: number): string =>
	credit > 0 && credit < 1 ? m.why_part({ why: whys[why](), percent: percentOf(credit) }) : whys[why]();

const two = (value: number): string => value.toFixed(2).replace(/^0/, '');

/** The total as the sum that it is, with the weights after those of absent facets were handed on. */
export function sumWords({ weights, L, G, E, P, total }: MapScore): string {
	const parts = [
		`${two(weights.L)} × ${two(L)}`,
		...(G === null ? [] : [`${two(weights.G)} × ${two(G)} × ${two(L)}`]),
		...(E === null ? [] : [`${two(weights.E)} × ${two(E)}`]),
		...(P === null ? [] : [`${two(weights.P)} × ${two(P)} × √${two(L)}`])
	];
	return `${parts.join(' + ')} = ${two(total)} → ${percentOf(total)}`;
}
