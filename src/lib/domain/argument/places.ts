import { canApply } from './commands.ts';
import type { Command } from './commands.ts';
import { sameTarget } from './graph.ts';
import type { ArgumentMap, CardId, GroupId, Kit, Target } from './model.ts';

/** Where a card can go, and the command that takes it there. `together` has the group that it joins as target. */
export interface Place {
	how: 'because' | 'however' | 'together' | 'evidence';
	target: Target;
	command: Command;
}

/**
 * Every valid place for a card, in the order of the map: for the tap flow (card → place → because / however /
 * together / evidence). With `from` (the group, or for evidence the claim, where it stands) the card is moved, with
 * its branch; so it is without `from` if it has no use left, from the first place where it stands. Its own branch
 * is no place, nor is the place where it stands. Each place's command is accepted by `applyCommand`: legality is
 * worked out there and nowhere else. With `on` only places on these targets are looked at.
 */
export function placesFor(
	kit: Kit,
	map: ArgumentMap,
	card: CardId,
	from?: GroupId | CardId,
	on?: readonly Target[]
): Place[] {
	const known = kit.cards.find(({ id }) => id === card);
	if (!known) return [];
	const placed = map.groups.flatMap(({ premises }) => premises);
	const claims = [...new Set([map.root, ...placed])];
	const uses = [
		...map.groups.filter(({ premises }) => premises.includes(card)).map(({ id }) => id),
		...map.evidence.filter(({ evidence }) => evidence === card).map(({ claim }) => claim)
	];
	const leaves = from ?? (uses.length >= (known.maxUses ?? 1) ? uses[0] : undefined);
	const all =
		known.role === 'evidence' ? evidencePlaces(card, claims, leaves) : premisePlaces(map, card, claims, leaves);
	return all.filter(
		({ target, command }) => (!on || on.some((one) => sameTarget(one, target))) && canApply(kit, map, command)
	);
}

function evidencePlaces(evidence: CardId, claims: CardId[], from?: CardId): Place[] {
	return claims.map((claim) => ({
		how: 'evidence',
		target: { card: claim },
		command: { type: 'attach', evidence, claim, ...(from !== undefined && { from }) }
	}));
}

function premisePlaces(map: ArgumentMap, card: CardId, claims: CardId[], from?: GroupId): Place[] {
	const groups = map.groups.map(({ id }) => id);
	const targets: Target[] = [...claims.map((claim) => ({ card: claim })), ...groups.map((group) => ({ group }))];
	const alone = targets.flatMap((target): Place[] => [
		{ how: 'because', target, command: single(card, 'reason', target, from) },
		{ how: 'however', target, command: single(card, 'objection', target, from) }
	]);
	const together = groups.map((group): Place => ({
		how: 'together',
		target: { group },
		command: { type: 'join', card, group, ...(from !== undefined && { from }) }
	}));
	return [...alone, ...together];
}

function single(card: CardId, kind: 'reason' | 'objection', target: Target, from?: GroupId): Command {
	return from === undefined ? { type: 'add', card, kind, target } : { type: 'move', group: from, card, target, kind };
}
