import { expect, test } from 'vitest';
import { reviewDocumentOf } from '#lib/content/review-documents.ts';
import { isQuiz } from '#lib/content/quiz-documents.ts';
import { compileContent } from '#lib/domain/lesson/compile.ts';
import type { Content, Lesson } from '#lib/domain/lesson/model.ts';
import { usualPolicy } from '#lib/domain/quiz/policy.ts';
import { readContent } from '../../src/cli/read-content.ts';

const { content } = compileContent(readContent('lessons')) as { content: Content };

test('what a lesson gives to the review says how its quizzes are taken, where that is not as usual', () => {
	const [lesson] = content.lessons as [Lesson];
	const policy = { ...usualPolicy, key: 'never' as const };
	const steps = lesson.steps.map((step) => (isQuiz(step) && step.id === 'check' ? { ...step, policy } : step));
	expect(reviewDocumentOf(content, { ...lesson, steps }).policies?.check).toEqual(policy);
	const usual = lesson.steps.map((step) => (isQuiz(step) ? { ...step, policy: undefined } : step)) as Lesson['steps'];
	expect(reviewDocumentOf(content, { ...lesson, steps: usual })).not.toHaveProperty('policies');
});
