import { applyCommand } from './commands.ts';
import type { Command } from './commands.ts';
import { emptyMap } from './graph.ts';
import type { ArgumentMap, Kit } from './model.ts';
import type { Refusal } from './outcome.ts';

/** Plain data. `done` oldest first; `undone` in the order in which they were undone, so that redo takes the last. */
export interface History {
	done: Command[];
	undone: Command[];
}

export type Step = { map: ArgumentMap; history: History } | { refused: Refusal };

/**
 * The map before and after the last command of each `done` that grew in here, and what it grew from: a step back or on
 * then need not play all of it again. Only for speed, and told by identity: of a history from the disk nothing is known.
 */
const grown = new WeakMap<Command[], { before: ArgumentMap; from: Command[]; after: ArgumentMap }>();

function grow(before: ArgumentMap, from: Command[], command: Command, after: ArgumentMap): Command[] {
	const done = [...from, command];
	grown.set(done, { before, from, after });
	return done;
}

export const emptyHistory: History = { done: [], undone: [] };

/** Applies a command to `map`, which is the map of `history`. What was undone before can then no longer be redone. */
export function perform(kit: Kit, map: ArgumentMap, history: History, command: Command): Step {
	const outcome = applyCommand(kit, map, command);
	if ('refused' in outcome) return outcome;
	const done = grow(map, history.done, command, outcome.map);
	return { map: outcome.map, history: { done, undone: [] } };
}

/** Takes the last command back, exactly: the map is what it was before it, or is played again from `start`. */
export function undo(kit: Kit, history: History, start = emptyMap(kit)): Step {
	const last = history.done.at(-1);
	if (!last) return { refused: 'nothing-to-undo' };
	const undone = [...history.undone, last];
	const known = grown.get(history.done);
	if (known) return { map: known.before, history: { done: known.from, undone } };
	const earlier: History = { done: history.done.slice(0, -1), undone };
	return { map: replay(kit, earlier, start), history: earlier };
}

/** Does what was undone last again. */
export function redo(kit: Kit, history: History, start = emptyMap(kit)): Step {
	const next = history.undone.at(-1);
	if (!next) return { refused: 'nothing-to-redo' };
	const before = grown.get(history.done)?.after ?? replay(kit, history, start);
	const outcome = applyCommand(kit, before, next);
	const map = 'map' in outcome ? outcome.map : before;
	return { map, history: { done: grow(before, history.done, next, map), undone: history.undone.slice(0, -1) } };
}

/**
 * The map that a history leads to from `start` (an empty map, or what was imported). A command that is refused, as
 * one can be after the kit was changed, is passed over.
 */
export function replay(kit: Kit, history: History, start = emptyMap(kit)): ArgumentMap {
	return history.done.reduce((map, command) => {
		const outcome = applyCommand(kit, map, command);
		return 'map' in outcome ? outcome.map : map;
	}, start);
}
