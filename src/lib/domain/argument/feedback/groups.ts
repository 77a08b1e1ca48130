import { byCodePoint, groupKey, parseLink } from '../links.ts';
import type { CardId, LinkKey } from '../model.ts';
import { alike } from '../score/facets.ts';
import type { Side } from '../score/side.ts';
import type { Finding } from './finding.ts';

export interface GroupFinding {
	finding: Finding;
	/** The reference's key of the group as it should be: links onto it cannot be had until it is mended. */
	wanted: string;
}

/**
 * Premises that are linked rightly but stand in another company: `SPLIT_COPREMISE` if a partner is not with them,
 * `LUMPED` if they have one too many. `price` is what one premise in the wrong group costs at most.
 */
export function groupFindings(mine: Side, theirs: Side, price: number): GroupFinding[] {
	const found = new Map<string, GroupFinding>();
	for (const [key, wantedGroups] of theirs.groups) {
		const link = mine.links.get(key);
		if (!link || link.kind === 'evidence') continue;
		const others = (mine.groups.get(key) ?? []).filter((given) => !wantedGroups.some((group) => isSame(group, given)));
		for (const given of others)
			for (const wanted of wantedGroups) {
				const code = [...wanted].some((card) => !given.has(card)) ? 'SPLIT_COPREMISE' : 'LUMPED';
				const cards = [...(code === 'LUMPED' ? given : wanted)].toSorted(byCodePoint);
				const name = `${code}|${groupKey(link.kind, link.on, cards)}`;
				const entry = found.get(name) ?? {
					finding: { code, loss: 0, links: [], cards: cards.map((card) => ownName(mine, card)), expected: key },
					wanted: groupKey(link.kind, link.on, [...wanted])
				};
				entry.finding.loss += price * (1 - alike(given, wanted));
				entry.finding.links.push(...link.own);
				found.set(name, entry);
			}
	}
	return [...found.values()];
}

const isSame = (a: ReadonlySet<CardId>, b: ReadonlySet<CardId>): boolean =>
	a.size === b.size && [...a].every((card) => b.has(card));

/** The card that the learner used for a class of equivalents. */
function ownName(mine: Side, card: CardId): CardId {
	const link = [...mine.links.values()].find((one) => one.card === card);
	const [own]: LinkKey[] = link?.own ?? [];
	return (own === undefined ? undefined : parseLink(own)?.card) ?? card;
}
