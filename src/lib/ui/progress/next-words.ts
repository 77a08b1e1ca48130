import type { RequiredFrame } from '#lib/domain/frame.ts';
import type { OutcomeNext } from '#lib/domain/learning/progress/outcomes.ts';
import { href } from '#lib/state/address.ts';
import type { LessonReport } from '#lib/state/progress-report.ts';
import * as m from '../../../messages/compiled/messages.js';
import { frameName } from '../lesson/frame-words.ts';
import { stepName } from '../lesson/step-words.ts';

/** A way on: its address, and what is done there. */
export interface Way {
	to: string;
	words: string;
}
type Placed = Pick<LessonReport, 'id' | 'steps' | 'next'>;

/** Where the two sides of a lesson stand beside each other; the lesson's own page where it has no comparison. */
const comparisonOf = ({ id, steps }: Pick<Placed, 'id' | 'steps'>): string =>
	steps.some((step) => step.id === 'framings') ? href(`/learn/${id}/framings/`) : href(`/learn/${id}/`);

/** What a lesson asks of its learner next; null: nothing. */
export function wayInLesson(lesson: Placed): Way | null {
	const { id, next } = lesson;
	switch (next.code) {
		case 'begin':
			return { to: href(`/learn/${id}/`), words: m.lesson_begin() };
		case 'continue':
			return { to: href(`/learn/${id}/${next.step}/`), words: m.lesson_resume({ step: stepName(next.step) }) };
		case 'revisit':
			return { to: comparisonOf(lesson), words: m.progress_revisit({ frame: frameName(next.frame) }) };
		case 'map':
			return { to: href(`/learn/${id}/weigh/`), words: m.progress_raise_map() };
		case 'done':
			return null;
	}
}

/** Back to the comparison of the lesson in which the side is known least. */
export const toRaise = (lesson: Pick<Placed, 'id' | 'steps'>, frame: RequiredFrame): Way => ({
	to: comparisonOf(lesson),
	words: m.progress_raise_side({ frame: frameName(frame) })
});

/** What would raise an outcome of a lesson. */
export function wayToOutcome(lesson: Pick<Placed, 'id' | 'steps'>, next: OutcomeNext): Way {
	switch (next.code) {
		case 'answer':
			return {
				to: href(`/learn/${lesson.id}/${next.step}/`),
				words: m.progress_next_answer({ step: stepName(next.step) })
			};
		case 'compare':
			return { to: comparisonOf(lesson), words: m.progress_next_compare() };
		case 'review':
			return { to: href('/review/'), words: m.progress_next_review() };
		case 'retry':
			return {
				to: href(`/learn/${lesson.id}/${next.step}/`),
				words: m.progress_next_retry({ step: stepName(next.step) })
			};
	}
}
