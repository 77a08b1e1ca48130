import { compileContent } from '#lib/domain/lesson/compile.ts';
import type { Content, Lesson, Step, StepId } from '#lib/domain/lesson/model.ts';
import { readContent } from '../../src/cli/read-content.ts';

// The course as it is published, and two lessons written from the README alone: what is asked of one lesson is asked
// of each.

const { content } = compileContent(readContent('lessons')) as { content: Content };

const authored = compileContent(readContent('tests/lessons/fixtures/two')) as { content: Content };

/** Every lesson with its id, as a table of cases. */
export const lessons = [...content.lessons, ...authored.content.lessons].map((lesson) => [lesson.id, lesson] as const);

export function stepOf<Id extends StepId>(lesson: Lesson, id: Id): Extract<Step, { id: Id }> {
	const step = lesson.steps.find((one): one is Extract<Step, { id: Id }> => one.id === id);
	if (!step) throw new Error(`Lesson ${lesson.id} has no step ${id}.`);
	return step;
}
