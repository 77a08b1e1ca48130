import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linksOf, scoreAgainst } from '#lib/domain/argument/index.ts';
import { compareMaps } from '#lib/domain/argument/compare.ts';
import type { ArgumentMap } from '#lib/domain/argument/model.ts';
import { aCase, draw, kitOf, referenceOf } from './arbitraries.ts';

const kit = kitOf(6, 2);
const theirs = ['c1+c2 because c0', 'c3 however c0', 'c4 however c3', 'e1 evidence c1'];
const compared = (map: ArgumentMap, reference = referenceOf(draw(...theirs))) =>
	compareMaps(reference, map, scoreAgainst(kit, reference, map));

describe('a comparison with an accepted map', () => {
	test('of the map itself matches every link', () => {
		expect(compared(draw(...theirs)).map(({ verdict, credit }) => [verdict, credit])).toEqual(
			Array.from({ length: 5 }, () => ['matched', 1])
		);
	});

	test('says what is nearly there, what is missing and what is too much', () => {
		const map = draw('c1+c2 because c0', 'c3 because c0', 'c4 because c0', 'c5 because c4', 'e1 evidence c2');
		expect(compared(map)).toEqual([
			{ verdict: 'matched', own: 'c1|reason|c0', wanted: 'c1|reason|c0', why: 'exact', credit: 1 },
			{ verdict: 'matched', own: 'c2|reason|c0', wanted: 'c2|reason|c0', why: 'exact', credit: 1 },
			{ verdict: 'nearly', own: 'c3|reason|c0', wanted: 'c3|objection|c0', why: 'polarity', credit: 0 },
			{ verdict: 'nearly', own: 'c4|reason|c0', wanted: 'c4|objection|c3', why: 'too-high', credit: 0.25 },
			{ verdict: 'missing', wanted: 'e1|evidence|c1', why: 'none', credit: 0 },
			{ verdict: 'extra', own: 'c5|reason|c4', why: 'none', credit: 0 },
			{ verdict: 'extra', own: 'e1|evidence|c2', why: 'none', credit: 0 }
		]);
	});

	test('names the partners where a premise stands in other company', () => {
		const map = draw('c1 because c0', 'c2 because c0', 'c3 however c0');
		expect(compared(map)[0]).toEqual({
			verdict: 'matched',
			own: 'c1|reason|c0',
			wanted: 'c1|reason|c0',
			why: 'exact',
			credit: 1,
			company: { own: [], wanted: ['c2'] }
		});
	});

	test('keeps optional links apart', () => {
		const reference = referenceOf(draw(...theirs), { optional: ['c4|objection|c3'] });
		const verdicts = compared(draw(...theirs), reference).map(({ verdict, own }) => [verdict, own]);
		expect(verdicts.at(-1)).toEqual(['optional', 'c4|objection|c3']);
	});

	test('is empty for another reference than the one of the score', () => {
		const reference = referenceOf(draw(...theirs));
		const score = scoreAgainst(kit, reference, draw());
		expect(compareMaps({ ...reference, id: 'other' }, draw(), score)).toEqual([]);
	});

	test('has every link of both maps once', () => {
		fc.assert(
			fc.property(aCase, ({ kit, map, reference }) => {
				const one = referenceOf(reference);
				const pairs = compareMaps(one, map, scoreAgainst(kit, one, map));
				const keys = (of: ArgumentMap) =>
					linksOf(of)
						.map(({ key }) => key)
						.toSorted();
				expect(pairs.flatMap(({ own }) => own ?? []).toSorted()).toEqual(keys(map));
				expect(pairs.flatMap(({ wanted }) => wanted ?? []).toSorted()).toEqual(keys(reference));
			}),
			{ numRuns: 1000 }
		);
	});
});
