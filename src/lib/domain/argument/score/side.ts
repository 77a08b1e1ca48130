import {
	byCodePoint,
	cardKey,
	formatTarget,
	groupsById,
	linkKey,
	linksOf,
	parseLink,
	parseTarget,
	targetKeys
} from '../links.ts';
import type { Link, ParsedTarget } from '../links.ts';
import type { ArgumentMap, CardId, LinkKey, Reference } from '../model.ts';

/** A link after equivalent cards became one. */
export interface SideLink {
	key: LinkKey;
	card: CardId;
	kind: Link['kind'];
	target: ParsedTarget;
	/** The target's key. */
	on: string;
	/** The keys that it has in the map itself; more than one if equivalents fell together. */
	own: LinkKey[];
}

/** One map as the score sees it: equivalents are one, optional links are set apart. */
export interface Side {
	/** Premise links that count. */
	links: Map<LinkKey, SideLink>;
	/** Evidence links that count. */
	evidence: Map<LinkKey, SideLink>;
	optional: Map<LinkKey, SideLink>;
	/** For each premise link the groups that hold it, as sets of premises; optional ones are left out. */
	groups: Map<LinkKey, Set<CardId>[]>;
}

export type Rename = (card: CardId) => CardId;

/** The name that all cards of a class share: the first by code point, so that it does not depend on order. */
export function renameOf(classes: readonly (readonly CardId[])[]): Rename {
	const names = new Map<CardId, CardId>();
	for (const cards of classes) {
		const members = new Set(cards.map(cardKey).map((card) => names.get(card) ?? card));
		const [first] = [...members].toSorted(byCodePoint);
		if (first === undefined) continue;
		for (const [card, name] of names) if (members.has(name)) names.set(card, first);
		for (const card of [...members, ...cards.map(cardKey)]) names.set(card, first);
	}
	return (card) => names.get(cardKey(card)) ?? cardKey(card);
}

/** A key as it reads after equivalents became one; a string that is no key is returned as it is. */
export function renameLink(key: LinkKey, rename: Rename): LinkKey {
	const link = parseLink(key);
	return link ? linkKey(rename(link.card), link.kind, formatTarget(link.target, rename)) : key;
}

/** `optional` are renamed keys. */
export function sideOf(map: ArgumentMap, rename: Rename, optional: ReadonlySet<LinkKey>): Side {
	const side: Side = { links: new Map(), evidence: new Map(), optional: new Map(), groups: new Map() };
	const targetOf = renamedTargets(rename);
	for (const link of linksOf(map)) {
		const { target, on } = targetOf(link.target);
		const card = rename(link.card);
		if (card === on) continue;
		const key = card === link.card && on === link.target ? link.key : linkKey(card, link.kind, on);
		const into = optional.has(key) ? side.optional : link.kind === 'evidence' ? side.evidence : side.links;
		const same = into.get(key);
		if (same) same.own.push(link.key);
		else into.set(key, { key, card, kind: link.kind, target, on, own: [link.key] });
	}
	const keyOf = targetKeys(map);
	for (const group of groupsById(map).values()) {
		const { on } = targetOf(keyOf(group.target));
		const members = new Map(group.premises.map((card) => [linkKey(rename(card), group.kind, on), rename(card)]));
		for (const key of members.keys()) if (!side.links.has(key)) members.delete(key);
		const cards = new Set(members.values());
		for (const key of members.keys()) side.groups.set(key, [...(side.groups.get(key) ?? []), cards]);
	}
	return side;
}

/** From a target's own key to its renamed key and its parts, each worked out once. */
function renamedTargets(rename: Rename): (own: string) => { target: ParsedTarget; on: string } {
	const known = new Map<string, { target: ParsedTarget; on: string }>();
	return (own) => {
		const found = known.get(own);
		if (found) return found;
		const on = formatTarget(parseTarget(own) ?? own, rename);
		const renamed = { on, target: parseTarget(on) ?? on };
		known.set(own, renamed);
		return renamed;
	};
}

/** A learner's map and a reference as that reference has them counted. */
export function sidesOf(reference: Reference, map: ArgumentMap): { mine: Side; theirs: Side; rename: Rename } {
	const rename = renameOf(reference.equivalent);
	const optional = new Set(reference.optional.map((key) => renameLink(key, rename)));
	return { mine: sideOf(map, rename, optional), theirs: sideOf(reference.map, rename, optional), rename };
}
