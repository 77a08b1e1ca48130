import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linksOf, parseMap } from '#lib/domain/argument/index.ts';
import { maxCards, maxLinks } from '#lib/domain/argument/parse.ts';
import { lessonOneA, lessonOneKit } from '../../support/lesson-one.ts';
import { aWildMap, draw, kitOf } from './arbitraries.ts';

const kit = kitOf(4, 2);
const problems = (input: unknown, within?: typeof kit): string[] => {
	const parsed = parseMap(input, within);
	return 'problems' in parsed ? parsed.problems.map(({ code, path }) => `${code} ${path}`.trim()) : [];
};

const lines = (count: number): string[] => Array.from({ length: count }, (_, at) => `k${at} because c0`);

describe('a map from outside', () => {
	test('is accepted if it is one', () => {
		expect(parseMap(JSON.parse(JSON.stringify(lessonOneA.map)), lessonOneKit)).toEqual({ map: lessonOneA.map });
	});

	test('loses what does not belong to a map', () => {
		expect(parseMap({ ...draw('c1 because c0'), colour: 'red' })).toEqual({ map: draw('c1 because c0') });
	});

	test.each<[string, unknown]>([
		['nothing', null],
		['a word', 'map'],
		['a list', []],
		['a map without groups', { root: 'c0', evidence: [], notes: [] }],
		[
			'a number as premise',
			{ ...draw(), groups: [{ id: 'g1', kind: 'reason', premises: [1], target: { card: 'c0' } }] }
		],
		['no premise', { ...draw(), groups: [{ id: 'g1', kind: 'reason', premises: [], target: { card: 'c0' } }] }],
		[
			'two targets',
			{ ...draw(), groups: [{ id: 'g1', kind: 'reason', premises: ['c1'], target: { card: 'c0', group: 'g1' } }] }
		],
		['an id that would break a key', draw('c1|x because c0')]
	])('is refused with a path: %s', (_, input) => {
		const parsed = parseMap(input);
		expect('problems' in parsed && parsed.problems.every(({ code }) => code === 'shape')).toBe(true);
	});

	test('tells where the shape is wrong', () => {
		const input = { ...draw('c1 because c0'), notes: [{ id: 'n1', text: 5 }] };
		expect(parseMap(input)).toEqual({
			problems: [{ code: 'shape', path: 'notes.0.text', found: '5', expected: 'string' }]
		});
	});

	test.each<[string, ReturnType<typeof draw>, string[]]>([
		['a cycle of cards', draw('c1 because c2', 'c2 because c1'), ['cycle groups.0', 'cycle groups.1']],
		['groups that target each other', draw('c1 because g2', 'c2 because g1'), ['cycle groups.0', 'cycle groups.1']],
		[
			'the contention as a premise',
			draw('c1 because c0', 'c0 because c1'),
			['cycle groups.0', 'cycle groups.1', 'cycle groups.1.premises.0']
		],
		['a card on itself', draw('c1 because c0', 'c2 because c2'), ['self-link groups.1.premises.0']],
		['a group on itself', draw('c1 because g1'), ['self-link groups.0.target']],
		['both signs on one pair', draw('c1 because c0', 'c1 however c0'), ['both-signs groups.1.premises.0']],
		['one link twice', draw('c1 because c0', 'c1+c2 because c0'), ['duplicate-link groups.1.premises.0']],
		['evidence twice', draw('c1 because c0', 'e1 evidence c1', 'e1 evidence c1'), ['duplicate-link evidence.1']],
		['the same premise twice', draw('c1+c1 because c0'), ['same-premise-twice groups.0.premises.1']],
		[
			'a target that is not there',
			draw('c1 because c2', 'c3 because g7'),
			['not-there groups.0.target', 'not-there groups.1.target']
		],
		['evidence for what is not there', draw('e1 evidence c1'), ['not-there evidence.0.claim']],
		['evidence used as a claim', draw('e1 because c0', 'e1 evidence c0'), ['evidence-not-premise evidence.0.evidence']],
		[
			'evidence for itself',
			draw('e1 because c0', 'e1 evidence e1'),
			['self-link evidence.0', 'evidence-not-premise evidence.0.evidence']
		]
	])('is refused: %s', (_, map, expected) => {
		expect(problems(map)).toEqual(expected);
	});

	test('is refused if ids are not unique', () => {
		const map = draw('c1 because c0', 'c2 because c0');
		const twice = { ...map, groups: map.groups.map((group) => ({ ...group, id: 'g1' })) };
		expect(problems(twice)).toContain('duplicate-id groups.1.id');
		expect(
			problems({
				...draw(),
				notes: [
					{ id: 'n', text: '' },
					{ id: 'n', text: '' }
				]
			})
		).toEqual(['duplicate-id notes.1.id']);
	});

	test.each<[string, ReturnType<typeof draw>, string]>([
		['an unknown card', draw('c9 because c0'), 'unknown-card groups.0.premises.0'],
		['evidence as a premise', draw('e1 because c0'), 'evidence-not-premise groups.0.premises.0'],
		['a claim as evidence', draw('c1 because c0', 'c2 evidence c1'), 'claim-not-evidence evidence.0.evidence'],
		['a card used too often', draw('c1 because c0', 'c2 because c0', 'c1 because c2'), 'already-used'],
		['another contention', { ...draw(), root: 'c1' }, 'other-root root']
	])('is refused by the kit: %s', (_, map, expected) => {
		expect(problems(map, kit)).toContain(expected);
		expect(problems(draw('c1 because c0', 'e1 evidence c1'), kit)).toEqual([]);
	});

	test('is safe against __proto__', () => {
		const group = '{"id":"g1","kind":"reason","premises":["c1"],"target":{"card":"c0"},"__proto__":{"polluted":true}}';
		const input: unknown = JSON.parse(
			`{"root":"c0","groups":[${group}],"evidence":[],"notes":[],"__proto__":{"polluted":true}}`
		);
		expect(parseMap(input)).toEqual({ map: draw('c1 because c0') });
		expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
		expect(problems(draw('__proto__ because c0'))).toEqual(['shape groups.0.premises.0']);
		expect(problems(JSON.parse('{"__proto__":{"root":"c0","groups":[],"evidence":[],"notes":[]}}'))).not.toEqual([]);
	});

	test('is held to its size', () => {
		expect(problems(draw(...lines(maxCards - 1)))).toEqual([]);
		expect(problems(draw(...lines(maxCards)))).toEqual(['too-many-cards']);
		expect(problems(draw(...lines(maxLinks + 1)))).toEqual(['too-many-links groups']);
		expect(problems(draw(...lines(100_000)))).toEqual(['too-many-links groups']);
		const wide = draw(Array.from({ length: 100_000 }, (_, at) => `k${at}`).join('+') + ' because c0');
		expect(problems(wide)).toEqual(['too-many-links groups']);
		expect(
			problems({ ...draw(), notes: Array.from({ length: 201 }, (_, at) => ({ id: `n${at}`, text: '' })) })
		).toEqual(['too-many-notes notes']);
	});

	test('is read in NFC', () => {
		const composed = '\u00e9\u7db2';
		const map = draw(`${composed.normalize('NFD')} because c0`, `c1 because ${composed}`);
		expect(parseMap(map)).toEqual({ map: draw(`${composed} because c0`, `c1 because ${composed}`) });
	});

	test('that is accepted has no card linked to itself and no link twice', () => {
		fc.assert(
			fc.property(aWildMap, (wild) => {
				const parsed = parseMap(wild);
				if ('problems' in parsed) return;
				const { map } = parsed;
				const premises = map.groups.reduce((sum, group) => sum + group.premises.length, 0);
				expect(linksOf(map)).toHaveLength(premises + map.evidence.length);
			}),
			{ numRuns: 1000 }
		);
	});
});
