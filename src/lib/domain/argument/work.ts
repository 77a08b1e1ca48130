import * as v from 'valibot';
import type { Command } from './commands.ts';
import { emptyMap } from './graph.ts';
import { emptyHistory, replay, type History } from './history.ts';
import type { ArgumentMap, Kit } from './model.ts';
import { parseMap } from './parse.ts';

/** What a learner has done on an argument map: plain data, stored, scored and handed in as it is. */
export interface MapWork {
	map: ArgumentMap;
	history: History;
	/** What the history starts from: the empty map, unless an older history could not be kept. */
	start: ArgumentMap;
	/** The map at each scoring, oldest first. */
	attempts: ArgumentMap[];
}

export const emptyMapWork = (kit: Kit): MapWork => {
	const map = emptyMap(kit);
	return { map, history: emptyHistory, start: map, attempts: [] };
};

const id = v.string();
const kind = v.picklist(['reason', 'objection']);
const target = v.union([v.object({ card: id }), v.object({ group: id })]);
const command: v.GenericSchema<unknown, Command> = v.variant('type', [
	v.object({ type: v.literal('add'), card: id, kind, target, id: v.optional(id) }),
	v.object({ type: v.literal('join'), card: id, group: id, from: v.optional(id) }),
	v.object({ type: v.literal('attach'), evidence: id, claim: id, from: v.optional(id) }),
	v.object({
		type: v.literal('move'),
		group: id,
		card: v.optional(id),
		target,
		kind: v.optional(kind),
		id: v.optional(id)
	}),
	v.object({ type: v.literal('turn'), group: id, kind }),
	v.object({ type: v.literal('split'), group: id, card: id, id: v.optional(id) }),
	v.object({ type: v.literal('remove'), group: id, card: id }),
	v.object({ type: v.literal('detach'), evidence: id, claim: id }),
	v.object({ type: v.literal('reorder'), group: id, by: v.picklist([-1, 1]) }),
	// Read whole when it is applied: what is no map is refused there.
	v.object({
		type: v.literal('replace'),
		map: v.custom<ArgumentMap>((found) => typeof found === 'object' && found !== null)
	}),
	v.object({ type: v.literal('note'), text: v.string(), at: v.optional(id), id: v.optional(id) }),
	v.object({ type: v.literal('note-edit'), id, text: v.string() }),
	v.object({ type: v.literal('note-remove'), id })
]);
const envelope = v.object({ map: v.unknown(), start: v.unknown(), attempts: v.array(v.unknown()) });
const history = v.object({ done: v.array(command), undone: v.array(command) });

function mapFrom(stored: unknown): ArgumentMap | null {
	const parsed = parseMap(stored);
	return 'map' in parsed ? parsed.map : null;
}

/**
 * Stored work, or null for what is not such work. The map decides: a history that does not lead to it (after a change
 * of the kit, say) is dropped, and what was built is kept.
 */
export function parseMapWork(kit: Kit, stored: unknown): MapWork | null {
	const parsed = v.safeParse(envelope, stored);
	const map = parsed.success ? mapFrom(parsed.output.map) : null;
	if (!parsed.success || !map) return null;
	const attempts = parsed.output.attempts.flatMap((attempt) => mapFrom(attempt) ?? []);
	const start = mapFrom(parsed.output.start);
	const past = v.safeParse(history, (stored as { history?: unknown }).history);
	const leadsThere = start && past.success && JSON.stringify(replay(kit, past.output, start)) === JSON.stringify(map);
	return leadsThere
		? { map, history: past.output, start, attempts }
		: { map, history: emptyHistory, start: map, attempts };
}
