import { toNumber } from '../../fraction.ts';
import type { Item, Response } from '../../quiz/model.ts';
import type { LessonKey } from '../carried/model.ts';
import type { QuizStepId } from '../gradebook/model.ts';
import type { ResultMarks } from '../marks/mark-result.ts';

/** One item of the test, in the order of the lessons and of their pages. */
export interface TestItem {
	lesson: string;
	step: QuizStepId;
	item: Item;
}
/** One student's points on one item. */
export interface ItemScore {
	earned: number;
	total: number;
	answered: boolean;
	response: Response | null;
}
/** Rows are students, columns are items; null: the student did not get the item. */
export interface Scores {
	items: TestItem[];
	rows: (ItemScore | null)[][];
}

const nameOf = (lesson: string, step: QuizStepId, item: string): string => `${lesson}/${step}/${item}`;

/**
 * The points of the students (the result that counts of each) on the items that any of them got, from their first
 * attempts and by the rules: what was known before any feedback, and before any mark was changed by hand.
 */
export function scoresOf(marks: readonly Pick<ResultMarks, 'first'>[], keys: readonly LessonKey[]): Scores {
	const byStudent = marks.map(
		({ first }) =>
			new Map(
				first.flatMap(({ lesson, step, answers }) =>
					answers.map(({ item, share, answered, response }): [string, ItemScore] => [
						nameOf(lesson, step, item.id),
						{ earned: toNumber(share) * item.points, total: item.points, answered, response }
					])
				)
			)
	);
	const given = new Set(byStudent.flatMap((own) => [...own.keys()]));
	const items = keys.flatMap((key) =>
		(['check', 'reverse'] as const).flatMap((step) =>
			(key[step]?.items ?? []).flatMap((item) =>
				given.has(nameOf(key.lesson, step, item.id)) ? [{ lesson: key.lesson, step, item }] : []
			)
		)
	);
	return {
		items,
		rows: byStudent.map((own) => items.map(({ lesson, step, item }) => own.get(nameOf(lesson, step, item.id)) ?? null))
	};
}
