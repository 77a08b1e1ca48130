import { fraction } from '../../fraction.ts';
import type { Fraction } from '../../fraction.ts';
import type { Feedback, ResponseOf } from '../kind.ts';
import type { OrderItem, Score } from '../model.ts';
import { pointsScore } from '../points.ts';

/**
 * Kendall's tau in −1…1: (pairs in the order of the key − pairs against it) / pairs, where pairs tied in the key are
 * left out of all three, since the key says nothing about them. Without ties this is M. G. Kendall's coefficient ("A
 * new measure of rank correlation", Biometrika 30, 1938); with ties in the key alone it is Goodman and Kruskal's
 * gamma. `order` lists each entry once. Refuses (throws) an item in which all entries are tied.
 *
 * Worked example: Hollander and Wolfe, Nonparametric Statistical Methods (1973), pp. 187 f., also in the manual of
 * R's `cor.test`: 9 lots, 26 of 36 pairs agree, 10 do not, tau = 16/36 = 0.4444.
 */
export function kendallTau({ id, entries }: OrderItem, order: readonly string[]): Fraction {
	const place = new Map(order.map((entry, index) => [entry, index]));
	const ranked = entries.map((entry) => ({ rank: entry.rank, place: place.get(entry.id) ?? 0 }));
	let balance = 0;
	let pairs = 0;
	for (const [index, a] of ranked.entries())
		for (const b of ranked.slice(index + 1)) {
			if (a.rank === b.rank) continue;
			pairs += 1;
			balance += a.rank < b.rank === a.place < b.place ? 1 : -1;
		}
	if (pairs === 0)
		throw new RangeError(`Item "${id}" cannot be marked; expected at least two entries of different rank.`);
	return fraction(balance, pairs);
}

/** The ids of the entries that stand where the key lets them stand; tied entries share their places. */
function inPlace({ entries }: OrderItem, order: readonly string[]): Set<string> {
	const well = entries.filter(({ id, rank }) => {
		const before = entries.filter((entry) => entry.rank < rank).length;
		const tied = entries.filter((entry) => entry.rank === rank).length;
		const place = order.indexOf(id);
		return place >= before && place < before + tied;
	});
	return new Set(well.map((entry) => entry.id));
}

/**
 * `kendallTau` of the points, not below 0. A part is an entry; it is right where it stands in a place that the key
 * gives it. All parts are right exactly when tau is 1; in between tau counts pairs and not places.
 */
export function scoreOrder(item: OrderItem, { order }: ResponseOf<'order'>): Score {
	const well = inPlace(item, order);
	const parts = item.entries.map(({ id }) => ({ id, right: well.has(id) }));
	return pointsScore(item.points, kendallTau(item, order), parts);
}

export function feedbackOrder(item: OrderItem, { order }: ResponseOf<'order'>): Feedback[] {
	const well = inPlace(item, order);
	return item.entries.map(({ id, feedback }) => ({
		id,
		right: well.has(id),
		chosen: order.includes(id),
		html: feedback
	}));
}
