import { expect, test } from 'vitest';
import { catalogueOf, lessonsPerPage, outlineOf, stepDocumentOf, textOf } from '#lib/content/documents.ts';
import { isQuiz, quizDocumentOf, quizKeyOf } from '#lib/content/quiz-documents.ts';
import { compileContent } from '#lib/domain/lesson/compile.ts';
import { freshLessons } from '../support/generated-lessons.ts';

/** The bytes of all that the pages of one lesson load, document by document. */
function bytesOf(count: number, id: string): number[] {
	const { content, problems } = compileContent(freshLessons(count));
	if (!content) throw new Error(problems[0]?.code);
	const lesson = content.lessons.find((one) => one.id === id)!;
	const documents = lesson.steps.flatMap((step): object[] =>
		isQuiz(step)
			? [quizDocumentOf(content, lesson, step), quizKeyOf(content, lesson, step)]
			: [stepDocumentOf(content, lesson, step)]
	);
	return [outlineOf(content, lesson), textOf(content, lesson), ...documents].map(
		(document) => JSON.stringify(document).length
	);
}

test('what a lesson’s pages load does not grow with the catalogue', () => {
	// Both have a lesson before and after it.
	expect(bytesOf(60, 'lesson-1')).toEqual(bytesOf(3, 'lesson-1'));
});

test('a page of the catalogue does not grow with it', () => {
	// All of the first page's lessons, and of those that it counts only the digits.
	const firstOf = (count: number) => {
		const { content, problems } = compileContent(freshLessons(count));
		if (!content) throw new Error(problems[0]?.code);
		return catalogueOf(content);
	};
	const [few, many] = [firstOf(60), firstOf(99)];
	expect(few.modules.flatMap(({ lessons }) => lessons).length).toBe(lessonsPerPage);
	expect(JSON.stringify(many).length).toBe(JSON.stringify(few).length);
});
