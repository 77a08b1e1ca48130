import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	byCodePoint,
	linkKey,
	linksOf,
	parseLink,
	perform,
	scoreAgainst,
	scoreMap,
	targetKey,
	undo
} from '#lib/domain/argument/index.ts';
import type { ArgumentMap, Kit, Reference, Target } from '#lib/domain/argument/model.ts';
import { aCase, aKit, aWildMap, commandsOf, kitOf, mapOf, moves, referenceOf } from './arbitraries.ts';

const runs = { numRuns: 1000 };

const renewed = (target: Target): Target => ('group' in target ? { group: `new-${target.group}` } : target);

/** Other ids for groups, another order of groups, premises and evidence: nothing that a mark may depend on. */
function shuffled(map: ArgumentMap, seed: number): ArgumentMap {
	const order = <T>(all: readonly T[]): T[] =>
		all
			.map((one, at) => ({ one, by: (Math.imul(at + 7, seed | 1) >>> 3) % 101 }))
			.toSorted((a, b) => a.by - b.by)
			.map(({ one }) => one);
	const groups = map.groups.map((group) => ({
		...group,
		id: `new-${group.id}`,
		premises: order(group.premises),
		target: renewed(group.target)
	}));
	return { ...map, groups: order(groups), evidence: order(map.evidence) };
}

/** Adds one link as a group of its own; undefined if the map has no such target. */
function withLink(map: ArgumentMap, key: string): ArgumentMap | undefined {
	const link = parseLink(key)!;
	if (link.kind === 'evidence')
		return { ...map, evidence: [...map.evidence, { evidence: link.card, claim: String(link.target) }] };
	const targets: Target[] = [
		...(typeof link.target === 'string' ? [{ card: link.target }] : []),
		...map.groups.map(({ id }) => ({ group: id }))
	];
	const target = targets.find((one) => linkKey(link.card, link.kind, targetKey(map, one)) === key);
	return target && { ...map, groups: [...map.groups, { id: 'added', kind: link.kind, premises: [link.card], target }] };
}

/** Leaves one link out where that changes no other link; undefined elsewhere. */
function withoutLink(map: ArgumentMap, key: string): ArgumentMap | undefined {
	const isIt = (card: string, kind: 'reason' | 'objection', target: Target): boolean =>
		linkKey(card, kind, targetKey(map, target)) === key;
	const holders = map.groups.filter(({ kind, premises, target }) => premises.some((card) => isIt(card, kind, target)));
	if (holders.some(({ id }) => map.groups.some(({ target }) => 'group' in target && target.group === id)))
		return undefined;
	return {
		...map,
		groups: map.groups.map((group) => ({
			...group,
			premises: group.premises.filter((card) => !isIt(card, group.kind, group.target))
		})),
		evidence: map.evidence.filter(({ evidence, claim }) => linkKey(evidence, 'evidence', claim) !== key)
	};
}

/** What a map says: its groups by their canonical names, and its evidence. */
function meaning(map: ArgumentMap, evidence: boolean): string[] {
	const groups = map.groups.map(({ id }) => targetKey(map, { group: id }));
	const pairs = linksOf(map)
		.filter(({ kind }) => kind === 'evidence')
		.map(({ key }) => key);
	return [...groups, ...(evidence ? pairs : [])].toSorted(byCodePoint);
}

const name = (id: string): string => (id === 'c0' ? id : `z${9 - Number(id.slice(1))}${id[0]}`);

const renamed = (map: ArgumentMap): ArgumentMap => ({
	...map,
	groups: map.groups.map((group) => ({
		...group,
		premises: group.premises.map(name),
		target: 'card' in group.target ? { card: name(group.target.card) } : group.target
	})),
	evidence: map.evidence.map(({ evidence, claim }) => ({ evidence: name(evidence), claim: name(claim) }))
});

describe('a score', () => {
	test('lies within 0…1 in every part, for any map', () => {
		fc.assert(
			fc.property(aWildMap, aWildMap, fc.boolean(), (map, theirs, frames) => {
				const kit = kitOf(4, 2, (_, at) => (frames ? { frame: at % 2 === 0 ? 'western' : 'chinese' } : {}));
				const score = scoreAgainst(kit, referenceOf(theirs), map);
				for (const value of [score.L, score.G, score.E, score.P, score.D, score.total])
					expect(value === null || (value >= 0 && value <= 1)).toBe(true);
			}),
			runs
		);
	});

	test('of a reference against itself is 1', () => {
		fc.assert(
			fc.property(aKit, moves(), fc.nat(), (kit, hand, seed) => {
				const map = mapOf(kit, hand);
				const score = scoreAgainst(kit, referenceOf(map), shuffled(map, seed));
				expect(score).toMatchObject({ L: 1, total: 1, band: 'strong', missing: [], extra: [] });
			}),
			runs
		);
	});

	test('is below 1 unless the map says what the reference says', () => {
		fc.assert(
			fc.property(aCase, ({ kit, map, reference }) => {
				// A reference without evidence has no E, so that the map's evidence is not compared.
				const evidence = reference.evidence.length > 0;
				const same = meaning(map, evidence).join() === meaning(reference, evidence).join();
				expect(scoreAgainst(kit, referenceOf(reference), map).total === 1).toBe(same);
			}),
			runs
		);
	});

	test('does not depend on ids of groups, or on any order', () => {
		fc.assert(
			fc.property(aCase, fc.nat(), ({ kit, map, reference }, seed) => {
				const one = scoreAgainst(kit, referenceOf(reference), map);
				const other = scoreAgainst(
					{ ...kit, cards: kit.cards.toReversed() },
					referenceOf(shuffled(reference, seed + 1)),
					shuffled(map, seed)
				);
				expect(other.total).toBeCloseTo(one.total, 12);
				expect({ ...other.links, band: other.band }).toEqual({ ...one.links, band: one.band });
				expect(other.missing.toSorted(byCodePoint)).toEqual(one.missing.toSorted(byCodePoint));
				expect(other.credits.toSorted((a, b) => byCodePoint(a.link, b.link))).toEqual(
					one.credits.toSorted((a, b) => byCodePoint(a.link, b.link))
				);
			}),
			runs
		);
	});

	test('does not depend on the names of cards', () => {
		fc.assert(
			fc.property(aCase, ({ kit, map, reference }) => {
				const other: Kit = { ...kit, cards: kit.cards.map((card) => ({ ...card, id: name(card.id) })) };
				expect(scoreAgainst(other, referenceOf(renamed(reference)), renamed(map)).total).toBeCloseTo(
					scoreAgainst(kit, referenceOf(reference), map).total,
					12
				);
			}),
			runs
		);
	});

	test('is the same after something was done and undone', () => {
		fc.assert(
			fc.property(aKit, moves(), moves(6), (kit, hand, theirs) => {
				const { map, commands } = commandsOf(kit, hand);
				const before = { done: commands.slice(0, -1), undone: [] };
				const [last] = commands.slice(-1);
				if (!last) return;
				const back = undo(kit, { done: commands, undone: [] });
				const again = 'map' in back ? perform(kit, back.map, before, last) : back;
				const one = referenceOf(mapOf(kit, theirs));
				expect('map' in again && scoreAgainst(kit, one, again.map)).toEqual(scoreAgainst(kit, one, map));
			}),
			runs
		);
	});

	test('is never lowered by one more reference', () => {
		fc.assert(
			fc.property(aCase, moves(), ({ kit, map, reference }, more) => {
				const one = referenceOf(reference);
				const other = referenceOf(mapOf(kit, more), { id: 'other' });
				const best = scoreMap(kit, [one, other], map);
				expect(best.total).toBe(Math.max(scoreMap(kit, [one], map).total, scoreMap(kit, [other], map).total));
			}),
			runs
		);
	});
});

describe('L', () => {
	test('is never lowered by adding a missing link exactly', () => {
		let added = 0;
		fc.assert(
			fc.property(aCase, fc.nat(20), ({ kit, map, reference }, which) => {
				const before = scoreAgainst(kit, referenceOf(reference), map);
				const key = before.missing[which % Math.max(1, before.missing.length)];
				const more = key === undefined ? undefined : withLink(map, key);
				if (!more) return;
				added++;
				const after = scoreAgainst(kit, referenceOf(reference), more);
				expect(after.L).toBeGreaterThanOrEqual(before.L - 1e-12);
				expect(after.E ?? 0).toBeGreaterThanOrEqual((before.E ?? 0) - 1e-12);
			}),
			{ numRuns: 2000 }
		);
		expect(added).toBeGreaterThan(500);
	});

	test('is never lowered by removing a link without credit', () => {
		let removed = 0;
		fc.assert(
			fc.property(aCase, fc.nat(20), ({ kit, map, reference }, which) => {
				const before = scoreAgainst(kit, referenceOf(reference), map);
				const key = before.extra[which % Math.max(1, before.extra.length)];
				const less = key === undefined ? undefined : withoutLink(map, key);
				if (!less) return;
				removed++;
				const after = scoreAgainst(kit, referenceOf(reference), less);
				expect(after.L).toBeGreaterThanOrEqual(before.L - 1e-12);
				expect(after.E ?? 0).toBeGreaterThanOrEqual((before.E ?? 0) - 1e-12);
			}),
			{ numRuns: 2000 }
		);
		expect(removed).toBeGreaterThan(500);
	});

	test('is 0 for all links with both signs', () => {
		fc.assert(
			fc.property(aKit, moves(), (kit, hand) => {
				const reference = mapOf(kit, hand);
				const cards = ['c0', ...kit.cards.filter(({ role }) => role === 'claim').map(({ id }) => id)];
				const groups = cards.flatMap((from) =>
					cards
						.filter((to) => to !== from)
						.flatMap((to) =>
							(['reason', 'objection'] as const).map((kind) => ({
								id: `${from}${kind}${to}`,
								kind,
								premises: [from],
								target: { card: to }
							}))
						)
				);
				const score = scoreAgainst(kit, referenceOf(reference), { root: 'c0', groups, evidence: [], notes: [] });
				expect(score.L).toBe(0);
			}),
			{ numRuns: 1000 }
		);
	});
});

/** A case whose reference has optional links, links that may stand instead, and a card that another may stand for. */
const aLenientCase = fc
	.tuple(aCase, fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom(1 as const, 0.5 as const)), { maxLength: 4 }))
	.map(([{ kit, map, reference }, picks]) => {
		const own = linksOf(reference).map(({ key }) => key);
		const theirs = linksOf(map).map(({ key }) => key);
		const pick = (keys: string[], at: number): string[] => (keys.length > 0 ? [keys[at % keys.length]!] : []);
		const used = new Set(linksOf(reference).map(({ card }) => card));
		const [free] = kit.cards.filter(({ id }) => !used.has(id));
		const [twin] = kit.cards.filter(({ id, role }) => used.has(id) && role === free?.role);
		const lenient: Partial<Reference> = {
			optional: [...new Set(picks.filter(([at]) => at % 2 === 0).flatMap(([at]) => pick(own, at)))],
			equivalent: free && twin ? [[free.id, twin.id]] : [],
			instead: Object.fromEntries(
				picks.flatMap(([at, other, credit]) =>
					pick(own, at).map((key) => [key, pick(theirs, other).map((link) => ({ link, credit }))] as const)
				)
			)
		};
		return { kit, map, reference, lenient };
	});

describe('optional links, equivalents and links that may stand instead', () => {
	test('leave the reference itself at 1 and every map within 0…1, and lower no share of the links that are needed', () => {
		let changed = 0;
		fc.assert(
			fc.property(aLenientCase, ({ kit, map, reference, lenient }) => {
				expect(scoreAgainst(kit, referenceOf(reference, lenient), reference)).toMatchObject({ L: 1, total: 1 });
				const score = scoreAgainst(kit, referenceOf(reference, lenient), map);
				for (const value of [score.L, score.G, score.E, score.P, score.D, score.total])
					expect(value === null || (value >= 0 && value <= 1)).toBe(true);
				const { instead = {} } = lenient;
				const strict = scoreAgainst(kit, referenceOf(reference, { ...lenient, instead: {} }), map);
				expect(score.L).toBeGreaterThanOrEqual(strict.L - 1e-12);
				if (Object.keys(instead).length > 0 && score.L > strict.L) changed++;
			}),
			runs
		);
		expect(changed).toBeGreaterThan(20);
	});
});

describe('equivalents and optionals', () => {
	test('cost nothing: a link with or without, one card or the other', () => {
		fc.assert(
			fc.property(aKit, moves(), fc.nat(20), (kit, hand, which) => {
				const map = mapOf(kit, hand);
				const links = linksOf(map).filter(
					({ key, card }) =>
						withoutLink(map, key) && !map.groups.some(({ target }) => 'card' in target && target.card === card)
				);
				const link = links[which % Math.max(1, links.length)];
				if (!link) return;
				const less = withoutLink(map, link.key)!;
				const optional = referenceOf(map, { optional: [link.key] });
				expect(scoreAgainst(kit, optional, less).total).toBe(1);
				expect(scoreAgainst(kit, optional, map).total).toBe(1);

				const twin = { ...kit.cards.find(({ id }) => id === link.card)!, id: 'twin' };
				const twins: Kit = { ...kit, cards: [...kit.cards, twin] };
				const equivalent = referenceOf(map, { equivalent: [['twin', link.card]] });
				const other = JSON.parse(JSON.stringify(map).replaceAll(`"${link.card}"`, '"twin"')) as ArgumentMap;
				expect(scoreAgainst(twins, equivalent, other).total).toBe(1);
			}),
			runs
		);
	});
});
