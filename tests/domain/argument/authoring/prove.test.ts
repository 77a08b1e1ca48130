import { describe, expect, test } from 'vitest';
import { parseMap, scoreMap } from '#lib/domain/argument/index.ts';
import { proveTask } from '#lib/domain/argument/authoring/prove.ts';
import { flattened, oneFrame, wrongMaps } from '#lib/domain/argument/authoring/wrong-maps.ts';
import type { Kit } from '#lib/domain/argument/model.ts';
import { lessonOneA, lessonOneB, lessonOneFlat, lessonOneKit } from '../../../support/lesson-one.ts';
import { draw, kitOf, referenceOf } from '../arbitraries.ts';

const kit: Kit = kitOf(6, 2, (id) => ({
	frame: id === 'c1' || id === 'c2' ? 'western' : 'chinese',
	...((id === 'c6' || id === 'e2') && { distractor: 'beside the point' })
}));
const sound = referenceOf(
	draw('c1+c2 because c0', 'c3 however c0', 'c4 however c3', 'c5 however g1', 'e1 evidence c1')
);
const codes = (...references: (typeof sound)[]) => proveTask(kit, references).breaches.map(({ code }) => code);

describe('a task', () => {
	test('holds what the score promises', () => {
		expect(proveTask(lessonOneKit, [lessonOneA, lessonOneB]).breaches).toEqual([]);
		expect(codes(sound)).toEqual([]);
	});

	test('whose reference is a star lets a flat map pass', () => {
		const star = referenceOf(draw('c1 because c0', 'c2 because c0', 'c3 however c0', 'c4 however c0'));
		expect(codes(star)).toEqual(['flat-passes']);
	});

	test('whose reference lets one frame speak alone is passed by it', () => {
		const one = referenceOf(draw('c1 because c0', 'c2 because c1'));
		expect(proveTask(kit, [one]).breaches).toContainEqual({
			code: 'one-frame-passes',
			reference: 'R',
			frame: 'western',
			total: 1,
			band: 'strong'
		});
	});

	test('that takes a distractor for a card pays for it', () => {
		const paying = { ...sound, equivalent: [['c4', 'c6']] };
		const breaches = proveTask(kit, [paying]).breaches;
		expect(breaches.map(({ code }) => code)).toContain('distractor-pays');
		expect(breaches.every((breach) => breach.code !== 'distractor-pays' || breach.card === 'c6')).toBe(true);
	});

	test('tells what typical wrong maps would earn, the same each time', () => {
		const { earnings } = proveTask(lessonOneKit, [lessonOneA, lessonOneB]);
		expect(earnings).toEqual(proveTask(lessonOneKit, [lessonOneA, lessonOneB]).earnings);
		const of = (kind: string, from = 'A') => earnings.find((one) => one.kind === kind && one.from === from)!;
		expect(of('empty', '').total).toBe(0);
		expect(of('all-on-root-with-evidence')).toMatchObject({ band: 'developing', capped: 'flat' });
		expect(of('only-western')).toMatchObject({ band: 'developing', capped: 'missing-frame' });
		expect(of('signs-flipped').band).toBe('beginning');
		expect(of('with-distractors').total).toBeLessThan(1);
		expect(earnings.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['chain', 'one-group', 'half-and-half']));
	});
});

describe('wrong maps', () => {
	test('are maps, and scored as any other', () => {
		for (const { kind, map } of wrongMaps(lessonOneKit, [lessonOneA, lessonOneB])) {
			expect([kind, parseMap(map, lessonOneKit)]).toEqual([kind, { map }]);
			expect(scoreMap(lessonOneKit, [lessonOneA, lessonOneB], map).total).toBeLessThanOrEqual(1);
		}
	});

	test('flattened, each card has the sign that it has in the end', () => {
		const flat = flattened(kit, sound);
		expect(flat.groups.map(({ kind, premises }) => `${premises.join()} ${kind}`)).toEqual([
			'c1 reason',
			'c2 reason',
			'c3 objection',
			'c4 reason',
			'c5 objection'
		]);
		const totals = [flattened(lessonOneKit, lessonOneA), lessonOneFlat(true)].map(
			(map) => scoreMap(lessonOneKit, [lessonOneA, lessonOneB], map).total
		);
		expect(totals[0]).toBeCloseTo(totals[1]!, 12);
	});

	test('of one frame keep what is of neither side, and nothing that hangs loose', () => {
		const western = oneFrame(lessonOneKit, lessonOneA, 'western');
		expect(western.groups.flatMap(({ premises }) => premises).toSorted()).toEqual(['a', 'c', 'd', 'e', 'h', 'i', 'p']);
		expect(western.evidence).toEqual([
			{ evidence: 'f', claim: 'e' },
			{ evidence: 'q', claim: 'h' }
		]);
	});
});
