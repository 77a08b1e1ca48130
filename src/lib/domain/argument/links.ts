import type { ArgumentMap, CardId, Group, GroupId, LinkKey, Target } from './model.ts';

export type LinkKind = 'reason' | 'objection' | 'evidence';

/** One premise on its target, or one piece of evidence on its claim. */
export interface Link {
	key: LinkKey;
	/** The premise, or the evidence. */
	card: CardId;
	kind: LinkKind;
	/** The target's key: a card id, or `(kind target premises)` for a group. */
	target: string;
	/** The group that holds the premise (the first, if the same link stands twice); absent for evidence. */
	group?: GroupId;
}

/** A key taken apart. A target is a card id, or the parts of a group. */
export type ParsedTarget = CardId | ParsedGroup;
export interface ParsedGroup {
	kind: 'reason' | 'objection';
	target: ParsedTarget;
	premises: CardId[];
}
export interface ParsedLink {
	card: CardId;
	kind: LinkKind;
	target: ParsedTarget;
}

/** What stands for a group that is its own ancestor (only a map that bypassed the commands has one). */
const again = '*';
/** What stands for a group that the map does not have. */
const nowhere = '?';

/** Code point order, never the order of a locale: a key must be the same on every machine. */
export function byCodePoint(a: string, b: string): number {
	const length = Math.min(a.length, b.length);
	for (let at = 0; at < length; at++) {
		const x = a.charCodeAt(at);
		const y = b.charCodeAt(at);
		// Halves of a pair stand for code points above all single units, although their own numbers are lower.
		if (x !== y) return isHalf(x) === isHalf(y) ? x - y : isHalf(x) ? 1 : -1;
	}
	return a.length - b.length;
}

const isHalf = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;

/** Ids are compared in NFC, so that a composed and a decomposed spelling of one id are one card. */
export const cardKey = (id: CardId): CardId => (isPlain.test(id) ? id : id.normalize('NFC'));
const isPlain = /^[\w-]*$/;

const premiseKeys = (premises: readonly CardId[]): CardId[] =>
	[...new Set(premises.map(cardKey))].toSorted(byCodePoint);

/** The key of a group whose target's key is known: `(reason T a+b)`. Premises may come in any order and twice. */
export const groupKey = (kind: Group['kind'], target: string, premises: readonly CardId[]): string =>
	`(${kind} ${target} ${premiseKeys(premises).join('+')})`;

/** `a|reason|T`, `d|objection|(reason T a+b)`, `f|evidence|e`. `target` is a target key. */
export const linkKey = (card: CardId, kind: LinkKind, target: string): LinkKey => `${cardKey(card)}|${kind}|${target}`;

/** The groups of a map by id; of two groups with one id the first counts. */
export function groupsById(map: ArgumentMap): Map<GroupId, Group> {
	const groups = new Map<GroupId, Group>();
	for (const group of map.groups) if (!groups.has(group.id)) groups.set(group.id, group);
	return groups;
}

/**
 * The canonical name of a target, free of group ids and of the order of groups and premises. Total: groups that
 * target each other or a group that is not there get a mark in place of the part that cannot be named.
 */
export const targetKey = (map: ArgumentMap, target: Target): string => targetKeys(map)(target);

/** The same for many targets of one map: each chain of groups is walked once. */
export function targetKeys(map: ArgumentMap): (target: Target) => string {
	const groups = groupsById(map);
	const known = new Map<GroupId, string>();
	return (target) => {
		if ('card' in target) return cardKey(target.card);
		const key = known.get(target.group) ?? walk(groups, target);
		known.set(target.group, key);
		return key;
	};
}

function walk(groups: ReadonlyMap<GroupId, Group>, target: Target): string {
	const path: Group[] = [];
	const seen = new Set<GroupId>();
	let at = target;
	let key = '';
	while (key === '')
		if ('card' in at) key = cardKey(at.card);
		else {
			const group = groups.get(at.group);
			if (!group || seen.has(group.id)) key = group ? again : nowhere;
			else {
				seen.add(group.id);
				path.push(group);
				at = group.target;
			}
		}
	for (const group of path.toReversed()) key = groupKey(group.kind, key, group.premises);
	return key;
}

/**
 * All links of a map as a set, premises in the order of `groups` and then evidence; a link that stands twice is
 * one, and a card linked to itself is left out. Works on any map, also on cyclic ones.
 */
export function linksOf(map: ArgumentMap): Link[] {
	const keyOf = targetKeys(map);
	const links = new Map<LinkKey, Link>();
	const put = (link: Omit<Link, 'key'>): void => {
		const key = linkKey(link.card, link.kind, link.target);
		if (link.card !== link.target && !links.has(key)) links.set(key, { key, ...link });
	};
	for (const group of map.groups) {
		const target = keyOf(group.target);
		for (const premise of group.premises) put({ card: cardKey(premise), kind: group.kind, target, group: group.id });
	}
	for (const { evidence, claim } of map.evidence)
		put({ card: cardKey(evidence), kind: 'evidence', target: cardKey(claim) });
	return [...links.values()];
}

/** Takes a target key apart; `undefined` if it is none. Refuses nothing else: the cards need not exist. */
export function parseTarget(key: string): ParsedTarget | undefined {
	if (!key.startsWith('(')) return key === '' || /[()|+\s]/.test(key) ? undefined : key;
	const match = /^\((reason|objection) (.+) ([^\s()|]+)\)$/s.exec(key);
	const [, kind, inner, premises] = match ?? [];
	const target = inner === undefined ? undefined : parseTarget(inner);
	if (target === undefined || premises === undefined || (kind !== 'reason' && kind !== 'objection')) return undefined;
	return { kind, target, premises: premises.split('+') };
}

/** Takes a link key apart; `undefined` if it is none. */
export function parseLink(key: LinkKey): ParsedLink | undefined {
	const [card, kind, ...rest] = key.split('|');
	const target = parseTarget(rest.join('|'));
	if (!card || target === undefined) return undefined;
	if (kind !== 'reason' && kind !== 'objection' && kind !== 'evidence') return undefined;
	return { card, kind, target };
}

/** The key of a target that was taken apart, with `rename` applied to its cards. */
export function formatTarget(target: ParsedTarget, rename: (card: CardId) => CardId = cardKey): string {
	if (typeof target === 'string') return rename(target);
	return groupKey(target.kind, formatTarget(target.target, rename), target.premises.map(rename));
}
