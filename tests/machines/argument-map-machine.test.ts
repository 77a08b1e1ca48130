import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyMap, placesFor, type Command } from '#lib/domain/argument/index.ts';
import type { Card, Kit } from '#lib/domain/argument/model.ts';
import { emptyMapWork, parseMapWork } from '#lib/domain/argument/work.ts';
import {
	createArgumentMapMachine,
	type ArgumentMapSnapshot,
	type MapEvent
} from '#lib/machines/argument-map-machine.ts';
import { fromWork, reachable, seen, surveyOf, throughDisk } from './walk.ts';

const card = (id: string, role: Card['role'], more: Partial<Card> = {}): Card => ({
	id,
	role,
	text: `Card ${id}`,
	frame: 'western',
	claims: [],
	sources: [],
	...more
});
const kit: Kit = {
	root: { id: 'r', text: 'The contention' },
	cards: [card('a', 'claim'), card('b', 'claim', { maxUses: 2 }), card('c', 'claim'), card('e', 'evidence')]
};
const machine = createArgumentMapMachine(kit);
const survey = surveyOf(machine);
const parse = (stored: unknown) => parseMapWork(kit, stored);

const given = (command: Command): MapEvent => ({ type: 'command.given', command });
const undone: MapEvent = { type: 'command.undone' };
const redone: MapEvent = { type: 'command.redone' };
const scored: MapEvent = { type: 'map.scored' };
const because = (id: string, target = 'r') =>
	given({ type: 'add', card: id, kind: 'reason', target: { card: target } });
const however = (id: string, target = 'r') =>
	given({ type: 'add', card: id, kind: 'objection', target: { card: target } });
const attached = (claim: string) => given({ type: 'attach', evidence: 'e', claim });

const walk = (events: MapEvent[], from: ArgumentMapSnapshot = survey.begin({})): ArgumentMapSnapshot =>
	events.reduce((snapshot, event) => survey.send(snapshot, event).to, from);

describe('an argument map', () => {
	test('begins with the contention alone, nothing to take back and nothing to score', () => {
		const empty = walk([]);
		expect(seen(empty)).toEqual({ value: 'building', context: emptyMapWork(kit) });
		expect([undone, redone, scored].map((event) => empty.can(event))).toEqual([false, false, false]);
	});

	test('takes what can be placed, and remembers how it was built', () => {
		const { context } = walk([because('a'), however('b', 'a')]);
		expect(context.map.groups.map(({ kind, premises, target }) => ({ kind, premises, target }))).toEqual([
			{ kind: 'reason', premises: ['a'], target: { card: 'r' } },
			{ kind: 'objection', premises: ['b'], target: { card: 'a' } }
		]);
		expect(context.history.done).toHaveLength(2);
	});

	test.each([
		['a card that it does not have', because('nope')],
		['a card a second time', because('a')],
		['a card on itself', because('c', 'c')],
		['evidence as a reason', because('e')],
		['a card on one that stands nowhere', because('c', 'b')]
	])('refuses %s, and stays as it is', (_, event) => {
		const before = walk([because('a'), scored]);
		expect(before.can(event)).toBe(false);
		expect(seen(walk([event], before))).toEqual(seen(before));
	});

	test('takes back and does again, exactly', () => {
		const events = [because('a'), attached('a'), however('b')];
		const maps = [0, 1, 2, 3].map((count) => walk(events.slice(0, count)).context.map);
		const back = walk([...events, undone, undone]);
		expect(back.context.map).toEqual(maps[1]);
		expect(walk([redone], back).context.map).toEqual(maps[2]);
		expect(walk([redone, redone, redone], back).context.map).toEqual(maps[3]);
		expect(walk([undone, undone, undone], back).context.map).toEqual(emptyMap(kit));
	});

	test('forgets what was taken back as soon as something else is built', () => {
		expect(walk([because('a'), undone, because('b')]).can(redone)).toBe(false);
	});

	test('keeps what was taken back when a command is refused', () => {
		expect(walk([because('a'), undone, because('nope')]).can(redone)).toBe(true);
	});
});

describe('the mark of a map', () => {
	test('is asked for once it has a link; a note is none', () => {
		expect(walk([given({ type: 'note', text: 'Later' })]).can(scored)).toBe(false);
		expect(walk([because('a')]).can(scored)).toBe(true);
		expect(walk([attached('r')]).can(scored)).toBe(true);
	});

	test('holds until the map changes, by a command, by taking back or by doing again', () => {
		const marked = walk([because('a'), because('b'), undone, scored]);
		expect(marked.value).toBe('scored');
		for (const event of [because('c'), undone, redone]) expect(walk([event], marked).value).toBe('building');
	});

	test('is not asked for twice of the same map in a row', () => {
		expect(walk([because('a'), scored, scored]).context.attempts).toHaveLength(1);
	});

	test('leaves each map as it was marked, oldest first, whatever is built or taken back later', () => {
		const { context } = walk([because('a'), scored, because('b'), scored, undone, undone]);
		expect(context.attempts.map(({ groups }) => groups.length)).toEqual([1, 2]);
		expect(context.map.groups).toEqual([]);
	});
});

test('every state × event: refusing and restoring change nothing, and every transition is taken', () => {
	const events = [
		because('a'),
		however('a'),
		given({ type: 'turn', group: 'g1', kind: 'objection' }),
		given({ type: 'remove', group: 'g1', card: 'a' }),
		attached('a'),
		undone,
		redone,
		scored
	];
	const states = reachable(machine, events, {
		input: {},
		bounded: ({ context: { history, attempts } }) =>
			attempts.length > 1 || history.done.length + history.undone.length > 2
	});
	expect(states.filter(({ value }) => value === 'scored').length).toBeGreaterThan(5);
	for (const state of states) {
		const restored = throughDisk(machine, state, parse);
		expect(seen(restored)).toEqual(seen(state));
		expect(fromWork(machine, state).context).toEqual(state.context);
		for (const event of events) {
			const { to, moved } = survey.send(state, event);
			expect(state.can(event)).toBe(moved);
			if (!moved) expect(seen(to)).toEqual(seen(state));
			expect(seen(survey.send(restored, event).to)).toEqual(seen(to));
		}
	}
	expect(survey.transitions).toHaveLength(4);
	expect(survey.missed()).toEqual([]);
});

// Any command of the type, most of them refused somewhere; and moves that the map itself offers.
const cards = fc.constantFrom('r', 'a', 'b', 'c', 'e', 'nope');
const groups = fc.constantFrom('g1', 'g2', 'g3');
const kinds = fc.constantFrom('reason' as const, 'objection' as const);
const targets = fc.oneof(
	cards.map((id) => ({ card: id })),
	groups.map((id) => ({ group: id }))
);
const commands: fc.Arbitrary<Command> = fc.oneof(
	fc.record({ type: fc.constant('add' as const), card: cards, kind: kinds, target: targets }),
	fc.record({ type: fc.constant('join' as const), card: cards, group: groups }),
	fc.record({ type: fc.constant('attach' as const), evidence: cards, claim: cards }),
	fc.record({ type: fc.constant('move' as const), group: groups, card: cards, target: targets, kind: kinds }),
	fc.record({ type: fc.constant('turn' as const), group: groups, kind: kinds }),
	fc.record({ type: fc.constant('split' as const), group: groups, card: cards }),
	fc.record({ type: fc.constant('remove' as const), group: groups, card: cards }),
	fc.record({ type: fc.constant('reorder' as const), group: groups, by: fc.constantFrom(-1 as const, 1 as const) }),
	fc.record({ type: fc.constant('note' as const), text: fc.string(), at: cards }),
	fc.record({ type: fc.constant('note-edit' as const), id: fc.constantFrom('n1', 'n2'), text: fc.string() })
);
/** Worked out when its turn comes: the `pick`th place that the map offers the card. */
interface Offered {
	offered: string;
	pick: number;
}
const steps = fc.array(
	fc.oneof(
		{ weight: 5, arbitrary: fc.record({ offered: cards, pick: fc.nat(30) }) as fc.Arbitrary<MapEvent | Offered> },
		{ weight: 3, arbitrary: commands.map(given) },
		{ weight: 3, arbitrary: fc.constantFrom(undone, redone, scored) }
	),
	{ maxLength: 25 }
);
function follow(list: (MapEvent | Offered)[], from = survey.begin({})): ArgumentMapSnapshot {
	return list.reduce((at, step) => {
		if (!('offered' in step)) return survey.send(at, step).to;
		const places = placesFor(kit, at.context.map, step.offered);
		const place = places[step.pick % places.length];
		return place ? survey.send(at, given(place.command)).to : at;
	}, from);
}

describe('with any commands', () => {
	const runs = { numRuns: 1000 };

	test('closing and reopening at any point ends in the same state', () => {
		fc.assert(
			fc.property(steps, steps, (before, after) => {
				const there = follow(before);
				expect(seen(follow(after, throughDisk(machine, there, parse)))).toEqual(seen(follow(after, there)));
			}),
			runs
		);
	});

	test('without its place the work alone brings back the same map, history and attempts', () => {
		fc.assert(
			fc.property(steps, (list) => {
				const there = follow(list);
				expect(fromWork(machine, there)).toMatchObject({ value: 'building', context: there.context });
			}),
			runs
		);
	});

	test('every place that is offered can be taken', () => {
		fc.assert(
			fc.property(steps, cards, (list, id) => {
				const there = follow(list);
				for (const { command } of placesFor(kit, there.context.map, id)) expect(there.can(given(command))).toBe(true);
			}),
			runs
		);
	});

	test('taking all back leads to the empty map, and doing all again to where it was', () => {
		fc.assert(
			fc.property(steps, (list) => {
				const there = follow(list);
				const { done, undone: later } = there.context.history;
				const back = walk(
					done.map(() => undone),
					there
				);
				expect(back.context.map).toEqual(emptyMap(kit));
				expect(back.can(undone)).toBe(false);
				const again = walk(
					done.map(() => redone),
					back
				);
				expect(again.context).toEqual(there.context);
				expect(again.can(redone)).toBe(later.length > 0);
			}),
			runs
		);
	});
});
