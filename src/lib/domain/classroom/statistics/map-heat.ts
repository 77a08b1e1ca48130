import { linksOf, scoreAgainst } from '../../argument/index.ts';
import type { Band, Kit, LinkKey, Reference } from '../../argument/model.ts';
import type { MapScore } from '../../argument/score/model.ts';
import type { HeatLink, MapHeat, MapMark } from '../gradebook/model.ts';

/** A link that fewer maps have is one student's idea. */
const fewestExtra = 2;

function linkHeat(reference: Reference, scores: readonly MapScore[]): HeatLink[] {
	const optional = new Set(reference.optional);
	return linksOf(reference.map).map(({ key }) => {
		const heat: HeatLink = {
			link: key,
			exact: 0,
			partly: 0,
			polarity: 0,
			missing: 0,
			credit: 0,
			optional: optional.has(key)
		};
		for (const { credits } of scores) {
			const own = credits.filter(({ matched, link, why }) => matched === key || (why === 'optional' && link === key));
			const best = own.reduce<(typeof own)[number] | null>(
				(so, one) => (so && so.credit >= one.credit ? so : one),
				null
			);
			if (!best) heat.missing += 1;
			else if (best.why === 'exact' || best.why === 'optional') heat.exact += 1;
			else if (best.why === 'polarity') heat.polarity += 1;
			else heat.partly += 1;
			heat.credit += best?.why === 'optional' ? 1 : (best?.credit ?? 0);
		}
		heat.credit = scores.length > 0 ? heat.credit / scores.length : 0;
		return heat;
	});
}

/**
 * Which links of the accepted maps the class found. Every scored map is held against every reference, since two students
 * may be right in different ways; `nearest` tells how many came closest to each.
 */
export function mapHeat(
	lesson: string,
	{ kit, references }: { kit: Kit; references: readonly Reference[] },
	marks: readonly MapMark[]
): MapHeat {
	const scored = marks.flatMap(({ lesson: of, map, score, counted }) =>
		of === lesson && map && score ? [{ map, score, band: counted?.band ?? score.band }] : []
	);
	const bands: Record<Band, number> = { beginning: 0, developing: 0, sound: 0, strong: 0 };
	for (const { band } of scored) bands[band] += 1;
	const known = new Set(references.flatMap(({ map }) => linksOf(map).map(({ key }) => key)));
	const extra = new Map<LinkKey, number>();
	for (const { score } of scored)
		for (const link of new Set(score.extra)) if (!known.has(link)) extra.set(link, (extra.get(link) ?? 0) + 1);
	return {
		lesson,
		n: scored.length,
		references: references.map((reference) => ({
			id: reference.id,
			label: reference.label,
			nearest: scored.filter(({ score }) => score.reference === reference.id).length,
			links: linkHeat(
				reference,
				scored.map(({ map }) => scoreAgainst(kit, reference, map))
			)
		})),
		extra: [...extra]
			.filter(([, count]) => count >= fewestExtra)
			.map(([link, count]) => ({ link, count }))
			.toSorted((a, b) => b.count - a.count || (a.link < b.link ? -1 : 1)),
		bands
	};
}
