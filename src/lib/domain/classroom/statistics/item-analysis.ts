import type { LessonKey } from '../carried/model.ts';
import type { ItemAnalysis, ItemCode, ItemFigures } from '../gradebook/model.ts';
import type { ResultMarks } from '../marks/mark-result.ts';
import { alphaCode, alphasWithout, cronbachAlpha, leastStudents } from './alpha.ts';
import { choicesOf, takenIn } from './choices.ts';
import { correlation, mean, variance } from './correlation.ts';
import { scoresOf, type ItemScore, type Scores } from './scores.ts';

/**
 * What an item's discrimination says: below .20 it is poor (R. L. Ebel and D. A. Frisbie, Essentials of Educational
 * Measurement, 5th ed. 1991).
 */
function itemCode(n: number, shares: readonly number[], discrimination: number | null): ItemCode {
	if (n < leastStudents) return 'too-few-students';
	if (discrimination === null || variance(shares) < 1e-12) return 'no-spread';
	if (discrimination < 0) return 'negative';
	return discrimination < 0.2 ? 'weak' : 'good';
}

const shareOf = ({ earned, total }: ItemScore): number => (total === 0 ? 0 : earned / total);

/** What each student has on everything together, so that the rest of the test is a difference. */
const sumsOf = ({ rows }: Scores) =>
	rows.map((row) =>
		row.reduce(
			(sum, score) => ({ earned: sum.earned + (score?.earned ?? 0), total: sum.total + (score?.total ?? 0) }),
			{
				earned: 0,
				total: 0
			}
		)
	);

/**
 * How the class did on each item: `marks` has one entry a student, that of the result that counts; first
 * attempts alone are looked at. Difficulty is the mean share; discrimination is the correlation with the rest of the
 * test, the item left out; alpha is taken over students who got all items, in points.
 *
 * For items marked 0 or 1 the discrimination is the corrected point-biserial, (M₁ − M₀)/s · √(pq) (J. D. Brown, Shiken
 * 5(3), 2001). Worked by hand: eight of ten students are right and have 1.75 points on the rest, two are wrong and have
 * 0.5, the variance of the rest is 1.05: (1.75 − 0.5)/√1.05 · √(0.8 · 0.2) = 0.488.
 */
export function analyseItems(marks: readonly Pick<ResultMarks, 'first'>[], keys: readonly LessonKey[]): ItemAnalysis {
	const scores = scoresOf(marks, keys);
	const sums = sumsOf(scores);
	const k = scores.items.length;
	const full = scores.rows.filter((row): row is ItemScore[] => row.length > 0 && row.every((score) => score !== null));
	const points = full.map((row) => row.map(({ earned }) => earned));
	const alpha = full.length < leastStudents ? null : cronbachAlpha(points);
	const without = full.length < leastStudents ? [] : alphasWithout(points);

	const figuresAt = (at: number): ItemFigures[] => {
		const test = scores.items[at];
		if (!test) return [];
		const taken = scores.rows.flatMap((row, student) => {
			const score = row[at];
			const sum = sums[student];
			if (!score || !sum) return [];
			const others = sum.total - score.total;
			return [{ score, share: shareOf(score), rest: others > 0 ? (sum.earned - score.earned) / others : null }];
		});
		const compared = taken.flatMap(({ share, rest }) => (rest === null ? [] : [{ share, rest }]));
		const shares = taken.map(({ share }) => share);
		const discrimination =
			compared.length < leastStudents
				? null
				: correlation(
						compared.map(({ share }) => share),
						compared.map(({ rest }) => rest)
					);
		return [
			{
				lesson: test.lesson,
				step: test.step,
				item: test.item.id,
				kind: test.item.kind,
				sides: test.item.sides,
				n: taken.length,
				omitted: taken.filter(({ score }) => !score.answered).length,
				difficulty: taken.length === 0 ? null : mean(shares),
				discrimination,
				alphaWithout: without[at] ?? null,
				code: itemCode(taken.length, shares, discrimination),
				choices: choicesOf(test.item).map(({ id, right }) => {
					const takers = taken.filter(({ score }) => takenIn(score.response).includes(id));
					const rests = takers.flatMap(({ rest }) => rest ?? []);
					return { id, right, count: takers.length, rest: rests.length === 0 ? null : mean(rests) };
				})
			}
		];
	};
	return {
		n: marks.length,
		items: scores.items.flatMap((_, at) => figuresAt(at)),
		alpha: { value: alpha, n: full.length, k, code: alphaCode(alpha, full.length, k) }
	};
}
