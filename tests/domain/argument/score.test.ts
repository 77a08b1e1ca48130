import { describe, expect, test } from 'vitest';
import { scoreAgainst, scoreMap } from '#lib/domain/argument/index.ts';
import type { ArgumentMap, Reference } from '#lib/domain/argument/model.ts';
import { lessonOneA, lessonOneB, lessonOneFlat, lessonOneKit } from '../../support/lesson-one.ts';
import { draw, kitOf, referenceOf } from './arbitraries.ts';

const kit = kitOf(5);
const reference = referenceOf(draw('c1+c2 because c0', 'c3 however c0', 'c4 however c3'));
const scored = (map: ArgumentMap, more: Partial<Reference> = {}) => scoreAgainst(kit, { ...reference, ...more }, map);

const pairs = (kinds: string[]): ArgumentMap => {
	const cards = ['c0', 'c1', 'c2', 'c3', 'c4', 'c5'];
	return draw(
		...kinds.flatMap((kind) =>
			cards.flatMap((from) => cards.filter((to) => to !== from).map((to) => `${from} ${kind} ${to}`))
		)
	);
};

describe('the worked table', () => {
	test.each<[string, ArgumentMap, number, number, number, number]>([
		['exact', reference.map, 4, 4, 1, 1],
		['c1, c2 split', draw('c1 because c0', 'c2 because c0', 'c3 however c0', 'c4 however c3'), 4, 4, 1, 0.5],
		['c4 + →c0 (too high)', draw('c1+c2 because c0', 'c3 however c0', 'c4 because c0'), 3.25, 4, 0.799107, 0.75],
		['c4 − →c0 (wrong sign)', draw('c1+c2 because c0', 'c3 however c0', 'c4 however c0'), 3, 4, 0.732143, 0.75],
		['c1…c5 + →c0', draw(...[1, 2, 3, 4, 5].map((n) => `c${n} because c0`)), 2.25, 5, 0.46, 0],
		['all 30 +', pairs(['because']), 2.25, 30, 0.016667, 0],
		['all 60', pairs(['because', 'however']), 4, 60, 0, 0.5],
		['exact + c5→c0', draw('c1+c2 because c0', 'c3 however c0', 'c4 however c3', 'c5 because c0'), 4, 5, 0.88, 1]
	])('%s', (_, map, earned, student, L, G) => {
		const score = scored(map);
		expect(score.links).toMatchObject({ earned, student, reference: 4, candidates: 60 });
		expect(score.L).toBeCloseTo(L, 6);
		expect(score.G).toBe(G);
	});

	test('has no evidence and no required frame: the weights are handed on to L and G', () => {
		const score = scored(draw('c1 because c0', 'c2 because c0', 'c3 however c0', 'c4 however c3'));
		expect(score).toMatchObject({ E: null, P: null });
		expect(score.weights.L).toBeCloseTo(0.5 / 0.65, 12);
		expect(score.weights.G).toBeCloseTo(0.15 / 0.65, 12);
		expect(score.total).toBeCloseTo((0.5 + 0.15 * 0.5) / 0.65, 12);
	});
});

const total = (map: ArgumentMap, one: Reference): number => scoreAgainst(lessonOneKit, one, map).total;

const without = (card: string): ArgumentMap => ({
	...lessonOneA.map,
	evidence: lessonOneA.map.evidence.filter(({ evidence }) => evidence !== card)
});

describe('lesson 1', () => {
	test('scores each reference 1 against itself', () => {
		for (const one of [lessonOneA, lessonOneB]) {
			const score = scoreAgainst(lessonOneKit, one, one.map);
			expect(score).toMatchObject({ L: 1, G: 1, E: 1, P: 1, D: 1, total: 1, band: 'strong', missing: [], extra: [] });
			expect(score).not.toHaveProperty('capped');
		}
	});

	test('scores A against B .98 and B against A .92', () => {
		expect(total(lessonOneA.map, lessonOneB)).toBeCloseTo(0.98333, 4);
		expect(total(lessonOneB.map, lessonOneA)).toBeCloseTo(0.91577, 4);
	});

	test('scores a flat map .61 with its evidence and .41 without, and caps its band', () => {
		const references = [lessonOneA, lessonOneB];
		const flat = scoreMap(lessonOneKit, references, lessonOneFlat(true));
		expect(Math.abs(flat.total - 0.61)).toBeLessThan(0.01);
		expect(flat).toMatchObject({ D: 0, band: 'developing', capped: 'flat' });
		const bare = scoreMap(lessonOneKit, references, lessonOneFlat(false));
		expect(Math.abs(bare.total - 0.41)).toBeLessThan(0.01);
		expect(bare).toMatchObject({ E: 0, band: 'developing' });
		expect(bare).not.toHaveProperty('capped');
	});

	test('takes n = 12 claims with the contention and a distractor', () => {
		expect(scoreAgainst(lessonOneKit, lessonOneA, lessonOneA.map).links.candidates).toBe(2 * 12 * 11);
	});

	test('takes either of two equivalent cards, or both, for one', () => {
		expect(total(without('f'), lessonOneA)).toBe(1);
		expect(total(without('g'), lessonOneA)).toBe(1);
		expect(total(without('q'), lessonOneA)).toBeLessThan(1);
	});

	test('takes an optional link with or without', () => {
		const { map } = lessonOneB;
		const more = {
			...map,
			groups: [...map.groups, { id: 'k', kind: 'objection' as const, premises: ['k'], target: { card: 'j' } }]
		};
		const score = scoreAgainst(lessonOneKit, lessonOneB, more);
		expect(score.total).toBe(1);
		expect(score.credits.find(({ link }) => link === 'k|objection|j')).toEqual({
			link: 'k|objection|j',
			credit: 0,
			why: 'optional'
		});
	});
});

const why = (theirs: string[], mine: string[], more: Partial<Reference> = {}) =>
	scoreAgainst(kit, referenceOf(draw(...theirs), more), draw(...mine)).credits.at(-1);

describe('credits', () => {
	test.each<[string, string[], string[], object]>([
		['exact', ['c1 because c0'], ['c1 because c0'], { credit: 1, why: 'exact' }],
		[
			'level: on the step instead of its premise',
			['c1 because c0', 'c2 however c1'],
			['c1 because c0', 'c2 however g1'],
			{ credit: 0.5, why: 'level' }
		],
		[
			'level: on a premise instead of the step',
			['c1 because c0', 'c2 however g1'],
			['c1 because c0', 'c2 however c1'],
			{ credit: 0.5, why: 'level' }
		],
		[
			'level: on the target of a reason instead of the reason',
			['c1 because c0', 'c2 however g1'],
			['c1 because c0', 'c2 however c0'],
			{ credit: 0.5, why: 'level' }
		],
		[
			'nothing: on the target of an objection instead of the objection',
			['c1 however c0', 'c2 however g1'],
			['c1 however c0', 'c2 however c0'],
			{ credit: 0, why: 'none' }
		],
		[
			'too high: what answers an objection speaks for the contention',
			['c1 however c0', 'c2 however g1'],
			['c1 however c0', 'c2 because c0'],
			{ credit: 0.25, why: 'too-high' }
		],
		[
			'too high: a reason for a reason',
			['c1 because c0', 'c2 because c1'],
			['c1 because c0', 'c2 because c0'],
			{ credit: 0.25, why: 'too-high' }
		],
		[
			'too high only if the sign agrees',
			['c1 because c0', 'c2 because c1'],
			['c1 because c0', 'c2 however c0'],
			{ credit: 0, why: 'none' }
		],
		[
			'too high by one step only',
			['c1 because c0', 'c2 because c1', 'c3 because c2'],
			['c3 because c0'],
			{ credit: 0, why: 'none' }
		],
		[
			'reversed',
			['c1 because c0', 'c2 because c1'],
			['c2 because c0', 'c1 because c2'],
			{ credit: 0.25, why: 'reversed' }
		],
		[
			'reversed under the other sign',
			['c3 because c0', 'c2 because c1'],
			['c1 however c2'],
			{ credit: 0, why: 'none' }
		],
		['wrong polarity', ['c1 because c0'], ['c1 however c0'], { credit: 0, why: 'polarity', matched: 'c1|reason|c0' }],
		['nothing', ['c1 because c0'], ['c5 because c0'], { credit: 0, why: 'none' }]
	])('%s', (_, theirs, mine, expected) => {
		expect(why(theirs, mine)).toMatchObject(expected);
	});

	test.each([1, 0.5] as const)('instead: %d where the link is absent, nothing where it is there', (credit) => {
		const instead = { 'c2|reason|c1': [{ link: 'c2|objection|c3', credit }] };
		const theirs = ['c1 because c0', 'c3 however c0', 'c2 because c1'];
		const mine = ['c1 because c0', 'c3 however c0', 'c2 however c3'];
		expect(why(theirs, mine, { instead })).toEqual({
			link: 'c2|objection|c3',
			matched: 'c2|reason|c1',
			credit,
			why: 'instead'
		});
		const both = scoreAgainst(kit, referenceOf(draw(...theirs), { instead }), draw(...mine, 'c2 because c1'));
		expect(both.extra).toEqual(['c2|objection|c3']);
		expect(both.links.earned).toBe(3);
	});

	test('instead does not look up the prototype', () => {
		const odd = { ...kit, cards: [...kit.cards, { ...kit.cards[0]!, id: 'constructor' }] };
		expect(scoreAgainst(odd, referenceOf(draw('constructor because c0')), draw('c1 because c0')).links.earned).toBe(0);
	});

	test('go to the assignment of greatest total, not to the first that fits', () => {
		// c1 however c0 is worth .5 for the step and .25 for c2; c1 however g1 only .5 for c2.
		const theirs = draw('c2 because c0', 'c1 however c2', 'c1 however g1');
		for (const last of [
			['c1 however c0', 'c1 however g1'],
			['c1 however g1', 'c1 however c0']
		])
			expect(scoreAgainst(kit, referenceOf(theirs), draw('c2+c3 because c0', ...last)).links.earned).toBe(2);
	});

	test('missing and extra name what found no partner', () => {
		const score = scored(draw('c1+c2 because c0', 'c5 because c0', 'c3 because c0'));
		expect(score.missing).toEqual(['c3|objection|c0', 'c4|objection|c3']);
		expect(score.extra).toEqual(['c5|reason|c0', 'c3|reason|c0']);
	});
});

const G = (theirs: string, mine: string): number | null => scoreAgainst(kit, referenceOf(draw(theirs)), draw(mine)).G;

describe('facets', () => {
	test('E is a kappa over evidence and claims', () => {
		const kit = kitOf(2, 2);
		const one = referenceOf(draw('c1 because c0', 'c2 because c0', 'e1 evidence c1', 'e2 evidence c2'));
		const { E, evidence } = scoreAgainst(
			kit,
			one,
			draw('c1 because c0', 'c2 because c0', 'e1 evidence c1', 'e2 evidence c1')
		);
		expect(evidence).toMatchObject({ earned: 1, student: 2, reference: 2, candidates: 6 });
		expect(E).toBeCloseTo((1 - 4 / 6) / (2 - 4 / 6), 12);
	});

	test('P is the lower of the two frames; distractors count against it and evidence does not', () => {
		const kit = kitOf(5, 1, (id) => ({
			frame: id === 'c1' || id === 'c2' ? 'western' : 'chinese',
			...(id === 'c5' && { distractor: 'no' })
		}));
		const one = referenceOf(draw('c1 because c0', 'c2 because c0', 'c3 however c0', 'c4 however c0'));
		const score = scoreAgainst(
			kit,
			one,
			draw('c1 because c0', 'c2 because c0', 'c3 however c0', 'c5 however c0', 'e1 evidence c1')
		);
		expect(score.frames).toEqual([
			{ frame: 'western', exact: 2, student: 2, reference: 2, value: 1 },
			{ frame: 'chinese', exact: 1, student: 2, reference: 2, value: 0.5 }
		]);
		expect(score.P).toBe(0.5);
	});

	test('a required frame without an exact link caps the band', () => {
		const kit = kitOf(9, 0, (id) => ({ frame: id === 'c1' ? 'chinese' : 'western' }));
		const lines = [2, 3, 4, 5, 6, 7, 8, 9].map((n) => `c${n} because c0`);
		const score = scoreAgainst(kit, referenceOf(draw(...lines, 'c1 however c0')), draw(...lines));
		expect(score.total).toBeGreaterThan(0.6);
		expect(score).toMatchObject({ P: 0, band: 'developing', capped: 'missing-frame' });
	});

	test('G compares groups by size: three of four, one too many, alone', () => {
		expect(G('c1+c2+c3+c4 because c0', 'c1+c2+c3 because c0')).toBeCloseTo((3 * (2 / 2.5)) / 4, 12);
		expect(G('c1 because c0', 'c1+c2 because c0')).toBe(0.5);
		expect(G('c1+c2 because c0', 'c1 because c0')).toBe(0);
	});

	test.each([
		[1, 0.8887, 'strong'],
		[2, 0.7997, 'sound'],
		[5, 0.6147, 'sound'],
		[6, 0.5707, 'developing'],
		[11, 0.4199, 'developing'],
		[12, 0.3988, 'beginning']
	])('bands begin at .40, .60 and .85: %d links too many give %d, %s', (extra, total, band) => {
		const lines = Array.from({ length: 4 + extra }, (_, at) => `c${at + 1} because c0`);
		const score = scoreAgainst(kitOf(40), referenceOf(draw(...lines.slice(0, 4))), draw(...lines));
		expect(score.total).toBeCloseTo(total, 4);
		expect(score.band).toBe(band);
	});
});
