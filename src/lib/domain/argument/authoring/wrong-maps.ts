import { requiredFrames } from '../../frame.ts';
import type { RequiredFrame } from '../../frame.ts';
import { prune } from '../graph.ts';
import { groupsById } from '../links.ts';
import type { ArgumentMap, CardId, Group, Kit, Reference } from '../model.ts';

/** Ways in which learners go wrong, as whole maps. */
export type WrongMapKind =
	| 'empty'
	| 'all-because'
	| 'all-on-root'
	| 'all-on-root-with-evidence'
	| 'one-group'
	| 'chain'
	| 'signs-flipped'
	| 'without-co-premises'
	| 'without-evidence'
	| 'half-and-half'
	| 'with-distractors'
	| `only-${RequiredFrame}`;

export interface WrongMap {
	kind: WrongMapKind;
	/** The reference that it was made of. */
	from: string;
	map: ArgumentMap;
}

const turn = (kind: Group['kind']): Group['kind'] => (kind === 'reason' ? 'objection' : 'reason');
const alone = (kit: Kit, cards: readonly CardId[], kind: (card: CardId) => Group['kind']): Group[] =>
	cards.map((card, at) => ({ id: `g${at + 1}`, kind: kind(card), premises: [card], target: { card: kit.root.id } }));

/** The kind of every premise if it bore on the contention itself: the signs of its first path multiplied. */
function kindsOnRoot(map: ArgumentMap): Map<CardId, Group['kind']> {
	const groups = groupsById(map);
	const kinds = new Map<CardId, Group['kind']>();
	const walk = (group: Group, left: number): Group['kind'] | undefined => {
		const { target, kind } = group;
		if ('card' in target && target.card === map.root) return kind;
		const above =
			'group' in target ? groups.get(target.group) : map.groups.find(({ premises }) => premises.includes(target.card));
		const on = above && left > 0 ? walk(above, left - 1) : undefined;
		return on && (kind === 'objection' ? turn(on) : on);
	};
	for (const group of map.groups)
		for (const card of group.premises) {
			const kind = walk(group, map.groups.length);
			if (kind && !kinds.has(card)) kinds.set(card, kind);
		}
	return kinds;
}

/** Every premise straight under the contention, with the sign that it has in the end; evidence where it belongs. */
export function flattened(kit: Kit, { map }: Reference): ArgumentMap {
	const kinds = kindsOnRoot(map);
	return { ...map, groups: alone(kit, [...kinds.keys()], (card) => kinds.get(card) ?? 'reason') };
}

/** The reference without the cards of the other required frame, and without what hung on them. */
export function oneFrame(kit: Kit, { map }: Reference, frame: RequiredFrame): ArgumentMap {
	const gone = new Set(
		kit.cards
			.filter((card) => card.frame !== frame && (requiredFrames as readonly string[]).includes(card.frame))
			.map(({ id }) => id)
	);
	const groups = map.groups.flatMap((group) => {
		const premises = group.premises.filter((card) => !gone.has(card));
		return premises.length === 0 ? [] : [{ ...group, premises }];
	});
	return prune({ ...map, groups, evidence: map.evidence.filter(({ evidence }) => !gone.has(evidence)) });
}

function split(map: ArgumentMap): ArgumentMap {
	const groups = map.groups.flatMap((group) =>
		group.premises.map((card, at) => ({ ...group, id: at === 0 ? group.id : `${group.id}.${at}`, premises: [card] }))
	);
	return { ...map, groups };
}

/** Every other branch of one reference, the rest from the next one. */
function half(one: ArgumentMap, other: ArgumentMap): ArgumentMap {
	const branches = (map: ArgumentMap, parity: number): Group[] => {
		let at = -1;
		const onRoot = map.groups.filter(({ target }) => {
			if (!('card' in target) || target.card !== map.root) return false;
			at++;
			return at % 2 === parity;
		});
		const rest = map.groups.filter(({ target }) => !('card' in target) || target.card !== map.root);
		return prune({ ...map, groups: [...onRoot, ...rest] }).groups;
	};
	const first = branches(one, 0);
	const used = new Set(first.flatMap(({ premises }) => premises));
	const second = branches(other, 1)
		.filter(({ premises }) => !premises.some((card) => used.has(card)))
		.map((group) => ({
			...group,
			id: `o.${group.id}`,
			target: 'group' in group.target ? { group: `o.${group.target.group}` } : group.target
		}));
	return prune({ ...one, groups: [...first, ...second], evidence: one.evidence });
}

function withDistractors(kit: Kit, map: ArgumentMap): ArgumentMap {
	const distractors = kit.cards.filter(({ distractor }) => distractor !== undefined);
	const claims = distractors.filter(({ role }) => role === 'claim');
	const evidence = distractors.filter(({ role }) => role === 'evidence');
	const target = { card: map.root };
	return {
		...map,
		groups: [
			...map.groups,
			...claims.map(({ id }): Group => ({ id: `x.${id}`, kind: 'reason', premises: [id], target }))
		],
		evidence: [...map.evidence, ...evidence.map(({ id }) => ({ evidence: id, claim: map.root }))]
	};
}

/**
 * The maps that learners get wrong in typical ways, made from the kit and each reference: what an author looks at to
 * see whether a task separates. The same each time.
 */
export function wrongMaps(kit: Kit, references: readonly Reference[]): WrongMap[] {
	const claims = kit.cards.filter(({ role }) => role === 'claim').map(({ id }) => id);
	const bare: ArgumentMap = { root: kit.root.id, groups: [], evidence: [], notes: [] };
	const kitOnly: Omit<WrongMap, 'from'>[] = [
		{ kind: 'empty', map: bare },
		{ kind: 'all-because', map: { ...bare, groups: alone(kit, claims, () => 'reason') } },
		{
			kind: 'one-group',
			map: { ...bare, groups: [{ id: 'g1', kind: 'reason', premises: claims, target: { card: kit.root.id } }] }
		},
		{
			kind: 'chain',
			map: {
				...bare,
				groups: alone(kit, claims, () => 'reason').map((group, at) => ({
					...group,
					target: { card: at === 0 ? kit.root.id : claims[at - 1]! }
				}))
			}
		}
	];
	const made = references.flatMap((reference, at): WrongMap[] => {
		const { id: from, map } = reference;
		const flat = flattened(kit, reference);
		const next = references[(at + 1) % references.length] ?? reference;
		const all: Omit<WrongMap, 'from'>[] = [
			{ kind: 'all-on-root', map: { ...flat, evidence: [] } },
			{ kind: 'all-on-root-with-evidence', map: flat },
			...requiredFrames.map((frame) => ({ kind: `only-${frame}` as const, map: oneFrame(kit, reference, frame) })),
			{ kind: 'signs-flipped', map: { ...map, groups: map.groups.map((one) => ({ ...one, kind: turn(one.kind) })) } },
			{ kind: 'without-co-premises', map: split(map) },
			{ kind: 'without-evidence', map: { ...map, evidence: [] } },
			...(next === reference ? [] : [{ kind: 'half-and-half' as const, map: half(map, next.map) }]),
			{ kind: 'with-distractors', map: withDistractors(kit, map) }
		];
		return all.map((one) => ({ ...one, from }));
	});
	return [...kitOnly.map((one) => ({ ...one, from: '' })), ...made];
}
