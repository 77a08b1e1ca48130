import type { Content, Lesson, LessonId, Term, TermId } from '#lib/domain/lesson/model.ts';
import type { Item } from '#lib/domain/quiz/model.ts';
import type { QuizPolicy } from '#lib/domain/quiz/policy.ts';
import { stepDocumentOf, textOf, type StepDocument } from './documents.ts';
import { isQuiz, quizKeyOf, type QuizStep } from './quiz-documents.ts';

/**
 * What a lesson gives to the review and to the progress page: the items of its quizzes with their key, and its terms.
 * Asked for once something of the lesson was answered, or one of its terms was taken up.
 */
export interface ReviewDocument extends Pick<StepDocument, 'claims' | 'discrepancies' | 'sources'> {
	lesson: LessonId;
	title: string;
	outcomes: Lesson['outcomes'];
	/** Of the step `check`: these become cards. */
	items: Item[];
	/**
	 * Of the step `reverse`: they count for perspectives and outcomes, and never become cards (review/gather.ts says why).
	 * What was missed in them is tried again in their step, to which the progress page leads.
	 */
	reversed: Item[];
	/** How the steps are taken that do not go by the usual policy. Absent: all do. */
	policies?: Partial<Record<QuizStep['id'], QuizPolicy>>;
	/** Every term that the lesson explains: any of them can be taken up by hand. */
	terms: Record<TermId, Term>;
	/** Those of its comparison: these become cards by themselves. */
	compared: TermId[];
}

export function reviewDocumentOf(content: Content, lesson: Lesson): ReviewDocument {
	const quizzes = lesson.steps.filter(isQuiz);
	const keys = new Map(quizzes.map((step) => [step.id, quizKeyOf(content, lesson, step)]));
	const policies = quizzes.flatMap(({ id, policy }) => (policy ? [[id, policy] as const] : []));
	const framings = lesson.steps.find(({ id }) => id === 'framings');
	const { terms, sources } = textOf(content, lesson);
	const check = keys.get('check');
	return {
		lesson: lesson.id,
		title: lesson.title,
		outcomes: lesson.outcomes,
		items: check?.items ?? [],
		reversed: keys.get('reverse')?.items ?? [],
		...(policies.length > 0 && { policies: Object.fromEntries(policies) }),
		claims: check?.claims ?? {},
		discrepancies: check?.discrepancies ?? {},
		sources: { ...check?.sources, ...sources },
		terms,
		compared: framings ? Object.keys(stepDocumentOf(content, lesson, framings).terms) : []
	};
}
