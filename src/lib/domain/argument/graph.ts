import { groupsById, targetKeys } from './links.ts';
import type { ArgumentMap, CardId, Group, GroupId, Kit, Target } from './model.ts';

/** A map with the contention alone. */
export const emptyMap = (kit: Kit): ArgumentMap => ({ root: kit.root.id, groups: [], evidence: [], notes: [] });

export const sameTarget = (a: Target, b: Target): boolean =>
	'card' in a ? 'card' in b && a.card === b.card : 'group' in b && a.group === b.group;

/** Whether the map shows the target: the contention, a premise, or a group. */
export function isPlaced(map: ArgumentMap, target: Target): boolean {
	if ('group' in target) return map.groups.some(({ id }) => id === target.group);
	return target.card === map.root || map.groups.some(({ premises }) => premises.includes(target.card));
}

/** Everything that `target` bears on, itself included: going up from it to the contention. Safe on cycles. */
export function upFrom(map: ArgumentMap, target: Target): { cards: Set<CardId>; groups: Set<GroupId> } {
	const groups = groupsById(map);
	const up = { cards: new Set<CardId>(), groups: new Set<GroupId>() };
	const open: Target[] = [target];
	for (let at = open.pop(); at; at = open.pop())
		if ('group' in at) {
			const group = groups.get(at.group);
			if (group && !up.groups.has(at.group)) open.push(group.target);
			up.groups.add(at.group);
		} else if (!up.cards.has(at.card)) {
			up.cards.add(at.card);
			for (const { id, premises } of map.groups) if (premises.includes(at.card)) open.push({ group: id });
		}
	return up;
}

/** Leaves out what no longer hangs on the contention: branches of what was removed. Notes stay. */
export function prune(map: ArgumentMap): ArgumentMap {
	const cards = new Set([map.root]);
	const kept = new Set<Group>();
	const keptIds = new Set<GroupId>();
	for (let before = -1; before !== kept.size;) {
		before = kept.size;
		for (const group of map.groups) {
			const { target } = group;
			if (kept.has(group) || !('card' in target ? cards.has(target.card) : keptIds.has(target.group))) continue;
			kept.add(group);
			keptIds.add(group.id);
			for (const card of group.premises) cards.add(card);
		}
	}
	return {
		...map,
		groups: map.groups.filter((group) => kept.has(group)),
		evidence: map.evidence.filter(({ claim }) => cards.has(claim))
	};
}

/** Whether a card bears twice on one target, with one sign or with both: the same thing said twice, or unsaid. */
export function saysTwice(map: ArgumentMap): boolean {
	const seen = new Set<string>();
	const keyOf = targetKeys(map);
	for (const { premises, target } of map.groups) {
		const on = keyOf(target);
		for (const card of premises) {
			const pair = `${card}|${on}`;
			if (seen.has(pair)) return true;
			seen.add(pair);
		}
	}
	return false;
}

/** The first of `g1`, `g2`… (or `n1`…) that is not taken: the same on every machine and in every replay. */
export function nextId(letter: 'g' | 'n', taken: readonly { id: string }[]): string {
	const ids = new Set(taken.map(({ id }) => id));
	let number = 1;
	while (ids.has(`${letter}${number}`)) number++;
	return `${letter}${number}`;
}
