import { lessonHash } from '#lib/domain/classroom/carried/lesson-key.ts';
import type { Content, LessonId, StepId } from '#lib/domain/lesson/model.ts';

export interface AssignableLesson {
	id: LessonId;
	version: number;
	/** What tells results on this lesson from results on another content of it. */
	hash: string;
	title: string;
	question: string;
	minutes: number;
	steps: { id: StepId; title: string; /** Questions, or cards of the map. */ items: number }[];
	/** Banks of the quiz and how many questions each has, for a policy that draws. */
	banks: { step: StepId; id: string; items: number }[];
}

/** What an instructor can assign of what is built in. */
export interface AssignableDocument {
	modules: { id: string; title: string; lessons: AssignableLesson[] }[];
}

function banksOf(step: Content['lessons'][number]['steps'][number]): AssignableLesson['banks'] {
	if (!('items' in step)) return [];
	const counts = new Map<string, number>();
	for (const { bank } of step.items) if (bank !== undefined) counts.set(bank, (counts.get(bank) ?? 0) + 1);
	return [...counts].map(([id, items]) => ({ step: step.id, id, items }));
}

/** A lesson as it can be picked, built in or not. */
export const assignableOf = (lesson: Content['lessons'][number]): AssignableLesson => ({
	id: lesson.id,
	version: lesson.version,
	hash: lessonHash(lesson),
	title: lesson.title,
	question: lesson.question,
	minutes: lesson.minutes,
	steps: lesson.steps.map((step) => ({
		id: step.id,
		title: step.title,
		items: 'items' in step ? step.items.length : step.id === 'weigh' ? step.kit.cards.length : 0
	})),
	banks: lesson.steps.flatMap(banksOf)
});

export const assignableDocumentOf = ({ modules, lessons }: Content): AssignableDocument => ({
	modules: modules.map(({ id, title }) => ({
		id,
		title,
		lessons: lessons.filter(({ module }) => module === id).map(assignableOf)
	}))
});
