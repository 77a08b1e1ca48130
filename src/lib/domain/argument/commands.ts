import { isPlaced, nextId, prune, sameTarget, saysTwice, upFrom } from './graph.ts';
import type { ArgumentMap, Card, CardId, Group, GroupId, Kit, Target } from './model.ts';
import { editNotes } from './notes.ts';
import type { NoteCommand } from './notes.ts';
import type { Outcome, Refusal } from './outcome.ts';
import { parseMap } from './parse.ts';

type Kind = Group['kind'];

/** Plain data, as stored. Ids of new groups and notes are the next free `g<n>` and `n<n>` unless carried. */
export type Command =
	/** A card that stands nowhere becomes a reason or an objection of its own. */
	| { type: 'add'; card: CardId; kind: Kind; target: Target; id?: GroupId }
	/** A card becomes a co-premise; with `from` it leaves the group where it stands. */
	| { type: 'join'; card: CardId; group: GroupId; from?: GroupId }
	/** With `from` the evidence leaves that claim. */
	| { type: 'attach'; evidence: CardId; claim: CardId; from?: CardId }
	/** With `card` one premise moves (out of its co-premises), else the whole group; what hangs on it comes along. */
	| { type: 'move'; group: GroupId; card?: CardId; target: Target; kind?: Kind; id?: GroupId }
	| { type: 'turn'; group: GroupId; kind: Kind }
	/** A co-premise becomes a reason (or objection) of its own on the same target. */
	| { type: 'split'; group: GroupId; card: CardId; id?: GroupId }
	/** Takes the card out of the group, with what hangs on it. */
	| { type: 'remove'; group: GroupId; card: CardId }
	| { type: 'detach'; evidence: CardId; claim: CardId }
	/** Past the next sibling up (-1) or down (1); never scored. */
	| { type: 'reorder'; group: GroupId; by: -1 | 1 }
	/** The whole map gives way to another: one from a file, an earlier attempt, or an empty one to begin again. */
	| { type: 'replace'; map: ArgumentMap }
	| NoteCommand;

/**
 * The one reducer that every editor goes through: returns the new map (the old one is not touched) or why not. Pure
 * and total for any map and any command of the type. A map that was made by commands alone has no cycles, no
 * self-links, no card twice on one target, and nothing that hangs loose.
 */
export function applyCommand(kit: Kit, map: ArgumentMap, command: Command): Outcome {
	const outcome = change(kit, map, command);
	return 'map' in outcome && saysTwice(outcome.map) ? refuse('already-there') : outcome;
}

export const canApply = (kit: Kit, map: ArgumentMap, command: Command): boolean =>
	'map' in applyCommand(kit, map, command);

const refuse = (refused: Refusal): Outcome => ({ refused });

function change(kit: Kit, map: ArgumentMap, command: Command): Outcome {
	switch (command.type) {
		case 'add':
			return add(kit, map, command);
		case 'join':
			return join(kit, map, command);
		case 'attach':
			return attach(kit, map, command);
		case 'move':
			return move(kit, map, command);
		case 'turn': {
			const group = groupOf(map, command.group);
			if (!group) return refuse('not-there');
			return group.kind === command.kind ? refuse('no-change') : put(map, { ...group, kind: command.kind });
		}
		case 'split': {
			const group = groupOf(map, command.group);
			if (!group?.premises.includes(command.card)) return refuse('not-there');
			if (group.premises.length === 1) return refuse('alone');
			return moveOut(map, group, command.card, group.target, group.kind, command.id);
		}
		case 'remove': {
			const group = groupOf(map, command.group);
			if (!group?.premises.includes(command.card)) return refuse('not-there');
			return { map: prune(without(map, group, command.card)) };
		}
		case 'detach': {
			const evidence = map.evidence.filter((pair) => !isPair(pair, command.evidence, command.claim));
			return evidence.length === map.evidence.length ? refuse('not-there') : { map: { ...map, evidence } };
		}
		case 'reorder':
			return reorder(map, command.group, command.by);
		case 'replace': {
			// What comes from outside may be anything, also when a stored history is played again.
			const parsed = parseMap(command.map, kit);
			return 'map' in parsed ? parsed : refuse('not-a-map');
		}
		default:
			return editNotes(kit, map, command);
	}
}

const groupOf = (map: ArgumentMap, id: GroupId): Group | undefined => map.groups.find((group) => group.id === id);
const cardOf = (kit: Kit, id: CardId): Card | undefined => kit.cards.find((card) => card.id === id);
const isPair = (pair: ArgumentMap['evidence'][number], evidence: CardId, claim: CardId): boolean =>
	pair.evidence === evidence && pair.claim === claim;
const put = (map: ArgumentMap, group: Group): Outcome => ({
	map: { ...map, groups: map.groups.map((old) => (old.id === group.id ? group : old)) }
});

/** The map with the card out of the group; a group without premises goes. Nothing is pruned yet. */
function without(map: ArgumentMap, group: Group, card: CardId): ArgumentMap {
	const premises = group.premises.filter((premise) => premise !== card);
	const groups = map.groups.flatMap((old) =>
		old !== group ? [old] : premises.length > 0 ? [{ ...old, premises }] : []
	);
	return { ...map, groups };
}

/** Why a card cannot be a premise at all; undefined if it can. */
function notAPremise(kit: Kit, map: ArgumentMap, id: CardId): Refusal | undefined {
	if (id === map.root) return 'would-cycle';
	const card = cardOf(kit, id);
	return !card ? 'unknown-card' : card.role === 'evidence' ? 'evidence-not-premise' : undefined;
}

function isUsedUp(kit: Kit, map: ArgumentMap, id: CardId): boolean {
	const uses =
		map.groups.filter(({ premises }) => premises.includes(id)).length +
		map.evidence.filter(({ evidence }) => evidence === id).length;
	return uses >= (cardOf(kit, id)?.maxUses ?? 1);
}

/** Why nothing can be put on a target; undefined if something can. */
function notATarget(kit: Kit, map: ArgumentMap, target: Target): Refusal | undefined {
	if ('group' in target) return isPlaced(map, target) ? undefined : 'not-there';
	if (target.card !== map.root && !cardOf(kit, target.card)) return 'unknown-card';
	if (cardOf(kit, target.card)?.role === 'evidence') return 'evidence-not-target';
	return isPlaced(map, target) ? undefined : 'not-there';
}

function add(kit: Kit, map: ArgumentMap, { card, kind, target, id }: Extract<Command, { type: 'add' }>): Outcome {
	if ('card' in target && target.card === card) return refuse('on-itself');
	const refused = notAPremise(kit, map, card) ?? notATarget(kit, map, target);
	if (refused) return refuse(refused);
	if (upFrom(map, target).cards.has(card)) return refuse('would-cycle');
	if (isUsedUp(kit, map, card)) return refuse('already-used');
	if (id !== undefined && groupOf(map, id)) return refuse('id-taken');
	const group: Group = { id: id ?? nextId('g', map.groups), kind, premises: [card], target };
	return { map: { ...map, groups: [...map.groups, group] } };
}

function join(kit: Kit, map: ArgumentMap, { card, group: id, from }: Extract<Command, { type: 'join' }>): Outcome {
	const group = groupOf(map, id);
	const left = from === undefined ? undefined : groupOf(map, from);
	if (!group || (from !== undefined && !left?.premises.includes(card))) return refuse('not-there');
	const refused = notAPremise(kit, map, card);
	if (refused) return refuse(refused);
	if (group.premises.includes(card)) return refuse('already-there');
	if ('card' in group.target && group.target.card === card) return refuse('on-itself');
	const up = upFrom(map, group.target);
	const emptied = left?.premises.length === 1;
	if (up.cards.has(card) || (emptied && up.groups.has(left.id))) return refuse('would-cycle');
	if (!left && isUsedUp(kit, map, card)) return refuse('already-used');
	const moved = left ? without(map, left, card) : map;
	const groups = moved.groups.map((old): Group => {
		if (old.id === id) return { ...old, premises: [...old.premises, card] };
		// What was said about the step that is gone is now said about the step that it became part of.
		return emptied && sameTarget(old.target, { group: left.id }) ? { ...old, target: { group: id } } : old;
	});
	return { map: { ...moved, groups } };
}

function attach(kit: Kit, map: ArgumentMap, command: Extract<Command, { type: 'attach' }>): Outcome {
	const { evidence: id, claim, from } = command;
	const card = cardOf(kit, id);
	if (id === claim) return refuse('on-itself');
	if (!card && id !== map.root) return refuse('unknown-card');
	if (card?.role !== 'evidence') return refuse('claim-not-evidence');
	const refused = notATarget(kit, map, { card: claim });
	if (refused) return refuse(refused);
	if (from !== undefined && !map.evidence.some((pair) => isPair(pair, id, from))) return refuse('not-there');
	if (map.evidence.some((pair) => isPair(pair, id, claim))) return refuse('already-there');
	if (from === undefined && isUsedUp(kit, map, id)) return refuse('already-used');
	const rest = map.evidence.filter((pair) => from === undefined || !isPair(pair, id, from));
	return { map: { ...map, evidence: [...rest, { evidence: id, claim }] } };
}

function move(kit: Kit, map: ArgumentMap, command: Extract<Command, { type: 'move' }>): Outcome {
	const { card, target } = command;
	const group = groupOf(map, command.group);
	if (!group || (card !== undefined && !group.premises.includes(card))) return refuse('not-there');
	const kind = command.kind ?? group.kind;
	const moving = card === undefined ? group.premises : [card];
	const whole = moving.length === group.premises.length;
	if ('card' in target ? moving.includes(target.card) : whole && target.group === group.id) return refuse('on-itself');
	const refused = notATarget(kit, map, target);
	if (refused) return refuse(refused);
	const up = upFrom(map, target);
	if (moving.some((premise) => up.cards.has(premise)) || (whole && up.groups.has(group.id)))
		return refuse('would-cycle');
	if (!whole && card !== undefined) return moveOut(map, group, card, target, kind, command.id);
	if (kind === group.kind && sameTarget(group.target, target)) return refuse('already-there');
	return put(map, { ...group, kind, target });
}

/** A co-premise into a group of its own, which stands right after the one that it left. */
function moveOut(map: ArgumentMap, from: Group, card: CardId, target: Target, kind: Kind, carried?: GroupId): Outcome {
	if (carried !== undefined && groupOf(map, carried)) return refuse('id-taken');
	const group: Group = { id: carried ?? nextId('g', map.groups), kind, premises: [card], target };
	const groups = without(map, from, card).groups.flatMap((old) => (old.id === from.id ? [old, group] : [old]));
	return { map: { ...map, groups } };
}

function reorder(map: ArgumentMap, id: GroupId, by: -1 | 1): Outcome {
	const at = map.groups.findIndex((group) => group.id === id);
	const group = map.groups[at];
	if (!group) return refuse('not-there');
	let to = at + by;
	while (map.groups[to] && !sameTarget(map.groups[to]!.target, group.target)) to += by;
	const other = map.groups[to];
	if (!other) return refuse('no-change');
	const groups = [...map.groups];
	groups[at] = other;
	groups[to] = group;
	return { map: { ...map, groups } };
}
