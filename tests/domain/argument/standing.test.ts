import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { standingOf, strengthOf, strengthWord } from '#lib/domain/argument/standing.ts';
import type { CardId } from '#lib/domain/argument/model.ts';
import { aCase, aKit, aWildMap, draw, mapOf, moves } from './arbitraries.ts';

const runs = { numRuns: 1000 };

/** The strengths of the named cards, rounded where binary fractions end. */
const strengths = (map: ReturnType<typeof draw>, belief: Record<CardId, number>, off: CardId[] = []) => {
	const cards = standingOf(map, { belief, off })!.cards;
	return (card: CardId) => Math.round(cards.get(card)! * 1e9) / 1e9;
};

describe('DF-QuAD', () => {
	test("gives the values of Uncertainpy's example", () => {
		const map = draw(
			'A1 because c0',
			'A2 because c0',
			'C1 however A2',
			'C2 however P2',
			'C3 however P2',
			'C4 however P2',
			'P1 because A1',
			'P2 because A1',
			'P3 because A2'
		);
		const of = strengths(map, { A1: 0.5, A2: 0.5, P1: 0.7, P2: 0.5, P3: 0.9, C1: 0.2, C2: 0.2, C3: 0.6, C4: 0.5 });
		expect([of('P2'), of('A1'), of('A2')]).toEqual([0.08, 0.862, 0.85]);
	});

	test.each([
		[0.5, [], [], 0.5],
		[0.5, [0.5], [], 0.75],
		[0.5, [], [0.5], 0.25],
		[0.5, [0.5], [0.5], 0.5],
		[0, [0.5], [], 0.5],
		[1, [], [1], 0],
		[0.3, [1], [1], 0.3]
	])('a base of %f with supporters %j and attackers %j stands at %f', (weight, supporters, attackers, strength) => {
		expect(strengthOf(weight, supporters, attackers)).toBeCloseTo(strength, 12);
	});
});

describe('what still stands', () => {
	test('a step acts with its weakest premise', () => {
		const of = strengths(draw('c1+c2 because c0'), { c1: 1, c2: 0.2 });
		expect(of('c0')).toBeCloseTo(0.5 + 0.5 * 0.2, 12);
	});

	test('an objection to a step takes its share of it, and a reason for the step takes that back', () => {
		const of = (lines: string[]) => strengths(draw('c1 because c0', ...lines), { c1: 1, c2: 0.5, c3: 1 })('c0');
		expect(of(['c2 however g1'])).toBeCloseTo(0.5 + 0.5 * 0.5, 12);
		expect(of(['c2 however g1', 'c3 because g1'])).toBeCloseTo(1, 12);
		expect(of(['c3 because g1'])).toBeCloseTo(1, 12);
	});

	test('evidence supports with its own weight', () => {
		const of = strengths(draw('c1 because c0', 'e1 evidence c1'), { e1: 0.8 });
		expect(of('c1')).toBeCloseTo(0.9, 12);
	});

	test('a card that is off supports nothing, and takes its step with it', () => {
		const map = draw('c1+c2 because c0', 'e1 evidence c1');
		expect(strengths(map, {}, ['c2'])('c0')).toBe(0.5);
		expect(strengths(map, {}, ['c2'])('c2')).toBe(0);
		expect(strengths(map, {}, ['e1'])('c1')).toBe(0.5);
	});

	test('a rebuttal restores what an objection took, in part', () => {
		const bare = strengths(draw('c1 because c0'), {})('c0');
		const attacked = strengths(draw('c1 because c0', 'c2 however c1'), {})('c0');
		const answered = strengths(draw('c1 because c0', 'c2 however c1', 'c3 however c2'), {})('c0');
		expect(attacked).toBeLessThan(answered);
		expect(answered).toBeLessThan(bare);
	});

	test('does not look beliefs up in a prototype', () => {
		expect(strengths(draw('constructor because c0'), {})('c0')).toBe(0.75);
	});

	test('is refused for a cyclic map', () => {
		expect(standingOf(draw('c1 because c2', 'c2 because c1'))).toBeNull();
		expect(standingOf(draw('c1 because g2', 'c2 because g1'))).toBeNull();
	});
});

describe('strengths', () => {
	test('lie within 0…1 for any map that is not refused, and cover every card of a map made by commands', () => {
		fc.assert(
			fc.property(aWildMap, (map) => {
				for (const strength of standingOf(map)?.cards.values() ?? []) expect(strength >= 0 && strength <= 1).toBe(true);
			}),
			runs
		);
		fc.assert(
			fc.property(aKit, moves(), (kit, hand) => {
				const map = mapOf(kit, hand);
				const standing = standingOf(map)!;
				const cards = [map.root, ...map.groups.flatMap(({ premises }) => premises)];
				expect(
					[...cards, ...map.evidence.map(({ evidence }) => evidence)].every((card) => standing.cards.has(card))
				).toBe(true);
				expect([...standing.groups.keys()].toSorted()).toEqual(map.groups.map(({ id }) => id).toSorted());
			}),
			runs
		);
	});

	test('do not depend on the order of groups', () => {
		fc.assert(
			fc.property(aCase, ({ map }) => {
				const turned = { ...map, groups: map.groups.toReversed(), evidence: map.evidence.toReversed() };
				const [one, other] = [standingOf(map)!, standingOf(turned)!];
				for (const [card, strength] of one.cards) expect(other.cards.get(card)).toBeCloseTo(strength, 12);
			}),
			runs
		);
	});

	test('of a claim never fall when its own base rises', () => {
		fc.assert(
			fc.property(aCase, fc.nat(20), fc.double({ min: 0, max: 1, noNaN: true }), ({ map }, which, more) => {
				const cards = [map.root, ...map.groups.flatMap(({ premises }) => premises)];
				const card = cards[which % cards.length]!;
				const at = (belief: number) => standingOf(map, { belief: { [card]: belief }, off: [] })!.cards.get(card)!;
				expect(at(more)).toBeGreaterThanOrEqual(at(more / 2) - 1e-12);
			}),
			runs
		);
	});
});

test.each([
	[0, 'none'],
	[0.1, 'weak'],
	[0.2, 'shaky'],
	[0.5, 'open'],
	[0.6, 'firm'],
	[0.9, 'strong'],
	[1, 'strong']
])('%f is %s', (strength, word) => {
	expect(strengthWord(strength)).toBe(word);
});
