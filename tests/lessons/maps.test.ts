import { describe, expect, test } from 'vitest';
import { linkKey, linksOf, scoreAgainst, scoreMap, targetKey } from '#lib/domain/argument/index.ts';
import type { ArgumentMap, CardId, Group, Kit, LinkKey, Reference, Target } from '#lib/domain/argument/model.ts';
import { requiredFrames, type RequiredFrame } from '#lib/domain/frame.ts';
import { lessons, stepOf } from './course.ts';

// What the authors' maps promise, with the real scorer: full marks for each, none for the traps beside them, and no
// way past the pass mark for a map without structure or without one of the sides.

const belowPassing = ['beginning', 'developing'];

/** Every single link that a reference pays for, or does not count. */
const accepted = ({ map, optional, instead }: Reference): LinkKey[] => [
	...linksOf(map).map(({ key }) => key),
	...optional,
	...Object.values(instead).flatMap((all) => all.map(({ link }) => link))
];

const keysOf = (map: ArgumentMap, { kind, premises, target }: Group): LinkKey[] =>
	premises.map((card) => linkKey(card, kind, targetKey(map, target)));

/** Whether a reference has these links as one group: all of it, or, for `LUMPED`, within it. */
const hasGrouping = ({ map }: Reference, links: readonly LinkKey[], whole: boolean): boolean =>
	map.groups.some((group) => {
		const keys = keysOf(map, group);
		return links.every((link) => keys.includes(link)) && (!whole || keys.length === links.length);
	});

/** The misconceptions of all references, a grouping's links together, each once. */
function misconceptionsOf(references: readonly Reference[]) {
	const all = new Map<string, { code: string; message: string; links: LinkKey[] }>();
	for (const { id, misconceptions } of references)
		for (const { code, message, link } of misconceptions) {
			const lumped = code === 'LUMPED';
			const name = `${code}|${message}|${lumped ? id : link}`;
			const one = all.get(name) ?? { code, message, links: [] };
			all.set(name, { ...one, links: [...new Set([...one.links, link])] });
		}
	return [...all.values()];
}

/** +1 or −1: how what stands there bears on the contention, along the path of the map. */
function signOf(map: ArgumentMap, target: Target): number {
	const group =
		'group' in target
			? map.groups.find(({ id }) => id === target.group)
			: map.groups.find(({ premises }) => premises.includes(target.card));
	return group ? (group.kind === 'reason' ? 1 : -1) * signOf(map, group.target) : 1;
}

/** Every card of a map straight on the contention with the sign of its path; its evidence kept or left out. */
function flattened({ map }: Reference, withEvidence: boolean): ArgumentMap {
	const cards = [...new Set(map.groups.flatMap(({ premises }) => premises))];
	return {
		...map,
		groups: cards.map((card) => ({
			id: `flat-${card}`,
			kind: signOf(map, { card }) > 0 ? 'reason' : 'objection',
			premises: [card],
			target: { card: map.root }
		})),
		evidence: withEvidence ? map.evidence : []
	};
}

/** A map with the cards that `keeps` alone; what hangs on a card or group that is gone is gone as well. */
function pruned({ map }: Reference, keeps: (card: CardId) => boolean): ArgumentMap {
	const groups: Group[] = [];
	for (const group of map.groups) {
		const { target } = group;
		const stands =
			'group' in target
				? groups.some(({ id }) => id === target.group)
				: target.card === map.root || groups.some((one) => one.premises.includes(target.card));
		const premises = group.premises.filter(keeps);
		if (stands && premises.length > 0) groups.push({ ...group, premises });
	}
	const placed = new Set(groups.flatMap(({ premises }) => premises));
	return { ...map, groups, evidence: map.evidence.filter(({ evidence, claim }) => keeps(evidence) && placed.has(claim)) };
}

const frameOf = (kit: Kit, card: CardId) => kit.cards.find(({ id }) => id === card)?.frame;
const otherOf = (frame: RequiredFrame): RequiredFrame => (frame === 'western' ? 'chinese' : 'western');

describe.each(lessons)('the map of %s', (_, lesson) => {
	const { kit, references } = stepOf(lesson, 'weigh');
	const distractors = kit.cards.filter(({ distractor }) => distractor !== undefined).map(({ id }) => id);
	const perfect = { L: 1, G: 1, E: 1, P: 1, D: 1, total: 1, band: 'strong', missing: [], extra: [] };

	test('can be solved leaning either way, each time with full marks', () => {
		expect(references.map(({ verdict }) => verdict).toSorted()).toEqual(['against', 'for']);
		for (const reference of references) {
			expect(scoreAgainst(kit, reference, reference.map)).toMatchObject(perfect);
			expect(scoreMap(kit, references, reference.map)).toMatchObject({ ...perfect, reference: reference.id });
		}
	});

	test('pays the same when optional links are drawn, one by one', () => {
		for (const reference of references)
			for (const key of reference.optional) {
				const more = withLink(reference.map, key);
				expect(linksOf(more).map((link) => link.key)).toContain(key);
				expect(scoreAgainst(kit, reference, more)).toMatchObject(perfect);
			}
	});

	test('has co-premises, a rebuttal, an objection to a step and both sides in each solution', () => {
		for (const { map } of references) {
			expect(map.groups.some(({ premises }) => premises.length > 1)).toBe(true);
			expect(map.groups.some(({ kind, target }) => kind === 'objection' && 'group' in target)).toBe(true);
			expect(map.groups.some(({ kind, target }) => kind === 'objection' && signOf(map, target) < 0)).toBe(true);
			for (const frame of requiredFrames) {
				const links = linksOf(map).filter(({ card, kind }) => kind !== 'evidence' && frameOf(kit, card) === frame);
				expect(links.length).toBeGreaterThanOrEqual(2);
			}
		}
	});

	test('accepts none of its misconceptions in any solution', () => {
		const all = misconceptionsOf(references);
		expect(all.length).toBeGreaterThanOrEqual(4);
		for (const { code, links } of all)
			for (const reference of references) {
				if (code === 'LUMPED') expect(hasGrouping(reference, links, false)).toBe(false);
				else if (code === 'SPLIT_COPREMISE') expect(hasGrouping(reference, links, true)).toBe(false);
				else expect(accepted(reference)).not.toEqual(expect.arrayContaining(links));
			}
	});

	test('has use for every card but its distractors, which no solution, choice or optional link names', () => {
		expect(distractors.length).toBeGreaterThanOrEqual(2);
		const used = new Set(references.flatMap((one) => accepted(one)).map((key) => key.split('|')[0]));
		expect(kit.cards.filter(({ id }) => !used.has(id)).map(({ id }) => id)).toEqual(distractors);
	});

	test('does not pay for a distractor', () => {
		for (const reference of references)
			for (const id of distractors) {
				const kind = kit.cards.find((card) => card.id === id)?.role === 'evidence' ? 'evidence' : 'reason';
				const target = kind === 'evidence' ? (reference.map.groups[0]?.premises[0] ?? '') : kit.root.id;
				expect(scoreMap(kit, references, withLink(reference.map, `${id}|${kind}|${target}`)).total).toBeLessThan(1);
			}
	});

	test.each([true, false])('is not passed by a heap of right cards without structure (evidence in place: %s)', (withEvidence) => {
		for (const reference of references) {
			const score = scoreMap(kit, references, flattened(reference, withEvidence));
			expect(score.D).toBeLessThan(0.5);
			expect(belowPassing).toContain(score.band);
		}
	});

	test.each(requiredFrames)('is not passed without the other side by one who draws the %s cards', (frame) => {
		for (const reference of references)
			for (const keeps of [
				(card: CardId) => frameOf(kit, card) !== otherOf(frame),
				(card: CardId) => frameOf(kit, card) === frame
			]) {
				const score = scoreMap(kit, references, pruned(reference, keeps));
				expect(score.frames.find((share) => share.frame === otherOf(frame))?.exact).toBe(0);
				expect(belowPassing).toContain(score.band);
			}
	});
});

/** The map with one link more, given by its key. */
function withLink(map: ArgumentMap, key: LinkKey): ArgumentMap {
	const [card = '', kind, on = ''] = key.split('|');
	if (kind === 'evidence') return { ...map, evidence: [...map.evidence, { evidence: card, claim: on }] };
	const group = map.groups.find(({ id }) => targetKey(map, { group: id }) === on);
	const target: Target = group ? { group: group.id } : { card: on };
	const more: Group = { id: 'more', kind: kind === 'reason' ? 'reason' : 'objection', premises: [card], target };
	return { ...map, groups: [...map.groups, more] };
}
