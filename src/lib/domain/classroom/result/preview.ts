import type { LessonId, StepId } from '../../lesson/model.ts';
import type { Result, SharedAnswer } from '../model.ts';

/** One line of what is handed in. */
export type PreviewLine =
	| { what: 'quiz'; lesson: LessonId; step: StepId; answers: number; checked: number; attempts: number; hints: number }
	| { what: 'map'; lesson: LessonId; step: StepId; links: number; notes: number; scored: number }
	| { what: 'done'; lesson: LessonId; step: StepId; done: boolean };

/** Exactly what is in a result, to be read before it is sealed. `whole` is the same as a text, to the last character. */
export interface ResultPreview {
	code: string;
	attempt: number;
	startedAt: number | null;
	handedInAt: number;
	lines: PreviewLine[];
	shared: Record<keyof Result['shared'], SharedAnswer[]>;
	whole: string;
}

export function previewOf(result: Result): ResultPreview {
	const { code, attempt, startedAt, handedInAt, lessons, shared } = result;
	const lines = lessons.flatMap(({ id: lesson, steps }) =>
		steps.map((one): PreviewLine => {
			const { step } = one;
			if ('done' in one) return { what: 'done', lesson, step, done: one.done };
			if (one.step === 'weigh') {
				const { map, attempts } = one.work;
				const links = map.groups.reduce((sum, { premises }) => sum + premises.length, 0) + map.evidence.length;
				return { what: 'map', lesson, step, links, notes: map.notes.length, scored: attempts.length };
			}
			const { responses, checked, earlier, hints } = one.work;
			return {
				what: 'quiz',
				lesson,
				step,
				answers: Object.keys(responses).length,
				checked: checked.length,
				attempts: earlier.length + 1,
				hints: Object.values(hints).reduce((sum, count) => sum + count, 0)
			};
		})
	);
	return { code, attempt, startedAt, handedInAt, lines, shared, whole: JSON.stringify(result, null, '\t') };
}
