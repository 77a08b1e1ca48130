import { describe, expect, test } from 'vitest';
import { fraction } from '#lib/domain/fraction.ts';
import type { FirstAnswers } from '#lib/domain/classroom/marks/mark-result.ts';
import { correlation, cronbachAlpha } from '#lib/domain/classroom/statistics/correlation.ts';
import { analyseItems } from '#lib/domain/classroom/statistics/items.ts';
import { mapHeat } from '#lib/domain/classroom/statistics/map-heat.ts';
import { markMap } from '#lib/domain/classroom/marks/map-marks.ts';
import { linksOf } from '#lib/domain/argument/index.ts';
import { singleItem } from '../quiz/arbitraries.ts';
import { lessonOneA, lessonOneB, lessonOneFlat, lessonOneKit } from '../../support/lesson-one.ts';

/*
 * The worked example: section 6 of the Law School Admission Test, 1000 candidates and five items (R. D. Bock and M.
 * Lieberman, Psychometrika 35, 1970), as frequencies of the 32 patterns from 00000 to 11111. Its difficulties, its
 * point-biserial correlations with the total without the item, and its alphas are those that D. Rizopoulos prints for
 * `descript(LSAT)` (ltm: An R Package for Latent Variable Modeling, Journal of Statistical Software 17 (5), 2006).
 */
const frequencies = [
	3, 6, 2, 11, 1, 1, 3, 4, 1, 8, 0, 16, 0, 3, 2, 15, 10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21, 173, 11, 61, 28, 298
];
const lsat = frequencies.flatMap((count, pattern) =>
	Array.from({ length: count }, () => [16, 8, 4, 2, 1].map((bit) => Number((pattern & bit) > 0)))
);
const item = (at: number) => ({ ...singleItem(2, 0), id: `item-${at + 1}` });
const asAnswers = (rows: readonly number[][]): FirstAnswers[] =>
	rows.map((row) => [
		{
			lesson: 'lsat',
			step: 'check',
			answers: row.map((right, at) => ({
				item: item(at),
				share: fraction(right),
				answered: true,
				response: { kind: 'single', choice: right ? 'o0' : 'o1' }
			}))
		}
	]);
const rounded = (value: number | null, digits = 4): number => Number((value ?? NaN).toFixed(digits));

describe('on the LSAT', () => {
	const analysis = analyseItems(asAnswers(lsat));

	test('has the candidates of the published table', () => {
		expect([lsat.length, analysis.n]).toEqual([1000, 1000]);
	});
	test('difficulty is the published share of right answers', () => {
		expect(analysis.items.map(({ difficulty }) => rounded(difficulty, 3))).toEqual([0.924, 0.709, 0.553, 0.763, 0.87]);
	});
	test('discrimination is the published point-biserial correlation, the item left out', () => {
		expect(analysis.items.map(({ discrimination }) => rounded(discrimination))).toEqual([
			0.1128, 0.1532, 0.1728, 0.1444, 0.1216
		]);
	});
	test("Cronbach's alpha is the published one, and so it is without each item", () => {
		expect(rounded(analysis.alpha.value)).toBe(0.295);
		expect(analysis.alpha).toMatchObject({ n: 1000, k: 5, code: 'low' });
		expect(analysis.items.map(({ alphaWithout }) => rounded(alphaWithout))).toEqual([
			0.2754, 0.2376, 0.2168, 0.2459, 0.2663
		]);
	});
	test('each option is counted, with how well those who took it know the rest', () => {
		const [first] = analysis.items;
		expect(first?.choices.map(({ id, right, count }) => [id, right, count])).toEqual([
			['o0', true, 924],
			['o1', false, 76]
		]);
		expect(first!.choices[0]!.rest).toBeGreaterThan(first!.choices[1]!.rest!);
	});
});

describe('figures that mean nothing are none, and say why', () => {
	const alphaOf = (rows: number[][]) => analyseItems(asAnswers(rows)).alpha;
	test.each([
		['one item', Array.from({ length: 20 }, (_, at) => [at % 2]), 'too-few-items'],
		['nine students', lsat.slice(0, 9), 'too-few-students'],
		['no students', [], 'too-few-items'],
		['the same total for all', Array.from({ length: 20 }, () => [1, 0, 1]), 'no-spread'],
		[
			'items that work against each other',
			Array.from({ length: 20 }, (_, at) => [at % 2, 1 - (at % 2), Number(at === 1)]),
			'negative'
		]
	] as const)('%s', (_, rows, code) => {
		expect(alphaOf(rows as number[][]).code).toBe(code);
	});
	test('an item that all have right tells nobody apart', () => {
		const [first] = analyseItems(asAnswers(Array.from({ length: 20 }, (_, at) => [1, at % 2]))).items;
		expect(first).toMatchObject({ difficulty: 1, discrimination: null, code: 'no-spread' });
	});
	test('an item that the better students miss is told by its sign', () => {
		const rows = Array.from({ length: 40 }, (_, at) => [Number(at < 20), Number(at >= 20), Number(at >= 22)]);
		const [first] = analyseItems(asAnswers(rows)).items;
		expect(first).toMatchObject({ code: 'negative' });
	});
	test('an item that few students got is judged by those alone', () => {
		const rows = asAnswers(lsat.slice(0, 20));
		rows.slice(5).forEach(([quiz]) => quiz!.answers.splice(0, 1));
		const { items, alpha } = analyseItems(rows);
		expect(items.find((one) => one.item === 'item-1')).toMatchObject({ n: 5, code: 'too-few-students' });
		expect(alpha.n).toBe(5);
	});
});

test('correlation is 1 and −1 for what goes together and apart, and none for what stands still', () => {
	expect(correlation([1, 2, 3], [2, 4, 6])).toBeCloseTo(1);
	expect(correlation([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1);
	expect(correlation([1, 1, 1], [3, 2, 1])).toBeNull();
	expect(correlation([1], [1])).toBeNull();
	expect(cronbachAlpha([[1, 1]])).toBeNull();
});

describe('the heat of a class over the accepted maps', () => {
	const task = { kit: lessonOneKit, references: [lessonOneA, lessonOneB] };
	const mark = (map: typeof lessonOneA.map) =>
		markMap(task, { map, attempts: [map] }, { lesson: 'one', judgement: null });
	const heat = mapHeat('one', task, [
		mark(lessonOneA.map),
		mark(lessonOneA.map),
		mark(lessonOneB.map),
		mark(lessonOneFlat(true))
	]);

	test('counts for each link who has it, in full, in part or not at all', () => {
		const [a] = heat.references;
		expect(heat.n).toBe(4);
		for (const { exact, partly, polarity, missing } of a!.links) expect(exact + partly + polarity + missing).toBe(4);
		const onRoot = a!.links.find(({ link }) => link === 'a|reason|T');
		expect(onRoot).toMatchObject({ exact: 4, missing: 0, credit: 1 });
		expect(a!.links.map(({ link }) => link)).toEqual(linksOf(lessonOneA.map).map(({ key }) => key));
	});
	test('tells which accepted map each comes nearest to', () => {
		expect(heat.references.map(({ nearest }) => nearest).reduce((sum, one) => sum + one, 0)).toBe(4);
		expect(heat.references[1]!.nearest).toBeGreaterThanOrEqual(1);
	});
	test('has nothing to say of maps that were not scored', () => {
		expect(mapHeat('one', task, [markMap(task, null, { lesson: 'one', judgement: null })])).toMatchObject({
			n: 0,
			extra: []
		});
	});
});
