import { groupsById } from './links.ts';
import type { ArgumentMap, CardId, GroupId, Target } from './model.ts';

/** What a learner supposes while exploring; nothing of it is stored or marked. */
export interface Supposition {
	/** How far a card is believed before anything speaks for or against it, 0…1; `base` where nothing is said. */
	belief: Readonly<Record<CardId, number>>;
	/** Cards that are taken out for a moment. */
	off: readonly CardId[];
}
export interface Standing {
	/** Strength 0…1 of every card of the map, evidence included. */
	cards: Map<CardId, number>;
	/** The strength 0…1 with which each group acts on its target. */
	groups: Map<GroupId, number>;
}

export const base = 0.5;
export const supposeNothing: Supposition = { belief: {}, off: [] };

/**
 * DF-QuAD (Rago, Toni, Aurisicchio and Baroni 2016): E = Π over attackers (1 − a) − Π over supporters (1 − s);
 * σ = w + (1 − w)·E for E > 0, else w + w·E, with the base weight w.
 */
export function strengthOf(weight: number, supporters: readonly number[], attackers: readonly number[]): number {
	const left = (all: readonly number[]): number => all.reduce((product, strength) => product * (1 - strength), 1);
	const energy = left(attackers) - left(supporters);
	return energy > 0 ? weight + (1 - weight) * energy : weight + weight * energy;
}

/**
 * What still stands if this is supposed: the strength of every card and group. A group acts with the strength of its
 * weakest premise, times 1 − s for each objection of strength s to the group; a reason for a step takes back as much
 * of what the objections took. Evidence supports with its own weight. A card that is off has no strength. Refuses a
 * map that is cyclic (null), as only a map that bypassed the commands can be.
 */
export function standingOf(map: ArgumentMap, { belief, off }: Supposition = supposeNothing): Standing | null {
	const groups = groupsById(map);
	const on = new Map<string, GroupId[]>();
	const keyOf = (target: Target): string => ('card' in target ? `card ${target.card}` : `group ${target.group}`);
	for (const [id, { target }] of groups) on.set(keyOf(target), [...(on.get(keyOf(target)) ?? []), id]);
	const evidence = new Map<CardId, CardId[]>();
	for (const pair of map.evidence) evidence.set(pair.claim, [...(evidence.get(pair.claim) ?? []), pair.evidence]);
	const away = new Set(off);
	const weightOf = (card: CardId): number => (Object.hasOwn(belief, card) ? belief[card]! : base);

	const standing: Standing = { cards: new Map(), groups: new Map() };
	const open = new Set<string>();
	let cyclic = false;
	/** Once for each card and group; what is asked for while it is being worked out lies on a cycle. */
	const once = <Id>(known: Map<Id, number>, id: Id, name: string, work: () => number): number => {
		const found = known.get(id);
		if (found !== undefined) return found;
		if (open.has(name)) {
			cyclic = true;
			return 0;
		}
		open.add(name);
		const strength = work();
		open.delete(name);
		known.set(id, strength);
		return strength;
	};
	const acting = (target: Target, kind: 'reason' | 'objection'): number[] =>
		(on.get(keyOf(target)) ?? []).filter((id) => groups.get(id)?.kind === kind).map(ofGroup);
	const ofCard = (card: CardId): number =>
		once(standing.cards, card, `card ${card}`, () => {
			const supporters = [...(evidence.get(card) ?? []).map(ofCard), ...acting({ card }, 'reason')];
			const strength = strengthOf(weightOf(card), supporters, acting({ card }, 'objection'));
			return away.has(card) ? 0 : strength;
		});
	const ofGroup = (id: GroupId): number =>
		once(standing.groups, id, `group ${id}`, () => {
			const premises = groups.get(id)?.premises ?? [];
			const weakest = Math.min(1, ...premises.map(ofCard));
			const left = (all: number[]): number => all.reduce((product, strength) => product * (1 - strength), 1);
			const doubted = 1 - left(acting({ group: id }, 'objection'));
			return premises.length === 0 ? 0 : weakest * (1 - doubted * left(acting({ group: id }, 'reason')));
		});

	ofCard(map.root);
	for (const [id, { premises, target }] of groups) {
		ofGroup(id);
		for (const card of 'card' in target ? [...premises, target.card] : premises) ofCard(card);
	}
	for (const pair of map.evidence) for (const card of [pair.claim, pair.evidence]) ofCard(card);
	return cyclic ? null : standing;
}

export const strengthWords = ['none', 'weak', 'shaky', 'open', 'firm', 'strong'] as const;
export type StrengthWord = (typeof strengthWords)[number];

/** A strength in a word: 0 is none, the middle fifth is open. */
export function strengthWord(strength: number): StrengthWord {
	if (strength <= 0) return 'none';
	return (['weak', 'shaky', 'open', 'firm', 'strong'] as const)[Math.min(4, Math.floor(strength * 5 + 1e-9))]!;
}
