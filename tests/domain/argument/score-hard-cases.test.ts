import { describe, expect, test } from 'vitest';
import { scoreAgainst, scoreMap } from '#lib/domain/argument/index.ts';
import type { ArgumentMap } from '#lib/domain/argument/model.ts';
import { draw, kitOf, referenceOf } from './arbitraries.ts';

const kit = kitOf(5);
const reference = referenceOf(draw('c1+c2 because c0', 'c3 however c0', 'c4 however c3'));
const scored = (map: ArgumentMap) => scoreAgainst(kit, reference, map);

describe('hard cases', () => {
	test('the same premise twice in a group is one', () => {
		expect(scored(draw('c1+c2+c2 because c0', 'c3 however c0', 'c4 however c3')).total).toBe(1);
	});

	test('the same link in a second, other group does not pay', () => {
		const both = scored(draw('c1+c2 because c0', 'c1 because c0', 'c3 however c0', 'c4 however c3'));
		expect(both.L).toBe(1);
		expect(both.G).toBe(0.75);
	});

	test('groups that target each other, self-links and unknown cards earn nothing and break nothing', () => {
		const score = scored(
			draw('c1 because g2', 'c2 because g1', 'c3 because c3', 'gone because c0', '__proto__ however c0')
		);
		expect(score).toMatchObject({ L: 0, G: 0, total: 0, band: 'beginning' });
		expect(score.links.student).toBe(4);
	});

	test('half of one reference and half of another is worth less than either', () => {
		const one = referenceOf(draw('c1 because c0', 'c2 because c0'), { id: 'one' });
		const other = referenceOf(draw('c3 however c0', 'c4 however c0'), { id: 'other' });
		const half = scoreMap(kit, [one, other], draw('c1 because c0', 'c3 however c0'));
		expect(half.links.earned).toBe(1);
		expect(half.total).toBeLessThan(0.6);
		expect(half.reference).toBe('one');
	});

	test('evidence used as a claim is an extra link', () => {
		const kit = kitOf(1, 1);
		const score = scoreAgainst(
			kit,
			referenceOf(draw('c1 because c0', 'e1 evidence c1')),
			draw('c1 because c0', 'e1 because c1')
		);
		expect(score).toMatchObject({ E: 0, extra: ['e1|reason|c1'], missing: ['e1|evidence|c1'] });
	});

	test('an empty map has 0, against an empty reference 1', () => {
		expect(scored(draw())).toMatchObject({ L: 0, G: 0, total: 0, band: 'beginning' });
		expect(scoreMap(kit, [referenceOf(draw())], draw()).total).toBe(1);
		expect(scoreAgainst(kit, referenceOf(draw()), draw('c1 because c0'))).toMatchObject({
			L: 0,
			G: null,
			D: null,
			total: 0
		});
	});

	test('n = 2 works, and so does a kit without cards', () => {
		const two = kitOf(1);
		const one = referenceOf(draw('c1 because c0'));
		expect(scoreAgainst(two, one, draw('c1 because c0'))).toMatchObject({ total: 1, links: { candidates: 4 } });
		expect(scoreAgainst(two, one, draw('c1 however c0')).total).toBe(0);
		expect(scoreAgainst(kitOf(0), referenceOf(draw()), draw()).total).toBe(1);
	});

	test('a map of distractors only has 0', () => {
		const kit = kitOf(5, 0, (id) => (id > 'c3' ? { distractor: 'no' } : {}));
		expect(scoreAgainst(kit, referenceOf(draw('c1 because c0')), draw('c4 because c0', 'c5 because c0')).total).toBe(0);
	});

	test('a reference that is itself a star is not flat', () => {
		const star = referenceOf(draw('c1 because c0', 'c2 because c0'));
		expect(scoreAgainst(kit, star, star.map)).toMatchObject({ D: null, total: 1, band: 'strong' });
	});

	test('NFC and NFD spell the same card', () => {
		const id = '\u00e9\u7db2';
		const odd = { ...kit, cards: [...kit.cards, { ...kit.cards[0]!, id }] };
		const theirs = referenceOf(draw(`${id} because c0`, `c1 however ${id}`));
		expect(
			scoreAgainst(odd, theirs, draw(`${id.normalize('NFD')} because c0`, `c1 however ${id.normalize('NFD')}`)).total
		).toBe(1);
	});

	test('linking everything to everything in a kit of two is worth nothing', () => {
		const theirs = referenceOf(draw('c1 because c0'));
		expect(
			scoreAgainst(kitOf(1), theirs, draw('c1 because c0', 'c1 however c0', 'c0 because c1', 'c0 however c1')).L
		).toBe(0);
	});

	test('at least one reference is needed', () => {
		expect(() => scoreMap(kit, [], draw())).toThrow(RangeError);
	});
});
