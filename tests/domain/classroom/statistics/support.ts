import { fraction } from '#lib/domain/fraction.ts';
import type { LessonKey } from '#lib/domain/classroom/carried/model.ts';
import type { ResultMarks } from '#lib/domain/classroom/marks/mark-result.ts';
import type { Html } from '#lib/domain/lesson/model.ts';
import type { SingleItem } from '#lib/domain/quiz/model.ts';

const html = (text: string) => text as Html;

export const item = (id: string): SingleItem => ({
	kind: 'single',
	id,
	prompt: html(id),
	sides: ['western'],
	claims: [],
	outcomes: [],
	points: 1,
	options: ['a', 'b', 'c'].map((option) => ({
		id: option,
		text: html(option),
		right: option === 'a',
		feedback: html('')
	}))
});
export const keyOf = (items: SingleItem[]): LessonKey => ({
	lesson: 'one',
	version: 1,
	hash: '0'.repeat(16),
	title: 'One',
	check: { id: 'check', title: '', intro: html(''), needs: [], certainty: false, items } as unknown as NonNullable<
		LessonKey['check']
	>
});

/** The first answers of one student; a number is what they earned of 1, null: not answered, undefined: they did not get the item. */
export function marksOf(
	items: SingleItem[],
	earned: readonly (number | null | undefined)[]
): Pick<ResultMarks, 'first'> {
	const answers = items.flatMap((one, at): ResultMarks['first'][number]['answers'] => {
		const got = earned[at];
		if (got === undefined) return [];
		const response = got === null ? null : ({ kind: 'single', choice: got === 1 ? 'a' : 'b' } as const);
		return [{ item: one, share: fraction(Math.round(100 * (got ?? 0)), 100), answered: got !== null, response }];
	});
	return { first: [{ lesson: 'one', step: 'check', answers }] };
}
