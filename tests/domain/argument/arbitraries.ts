import fc from 'fast-check';
import { applyCommand, emptyMap, placesFor } from '#lib/domain/argument/index.ts';
import type { Command } from '#lib/domain/argument/index.ts';
import type { ArgumentMap, Card, Group, Kit, Reference, Target } from '#lib/domain/argument/model.ts';
import { frames } from '#lib/domain/frame.ts';

/** A kit with `c1`… as claims and `e1`… as evidence around `c0`; frames and distractors as given. */
export function kitOf(claims: number, evidence = 0, more: (id: string, at: number) => Partial<Card> = () => ({})): Kit {
	const card = (id: string, role: Card['role'], at: number): Card => ({
		id,
		text: id,
		role,
		frame: 'neutral-fact',
		claims: [],
		sources: [],
		...more(id, at)
	});
	return {
		root: { id: 'c0', text: 'c0' },
		cards: [
			...Array.from({ length: claims }, (_, at) => card(`c${at + 1}`, 'claim', at)),
			...Array.from({ length: evidence }, (_, at) => card(`e${at + 1}`, 'evidence', claims + at))
		]
	};
}

export const aKit: fc.Arbitrary<Kit> = fc
	.tuple(
		fc.integer({ min: 1, max: 7 }),
		fc.integer({ min: 0, max: 3 }),
		fc.array(fc.tuple(fc.constantFrom(...frames), fc.nat(5), fc.nat(5)), { minLength: 10, maxLength: 10 })
	)
	.map(([claims, evidence, details]) =>
		kitOf(claims, evidence, (_, at) => {
			const [frame, distractor, uses] = details[at]!;
			return { frame, ...(distractor === 0 && { distractor: 'beside the point' }), ...(uses === 0 && { maxUses: 2 }) };
		})
	);

/** What a learner's hand does: a card, and which of its valid places. */
export type Moves = [number, number][];
export const moves = (max = 14): fc.Arbitrary<Moves> => fc.array(fc.tuple(fc.nat(99), fc.nat(999)), { maxLength: max });

/** The commands that the moves come to, one after the other. */
export function commandsOf(
	kit: Kit,
	hand: Moves,
	start: ArgumentMap = emptyMap(kit)
): { map: ArgumentMap; commands: Command[] } {
	let map = start;
	const commands: Command[] = [];
	for (const [which, where] of hand) {
		const card = kit.cards[which % kit.cards.length]!;
		const places = placesFor(kit, map, card.id);
		const other = others(map, card.id)[where % 5];
		const command = where % 4 === 0 && other ? other : places[where % Math.max(1, places.length)]?.command;
		const outcome = command && applyCommand(kit, map, command);
		if (!command || !outcome || 'refused' in outcome) continue;
		map = outcome.map;
		commands.push(command);
	}
	return { map, commands };
}

function others(map: ArgumentMap, card: string): Command[] {
	const group = map.groups.find(({ premises }) => premises.includes(card));
	if (!group) return [{ type: 'note', text: card, at: card }];
	return [
		{ type: 'turn', group: group.id, kind: group.kind === 'reason' ? 'objection' : 'reason' },
		{ type: 'split', group: group.id, card },
		{ type: 'reorder', group: group.id, by: 1 },
		{ type: 'remove', group: group.id, card },
		{ type: 'reorder', group: group.id, by: -1 }
	];
}

export const mapOf = (kit: Kit, hand: Moves): ArgumentMap => commandsOf(kit, hand).map;

export const referenceOf = (map: ArgumentMap, more: Partial<Reference> = {}): Reference => ({
	id: 'R',
	label: '',
	verdict: 'for',
	reads: '',
	map,
	optional: [],
	equivalent: [],
	instead: {},
	misconceptions: [],
	...more
});

/** A kit, a learner's map and a reference map, all made by commands. */
export const aCase: fc.Arbitrary<{ kit: Kit; map: ArgumentMap; reference: ArgumentMap }> = fc
	.tuple(aKit, moves(), moves(), fc.nat(2))
	.map(([kit, mine, theirs, near]) => {
		const reference = mapOf(kit, theirs);
		// Two maps in three grow out of the reference: far from it nearly everything scores 0.
		return { kit, reference, map: near === 0 ? mapOf(kit, mine) : commandsOf(kit, mine.slice(0, 3), reference).map };
	});

/** A map that no command made: cycles, self-links, cards that are not there, ids twice, premises twice. */
export const aWildMap: fc.Arbitrary<ArgumentMap> = fc
	.tuple(
		fc.array(
			fc.record({
				id: fc.constantFrom('g1', 'g2', 'g3', 'g4'),
				kind: fc.constantFrom<Group['kind']>('reason', 'objection'),
				premises: fc.array(fc.constantFrom('c0', 'c1', 'c2', 'c3', 'c4', 'e1', '__proto__', 'gone'), { maxLength: 4 }),
				target: fc.oneof(
					fc.record({ card: fc.constantFrom('c0', 'c1', 'c2', 'c3', 'e1', 'constructor') }),
					fc.record({ group: fc.constantFrom('g1', 'g2', 'g3', 'g4', 'gone') })
				) as fc.Arbitrary<Target>
			}),
			{ maxLength: 8 }
		),
		fc.array(
			fc.record({
				evidence: fc.constantFrom('e1', 'e2', 'c1', 'gone'),
				claim: fc.constantFrom('c0', 'c1', 'c2', 'e1')
			}),
			{ maxLength: 4 }
		)
	)
	.map(([groups, evidence]) => ({ root: 'c0', groups, evidence, notes: [] }));

/** Lists a map short: `c1+c2 because c0`, `c4 however c3`, `e1 evidence c1`. Groups are `g1`… in order. */
export function draw(...lines: string[]): ArgumentMap {
	const map: ArgumentMap = { root: 'c0', groups: [], evidence: [], notes: [] };
	for (const line of lines) {
		const [cards = '', word, on = ''] = line.split(' ');
		const target: Target = /^g\d/.test(on) ? { group: on } : { card: on };
		if (word === 'evidence') map.evidence.push({ evidence: cards, claim: on });
		else {
			const kind = word === 'because' ? 'reason' : 'objection';
			map.groups.push({ id: `g${map.groups.length + 1}`, kind, premises: cards.split('+'), target });
		}
	}
	return map;
}
