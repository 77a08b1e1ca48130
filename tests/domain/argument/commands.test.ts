import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyCommand, canApply, emptyMap, parseMap } from '#lib/domain/argument/index.ts';
import type { Command, Refusal } from '#lib/domain/argument/index.ts';
import type { ArgumentMap } from '#lib/domain/argument/model.ts';
import { maxNotes, maxText } from '#lib/domain/argument/notes.ts';
import { aKit, aWildMap, commandsOf, draw, kitOf, moves } from './arbitraries.ts';

const kit = kitOf(7, 2, (id) => (id === 'c7' ? { maxUses: 2 } : {}));
const base = draw('c1+c2 because c0', 'c3 however c1', 'c4 however g1', 'c5 because c4', 'e1 evidence c3');

function after(command: Command, map: ArgumentMap = base): ArgumentMap {
	const outcome = applyCommand(kit, map, command);
	if ('refused' in outcome) throw new Error(outcome.refused);
	return outcome.map;
}

describe('commands', () => {
	test('add a reason and an objection, with the next free id', () => {
		const map = after({ type: 'add', card: 'c6', kind: 'objection', target: { group: 'g2' } });
		expect(map.groups.at(-1)).toEqual({ id: 'g5', kind: 'objection', premises: ['c6'], target: { group: 'g2' } });
		expect(
			after({ type: 'add', card: 'c6', kind: 'reason', target: { card: 'c5' }, id: 'mine' }).groups.at(-1)?.id
		).toBe('mine');
	});

	test('join a card to a group', () => {
		expect(after({ type: 'join', card: 'c6', group: 'g1' }).groups[0]?.premises).toEqual(['c1', 'c2', 'c6']);
	});

	test('join a card that stands alone: what was said about its step is said about the new one', () => {
		const map = draw('c1 because c0', 'c2 because c0', 'c3 however g2');
		expect(after({ type: 'join', card: 'c2', group: 'g1', from: 'g2' }, map)).toEqual({
			...map,
			groups: [
				{ id: 'g1', kind: 'reason', premises: ['c1', 'c2'], target: { card: 'c0' } },
				{ id: 'g3', kind: 'objection', premises: ['c3'], target: { group: 'g1' } }
			]
		});
	});

	test('attach, move and detach evidence', () => {
		expect(after({ type: 'attach', evidence: 'e2', claim: 'c1' }).evidence).toContainEqual({
			evidence: 'e2',
			claim: 'c1'
		});
		const moved = after({ type: 'attach', evidence: 'e1', claim: 'c1', from: 'c3' });
		expect(moved.evidence).toEqual([{ evidence: 'e1', claim: 'c1' }]);
		expect(after({ type: 'detach', evidence: 'e1', claim: 'c1' }, moved).evidence).toEqual([]);
	});

	test('move a group with its branch', () => {
		const map = after({ type: 'move', group: 'g2', target: { card: 'c0' }, kind: 'reason' });
		expect(map.groups[1]).toEqual({ id: 'g2', kind: 'reason', premises: ['c3'], target: { card: 'c0' } });
		expect(map.evidence).toEqual(base.evidence);
	});

	test('move one premise out of its group, with what hangs on it, and leave the step to the others', () => {
		const map = after({ type: 'move', group: 'g1', card: 'c1', target: { card: 'c5' } });
		expect(map.groups.map(({ id, premises }) => [id, premises])).toEqual([
			['g1', ['c2']],
			['g5', ['c1']],
			['g2', ['c3']],
			['g3', ['c4']],
			['g4', ['c5']]
		]);
	});

	test('split off a premise exactly as moving it to the same target does', () => {
		const split = after({ type: 'split', group: 'g1', card: 'c2' });
		expect(split).toEqual(after({ type: 'move', group: 'g1', card: 'c2', target: { card: 'c0' } }));
		expect(split.groups[1]).toEqual({ id: 'g5', kind: 'reason', premises: ['c2'], target: { card: 'c0' } });
	});

	test('turn because into however exactly as moving to the same target with the other sign does', () => {
		expect(after({ type: 'turn', group: 'g2', kind: 'reason' })).toEqual(
			after({ type: 'move', group: 'g2', target: { card: 'c1' }, kind: 'reason' })
		);
	});

	test('remove a card with its branch and keep what hangs on its co-premises', () => {
		const map = after({ type: 'remove', group: 'g1', card: 'c1' });
		expect(map.groups.map(({ premises }) => premises)).toEqual([['c2'], ['c4'], ['c5']]);
		expect(map.evidence).toEqual([]);
	});

	test('remove the objections to a step with its last card', () => {
		expect(after({ type: 'remove', group: 'g3', card: 'c4' }).groups.map(({ id }) => id)).toEqual(['g1', 'g2']);
		const lone = draw('c1 because c0', 'c2 however g1', 'c3 however g2');
		expect(after({ type: 'remove', group: 'g1', card: 'c1' }, lone)).toEqual({ ...lone, groups: [] });
	});

	test('keep the branch of a card that still stands elsewhere', () => {
		const map = draw('c7 because c0', 'c1 because c0', 'c7 however c1', 'c2 however c7');
		expect(after({ type: 'remove', group: 'g1', card: 'c7' }, map).groups.map(({ id }) => id)).toEqual([
			'g2',
			'g3',
			'g4'
		]);
	});

	test('reorder among siblings only', () => {
		const map = draw('c1 because c0', 'c2 however c1', 'c3 because c0');
		const down = after({ type: 'reorder', group: 'g1', by: 1 }, map);
		expect(down.groups.map(({ id }) => id)).toEqual(['g3', 'g2', 'g1']);
		expect(after({ type: 'reorder', group: 'g1', by: -1 }, down)).toEqual(map);
	});

	test('add, edit and remove notes', () => {
		const one = after({ type: 'note', text: 'ask', at: 'c6' });
		expect(one.notes).toEqual([{ id: 'n1', text: 'ask', at: 'c6' }]);
		const edited = after({ type: 'note-edit', id: 'n1', text: 'asked' }, one);
		expect(edited.notes).toEqual([{ id: 'n1', text: 'asked', at: 'c6' }]);
		expect(after({ type: 'note-remove', id: 'n1' }, edited).notes).toEqual([]);
	});
});

describe('commands are refused', () => {
	const c0 = { card: 'c0' };
	test.each<[Refusal, Command]>([
		['unknown-card', { type: 'add', card: 'zz', kind: 'reason', target: c0 }],
		['unknown-card', { type: 'add', card: 'c6', kind: 'reason', target: { card: 'zz' } }],
		['unknown-card', { type: 'attach', evidence: 'zz', claim: 'c1' }],
		['unknown-card', { type: 'note', text: '', at: 'zz' }],
		['already-used', { type: 'add', card: 'c5', kind: 'reason', target: c0 }],
		['already-used', { type: 'join', card: 'c5', group: 'g1' }],
		['already-used', { type: 'attach', evidence: 'e1', claim: 'c1' }],
		['already-there', { type: 'join', card: 'c1', group: 'g1' }],
		['already-there', { type: 'attach', evidence: 'e1', claim: 'c3', from: 'c3' }],
		['already-there', { type: 'move', group: 'g2', target: { card: 'c1' } }],
		['would-cycle', { type: 'add', card: 'c0', kind: 'reason', target: { card: 'c1' } }],
		['would-cycle', { type: 'move', group: 'g1', target: { card: 'c5' } }],
		['would-cycle', { type: 'move', group: 'g1', card: 'c1', target: { card: 'c3' } }],
		['would-cycle', { type: 'move', group: 'g1', target: { group: 'g4' } }],
		['on-itself', { type: 'add', card: 'c6', kind: 'reason', target: { card: 'c6' } }],
		['on-itself', { type: 'move', group: 'g1', target: { group: 'g1' } }],
		['on-itself', { type: 'move', group: 'g1', target: { card: 'c2' } }],
		['on-itself', { type: 'join', card: 'c4', group: 'g4' }],
		['on-itself', { type: 'join', card: 'c1', group: 'g2', from: 'g1' }],
		['on-itself', { type: 'attach', evidence: 'e2', claim: 'e2' }],
		['evidence-not-premise', { type: 'add', card: 'e2', kind: 'reason', target: c0 }],
		['evidence-not-premise', { type: 'join', card: 'e2', group: 'g1' }],
		['evidence-not-target', { type: 'add', card: 'c6', kind: 'objection', target: { card: 'e1' } }],
		['evidence-not-target', { type: 'attach', evidence: 'e2', claim: 'e1' }],
		['claim-not-evidence', { type: 'attach', evidence: 'c6', claim: 'c1' }],
		['claim-not-evidence', { type: 'attach', evidence: 'c0', claim: 'c1' }],
		['not-there', { type: 'add', card: 'c6', kind: 'reason', target: { card: 'c7' } }],
		['not-there', { type: 'add', card: 'c6', kind: 'reason', target: { group: 'g9' } }],
		['not-there', { type: 'join', card: 'c6', group: 'g9' }],
		['not-there', { type: 'join', card: 'c6', group: 'g1', from: 'g2' }],
		['not-there', { type: 'attach', evidence: 'e2', claim: 'c7' }],
		['not-there', { type: 'attach', evidence: 'e2', claim: 'c1', from: 'c3' }],
		['not-there', { type: 'move', group: 'g9', target: c0 }],
		['not-there', { type: 'move', group: 'g1', card: 'c5', target: c0 }],
		['not-there', { type: 'turn', group: 'g9', kind: 'reason' }],
		['not-there', { type: 'split', group: 'g1', card: 'c5' }],
		['not-there', { type: 'remove', group: 'g1', card: 'c5' }],
		['not-there', { type: 'detach', evidence: 'e2', claim: 'c1' }],
		['not-there', { type: 'reorder', group: 'g9', by: 1 }],
		['not-there', { type: 'note-edit', id: 'n1', text: '' }],
		['not-there', { type: 'note-remove', id: 'n1' }],
		['id-taken', { type: 'add', card: 'c6', kind: 'reason', target: c0, id: 'g1' }],
		['id-taken', { type: 'split', group: 'g1', card: 'c1', id: 'g2' }],
		['alone', { type: 'split', group: 'g2', card: 'c3' }],
		['no-change', { type: 'turn', group: 'g1', kind: 'reason' }],
		['no-change', { type: 'reorder', group: 'g1', by: 1 }]
	])('%s: %j', (code, command) => {
		const before = structuredClone(base);
		expect(applyCommand(kit, base, command)).toEqual({ refused: code });
		expect(canApply(kit, base, command)).toBe(false);
		expect(base).toEqual(before);
	});

	test('would-cycle, when a card joins the group below the objection to its own step', () => {
		const map = draw('c1 because c0', 'c2 however g1', 'c3 because c2');
		expect(applyCommand(kit, map, { type: 'join', card: 'c1', group: 'g3', from: 'g1' })).toEqual({
			refused: 'would-cycle'
		});
	});

	test('already-there, when one card would speak for and against one target', () => {
		const map = draw('c7 because c0');
		expect(applyCommand(kit, map, { type: 'add', card: 'c7', kind: 'objection', target: { card: 'c0' } })).toEqual({
			refused: 'already-there'
		});
	});

	test('too-much, when a note is too long', () => {
		const text = 'x'.repeat(maxText + 1);
		expect(applyCommand(kit, base, { type: 'note', text })).toEqual({ refused: 'too-much' });
		const noted = after({ type: 'note', text: text.slice(1) });
		expect(applyCommand(kit, noted, { type: 'note-edit', id: 'n1', text })).toEqual({ refused: 'too-much' });
	});

	test('too-much, when there are too many notes; id-taken, when a note has the id', () => {
		const notes = Array.from({ length: maxNotes }, (_, at) => ({ id: `n${at}`, text: '' }));
		expect(applyCommand(kit, { ...base, notes }, { type: 'note', text: '' })).toEqual({ refused: 'too-much' });
		expect(applyCommand(kit, { ...base, notes: notes.slice(0, 2) }, { type: 'note', text: '', id: 'n1' })).toEqual({
			refused: 'id-taken'
		});
	});
});

describe('a map made by commands', () => {
	test('is accepted by the parser as it is: export and import are the identity', () => {
		fc.assert(
			fc.property(aKit, moves(20), (kit, hand) => {
				const { map } = commandsOf(kit, hand);
				expect(parseMap(JSON.parse(JSON.stringify(map)), kit)).toEqual({ map });
			}),
			{ numRuns: 1000 }
		);
	});

	test('is never changed in place', () => {
		const freeze = <T>(value: T): T => {
			if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
			return value;
		};
		fc.assert(
			fc.property(aKit, moves(), (kit, hand) => {
				const { commands } = commandsOf(kit, hand);
				let map = freeze(emptyMap(kit));
				for (const command of commands) {
					const outcome = applyCommand(kit, map, freeze(command));
					expect(outcome).toHaveProperty('map');
					if ('map' in outcome) map = freeze(outcome.map);
				}
			}),
			{ numRuns: 1000 }
		);
	});
});

test('commands have an outcome on any map', () => {
	const wild = kitOf(4, 2);
	fc.assert(
		fc.property(
			aWildMap,
			fc.constantFrom('c1', 'c2', 'e1', 'gone'),
			fc.constantFrom('g1', 'g2', 'gone'),
			(map, card, group) => {
				const commands: Command[] = [
					{ type: 'add', card, kind: 'reason', target: { group } },
					{ type: 'join', card, group },
					{ type: 'move', group, target: { card } },
					{ type: 'split', group, card },
					{ type: 'remove', group, card },
					{ type: 'reorder', group, by: 1 },
					{ type: 'attach', evidence: card, claim: 'c1' }
				];
				for (const command of commands)
					expect(['map', 'refused']).toContain(Object.keys(applyCommand(wild, map, command))[0]);
			}
		),
		{ numRuns: 1000 }
	);
});
