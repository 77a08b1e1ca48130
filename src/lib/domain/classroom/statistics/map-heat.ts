import { compareMaps } from '../../argument/compare.ts';
import { byCodePoint, linksOf, scoreAgainst, type Why } from '../../argument/index.ts';
import type { ArgumentMap, Band, LinkKey, Reference } from '../../argument/model.ts';
import { renameLink, sidesOf } from '../../argument/score/side.ts';
import type { LessonKey } from '../carried/model.ts';
import type { HeatLink, MapHeat, Marks } from '../gradebook/model.ts';

type Weigh = NonNullable<LessonKey['weigh']>;
type Tally = Omit<HeatLink, 'link' | 'optional' | 'missing' | 'credit'> & { credit: number };

/**
 * The link by which the score knows another: of links of an accepted map whose cards are equivalent it matches one, which
 * stands for all of them.
 */
function standIn(reference: Reference): (link: LinkKey) => LinkKey {
	const { theirs, rename } = sidesOf(reference, reference.map);
	const all = new Map([...theirs.links, ...theirs.evidence, ...theirs.optional]);
	return (link) => all.get(renameLink(link, rename))?.own[0] ?? link;
}

/** What one map has of the links of a reference: the best that each was matched with. */
function foundIn(weigh: Weigh, reference: Reference, map: ArgumentMap, known: (link: LinkKey) => LinkKey) {
	const pairs = compareMaps(reference, map, scoreAgainst(weigh.kit, reference, map));
	const found = new Map<LinkKey, { credit: number; why: Why }>();
	for (const { wanted, own, credit, why, verdict } of pairs) {
		// Optional links leave the count, and are in the map all the same.
		if (verdict === 'optional' && own !== undefined) found.set(known(own), { credit: 1, why: 'exact' });
		if (wanted === undefined || own === undefined) continue;
		const before = found.get(wanted);
		if (!before || before.credit < credit) found.set(wanted, { credit, why });
	}
	const extra = pairs.flatMap(({ wanted, own, verdict }) =>
		wanted === undefined && own !== undefined && verdict === 'extra' ? [own] : []
	);
	return { found, extra };
}

/**
 * Which links of the accepted maps a class found: the counted map of each student beside each reference in turn. A link
 * with the other sign earns nothing and is counted by itself. `extra` are links that no reference has a place for.
 * `breathe` is awaited before each map: hundreds of them take longer than a page may be held up.
 */
export async function mapHeat(
	marks: readonly Marks[],
	key: LessonKey & { weigh: Weigh },
	breathe: () => Promise<void> | undefined = () => undefined
): Promise<MapHeat> {
	const scored = marks.flatMap(({ maps }) =>
		maps.flatMap(({ lesson, map, score }) => (lesson === key.lesson && map && score ? [{ map, score }] : []))
	);
	const n = scored.length;
	const bands: Record<Band, number> = { beginning: 0, developing: 0, sound: 0, strong: 0 };
	for (const { score } of scored) bands[score.band] += 1;

	/** In how many references each map's link has no place. */
	const placeless = scored.map(() => new Map<LinkKey, number>());
	const references: MapHeat['references'] = [];
	for (const reference of key.weigh.references) {
		const known = standIn(reference);
		const tallies = new Map<LinkKey, Tally>();
		for (const [at, { map }] of scored.entries()) {
			await breathe();
			const { found, extra } = foundIn(key.weigh, reference, map, known);
			for (const [link, { credit, why }] of found) {
				const tally = tallies.get(known(link)) ?? { exact: 0, partly: 0, polarity: 0, credit: 0 };
				tallies.set(link, {
					exact: tally.exact + Number(why === 'exact'),
					partly: tally.partly + Number(credit > 0 && why !== 'exact'),
					polarity: tally.polarity + Number(why === 'polarity'),
					credit: tally.credit + credit
				});
			}
			const own = placeless[at];
			for (const link of extra) own?.set(link, (own.get(link) ?? 0) + 1);
		}
		references.push({
			id: reference.id,
			label: reference.label,
			nearest: scored.filter(({ score }) => score.reference === reference.id).length,
			links: linksOf(reference.map).map(({ key: link }): HeatLink => {
				const { exact, partly, polarity, credit } = tallies.get(known(link)) ?? {
					exact: 0,
					partly: 0,
					polarity: 0,
					credit: 0
				};
				return {
					link,
					exact,
					partly,
					polarity,
					missing: n - exact - partly - polarity,
					credit: n === 0 ? 0 : credit / n,
					optional: reference.optional.includes(link)
				};
			})
		});
	}
	return { lesson: key.lesson, n, references, extra: extraIn(placeless, key.weigh.references.length), bands };
}

/** Links that no reference has a place for, in at least two maps, the most frequent first. */
function extraIn(placeless: readonly ReadonlyMap<LinkKey, number>[], references: number): MapHeat['extra'] {
	const counts = new Map<LinkKey, number>();
	for (const own of placeless)
		for (const [link, misses] of own) if (misses === references) counts.set(link, (counts.get(link) ?? 0) + 1);
	return [...counts]
		.filter(([, count]) => count > 1)
		.map(([link, count]) => ({ link, count }))
		.toSorted((a, b) => b.count - a.count || byCodePoint(a.link, b.link));
}
