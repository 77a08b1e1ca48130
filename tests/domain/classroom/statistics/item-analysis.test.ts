import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alphaCode, alphasWithout, cronbachAlpha } from '#lib/domain/classroom/statistics/alpha.ts';
import { correlation } from '#lib/domain/classroom/statistics/correlation.ts';
import { analyseItems } from '#lib/domain/classroom/statistics/item-analysis.ts';
import { item, keyOf, marksOf } from './support.ts';

const items = ['q1', 'q2', 'q3', 'q4'].map(item);
const analysed = (rows: readonly (readonly (number | null | undefined)[])[]) =>
	analyseItems(
		rows.map((row) => marksOf(items, row)),
		[keyOf(items)]
	);

/** Ten students, four items, marked 0 or 1. */
const ten = [
	[1, 1, 1, 1],
	[1, 1, 1, 1],
	[1, 1, 1, 0],
	[1, 1, 1, 0],
	[1, 1, 0, 0],
	[1, 1, 0, 1],
	[1, 0, 1, 0],
	[1, 0, 0, 0],
	[0, 0, 0, 1],
	[0, 0, 0, 0]
];

/** Ten students and ten items of K. Wuensch's example (East Carolina University, core.ecu.edu/wuenschk/StatHelp/KR20.txt). */
const published = [
	'1111110110',
	'1011011101',
	'1111011001',
	'0010001000',
	'0000010010',
	'1110111111',
	'1101110111',
	'1111111101',
	'0101111101',
	'1101101110'
].map((row) => [...row].map(Number));

describe('Cronbach’s alpha', () => {
	it('of a published example is what its figures give: Σpq = 2.18, variance of the sums 5.84', () => {
		expect(cronbachAlpha(published)).toBeCloseTo((10 / 9) * (1 - 2.18 / 5.84), 10);
	});
	it('of items marked 0 or 1 is the formula 20 of Kuder and Richardson', () => {
		// G. F. Kuder and M. W. Richardson, Psychometrika 2, 1937; worked by hand for `ten`:
		// p = .8 .6 .5 .4, Σpq = .16 + .24 + .25 + .24 = .89; sums 4 4 3 3 2 3 2 1 1 0, variance 1.61;
		// 4/3 · (1 − .89/1.61) = .5963.
		expect(cronbachAlpha(ten)).toBeCloseTo(0.5963, 4);
	});
	it('of three students and two items is 2/3, as worked by hand beside the formula', () => {
		expect(
			cronbachAlpha([
				[1, 1],
				[1, 0],
				[0, 0]
			])
		).toBeCloseTo(2 / 3, 10);
	});
	it('without an item is that of the table in which it does not stand', () => {
		const rows = fc.array(fc.array(fc.nat(5), { minLength: 4, maxLength: 4 }), { maxLength: 12 });
		fc.assert(
			fc.property(rows, (table) => {
				for (const [at, value] of alphasWithout(table).entries()) {
					const other = cronbachAlpha(table.map((row) => row.filter((_, item) => item !== at)));
					if (other === null) expect(value).toBeNull();
					else expect(value).toBeCloseTo(other, 8);
				}
			})
		);
		expect(alphasWithout(published)).toHaveLength(10);
		expect(alphasWithout([[1, 0]])).toEqual([null, null]);
	});
	it('is 1 for items that say the same, and nothing for one item or equal sums', () => {
		expect(cronbachAlpha([1, 2, 3].map((value) => [value, value, value]))).toBeCloseTo(1, 10);
		expect(cronbachAlpha([[1], [0]])).toBeNull();
		expect(
			cronbachAlpha([
				[1, 0],
				[0, 1]
			])
		).toBeNull();
	});
	it('never exceeds 1, and does not change with order or scale', () => {
		const rows = fc.array(fc.array(fc.nat(5), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 12 });
		fc.assert(
			fc.property(rows, (table) => {
				const value = cronbachAlpha(table);
				fc.pre(value !== null);
				expect(value!).toBeLessThanOrEqual(1 + 1e-9);
				expect(cronbachAlpha(table.toReversed().map((row) => row.toReversed().map((one) => 2 * one + 1)))).toBeCloseTo(
					value!,
					8
				);
			})
		);
	});
	it.each([
		[0.8, 30, 1, 'too-few-items'],
		[0.8, 9, 10, 'too-few-students'],
		[null, 30, 10, 'no-spread'],
		[-0.1, 30, 10, 'negative'],
		[0.49, 30, 10, 'low'],
		[0.5, 30, 10, 'fair'],
		[0.7, 30, 10, 'good'],
		[0.951, 30, 10, 'very-high']
	] as const)('%s with n = %s and k = %s says %s', (value, n, k, code) => {
		expect(alphaCode(value, n, k)).toBe(code);
	});
});

describe('item analysis', () => {
	it('gives the difficulties of the published example', () => {
		const all = published[0]!.map((_, at) => item(`q${at}`));
		const { items: figures, alpha } = analyseItems(
			published.map((row) => marksOf(all, row)),
			[keyOf(all)]
		);
		expect(figures.map(({ difficulty }) => Math.round(10 * difficulty!) / 10)).toEqual([
			0.7, 0.7, 0.6, 0.7, 0.6, 0.8, 0.7, 0.7, 0.5, 0.6
		]);
		expect(alpha).toMatchObject({ n: 10, k: 10, code: 'fair' });
	});

	it('gives the difficulty as the mean share and the discrimination without the item itself', () => {
		const { items: figures, alpha, n } = analysed(ten);
		expect(n).toBe(10);
		expect(figures.map(({ difficulty }) => difficulty)).toEqual([0.8, 0.6, 0.5, 0.4]);
		expect(alpha).toMatchObject({ n: 10, k: 4, code: 'fair' });
		// Worked by hand as (M₁ − M₀)/s · √(pq), on what the student has on the three other items:
		// q1: those of the rest 3 3 2 2 1 2 1 0 | 1 0; (1.75 − .5)/√1.05 · √(.8 · .2) = .4880
		// q2: 3 3 2 2 1 2 | 2 1 1 0; (13/6 − 1)/√.81 · √(.6 · .4) = .6351
		// q3: 3 3 2 2 1 | 2 3 1 1 0; (2.2 − 1.4)/√.96 · √(.5 · .5) = .4082
		// q4: 3 3 2 0 | 3 3 2 2 1 0; (2 − 11/6)/√1.29 · √(.4 · .6) = .0719
		for (const [at, worked] of [0.488, 0.6351, 0.4082, 0.0719].entries())
			expect(figures[at]!.discrimination).toBeCloseTo(worked, 4);
	});

	it('says what each figure says: good, weak, backwards, no spread, too few', () => {
		const rows = ten.map(([a, b, c]) => [a!, b!, 1 - c!, 1]);
		expect(analysed(rows).items.map(({ code }) => code)).toEqual(['weak', 'weak', 'negative', 'no-spread']);
		expect(analysed(ten).items[0]!.code).toBe('good');
		expect(analysed(ten.slice(0, 9)).items.map(({ code }) => code)).toEqual(Array(4).fill('too-few-students'));
	});

	it('counts an item that was not answered as 0, and leaves out who did not get it', () => {
		const rows = [...ten, [1, null, 1, undefined]];
		const { items: figures, alpha } = analysed(rows);
		expect(figures.map(({ n, omitted }) => [n, omitted])).toEqual([
			[11, 0],
			[11, 1],
			[11, 0],
			[10, 0]
		]);
		expect(figures[1]!.difficulty).toBeCloseTo(6 / 11, 10);
		expect(alpha.n).toBe(10);
	});

	it('counts how often each choice was taken, and how its takers did on the rest', () => {
		const [first] = analysed(ten).items;
		expect(first!.choices.map(({ id, right, count }) => [id, right, count])).toEqual([
			['a', true, 8],
			['b', false, 2],
			['c', false, 0]
		]);
		expect(first!.choices[1]!.rest).toBeCloseTo(1 / 6, 10);
		expect(first!.choices[2]!.rest).toBeNull();
	});

	it('of nobody has no figures, and says so', () => {
		expect(analysed([])).toEqual({ n: 0, items: [], alpha: { value: null, n: 0, k: 0, code: 'too-few-items' } });
	});
});

it('correlates right and wrong with scores as a published example of the point-biserial does', () => {
	// J. D. Brown, “Point-biserial correlation coefficients”, Shiken 5(3), 2001, table 2: eight students, of whom the first
	// four have item 1 and the last four item 2; means 45 and 30, standard deviation 8.29, so (45 − 30)/8.29 · .5 = .905.
	const totals = [50, 45, 45, 40, 35, 30, 30, 25];
	expect(correlation([1, 1, 1, 1, 0, 0, 0, 0], totals)).toBeCloseTo(0.905, 3);
	expect(correlation([0, 0, 0, 0, 1, 1, 1, 1], totals)).toBeCloseTo(-0.905, 3);
	// All have item 3: it tells nobody apart.
	expect(correlation([1, 1, 1, 1, 1, 1, 1, 1], totals)).toBeNull();
});

it('correlates as Pearson does, and not at all with what does not vary', () => {
	// Anscombe's first quartet (The American Statistician 27, 1973): r = .816.
	const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
	const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
	expect(correlation(x, y)).toBeCloseTo(0.8164, 4);
	expect(
		correlation(
			x,
			y.map(() => 1)
		)
	).toBeNull();
});
