import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyCommand, canApply, emptyMap, placesFor } from '#lib/domain/argument/index.ts';
import type { Place } from '#lib/domain/argument/index.ts';
import { aKit, commandsOf, draw, kitOf, moves } from './arbitraries.ts';

const kit = kitOf(5, 2, (id) => (id === 'c5' ? { maxUses: 2 } : {}));
const short = (places: Place[]): string[] =>
	places.map(({ how, target }) => `${how} ${'card' in target ? target.card : target.group}`);

describe('places', () => {
	test('of the first card are the two ways onto the contention', () => {
		expect(short(placesFor(kit, emptyMap(kit), 'c1'))).toEqual(['because c0', 'however c0']);
	});

	test('of a new card are every card and every step, and every group to join', () => {
		expect(short(placesFor(kit, draw('c1 because c0', 'c2 however g1'), 'c3'))).toEqual([
			'because c0',
			'however c0',
			'because c1',
			'however c1',
			'because c2',
			'however c2',
			'because g1',
			'however g1',
			'because g2',
			'however g2',
			'together g1',
			'together g2'
		]);
	});

	test('of evidence are the claims on the map', () => {
		expect(short(placesFor(kit, draw('c1 because c0'), 'e1'))).toEqual(['evidence c0', 'evidence c1']);
		expect(short(placesFor(kit, draw('c1 because c0', 'e1 evidence c1'), 'e1'))).toEqual(['evidence c0']);
	});

	test('of a card that stands are moves, without its own branch and the place where it stands', () => {
		const map = draw('c1 because c0', 'c2 however c1', 'c3 however g1', 'c4 because c0');
		expect(short(placesFor(kit, map, 'c1'))).toEqual([
			'however c0',
			'because c4',
			'however c4',
			'because g4',
			'however g4',
			'together g4'
		]);
	});

	test('of a card with a use left are new places, and moves if asked from where', () => {
		const map = draw('c5 because c0', 'c1 because c0');
		expect(placesFor(kit, map, 'c5').every(({ command }) => command.type === 'add' || command.type === 'join')).toBe(
			true
		);
		const moves = placesFor(kit, map, 'c5', 'g1');
		expect(short(moves)).toContain('however c0');
		expect(
			moves.every(({ command }) => command.type === 'move' || (command.type === 'join' && command.from === 'g1'))
		).toBe(true);
	});

	test('of a card that the kit does not have are none', () => {
		expect(placesFor(kit, emptyMap(kit), 'zz')).toEqual([]);
	});

	test('are accepted, all different, and all there are', () => {
		fc.assert(
			fc.property(aKit, moves(8), fc.nat(99), (kit, hand, which) => {
				const { map } = commandsOf(kit, hand);
				const { id } = kit.cards[which % kit.cards.length]!;
				const places = placesFor(kit, map, id);
				expect(new Set(short(places)).size).toBe(places.length);
				for (const { command } of places) {
					const outcome = applyCommand(kit, map, command);
					expect(outcome).toHaveProperty('map');
					expect(outcome).not.toEqual({ map });
				}
				if (map.groups.every(({ premises }) => !premises.includes(id)))
					for (const target of [
						...kit.cards.map(({ id }) => ({ card: id })),
						...map.groups.map(({ id }) => ({ group: id }))
					])
						expect(short(places).includes(`because ${'card' in target ? target.card : target.group}`)).toBe(
							canApply(kit, map, { type: 'add', card: id, kind: 'reason', target })
						);
			}),
			{ numRuns: 1000 }
		);
	});
});
