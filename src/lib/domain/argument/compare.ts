import { byCodePoint } from './links.ts';
import type { ArgumentMap, CardId, LinkKey, Reference } from './model.ts';
import type { LinkCredit, MapScore, Why } from './score/model.ts';
import { renameLink, sidesOf } from './score/side.ts';
import type { Side } from './score/side.ts';

/** One line of the comparison: a link of the accepted map beside the learner's, or one that only one of them has. */
export interface Pair {
	verdict: 'matched' | 'nearly' | 'missing' | 'extra' | 'optional';
	/** The learner's link. */
	own?: LinkKey;
	/** The accepted map's link. */
	wanted?: LinkKey;
	why: Why;
	/** 0…1; 0 for what is missing. */
	credit: number;
	/** Present if the premise is rightly linked and stands in other company: its partners here and there. */
	company?: { own: CardId[]; wanted: CardId[] };
}

/**
 * The learner's map beside the accepted one that `score` was reached against: first every link of the accepted map in
 * the order of its groups, each with what was matched to it, then what the learner has besides. `score` is that of
 * `map`. Empty if the reference is not the score's.
 */
export function compareMaps(reference: Reference, map: ArgumentMap, score: MapScore): Pair[] {
	if (reference.id !== score.reference) return [];
	const { mine, theirs, rename } = sidesOf(reference, map);
	const byWanted = new Map<LinkKey, LinkCredit[]>();
	for (const credit of score.credits)
		if (credit.matched !== undefined && credit.why !== 'polarity')
			byWanted.set(credit.matched, [...(byWanted.get(credit.matched) ?? []), credit]);
	const pairs = [...theirs.links.values(), ...theirs.evidence.values()].flatMap(({ key, own }): Pair[] => {
		const wanted = own[0] ?? key;
		const credits = byWanted.get(wanted) ?? [];
		if (credits.length > 0)
			return credits.map(({ link, credit, why }) => {
				const company = why === 'exact' ? companyOf(mine, theirs, renameLink(link, rename)) : undefined;
				const verdict = why === 'exact' ? 'matched' : 'nearly';
				return { verdict, own: link, wanted, why, credit, ...(company && { company }) };
			});
		const turned = score.credits.filter(({ why, matched }) => why === 'polarity' && matched === wanted);
		if (turned.length === 0) return [{ verdict: 'missing', wanted, why: 'none', credit: 0 }];
		return turned.map(({ link, why }) => ({ verdict: 'nearly', own: link, wanted, why, credit: 0 }));
	});
	const shown = new Set(pairs.map(({ own }) => own));
	const rest = score.credits
		.filter(({ link }) => !shown.has(link))
		.map(({ link, why }): Pair => ({ verdict: why === 'optional' ? why : 'extra', own: link, why, credit: 0 }));
	return [...pairs, ...rest];
}

function companyOf(mine: Side, theirs: Side, key: LinkKey): Pair['company'] {
	const names = (side: Side): string[] =>
		(side.groups.get(key) ?? []).map((cards) => [...cards].toSorted(byCodePoint).join('+')).toSorted(byCodePoint);
	if (names(mine).join('|') === names(theirs).join('|')) return undefined;
	const card = mine.links.get(key)?.card;
	const others = (side: Side): CardId[] => [...(side.groups.get(key)?.[0] ?? [])].filter((one) => one !== card);
	return { own: others(mine), wanted: others(theirs) };
}
