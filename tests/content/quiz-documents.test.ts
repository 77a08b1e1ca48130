import { expect, test } from 'vitest';
import { isQuiz, quizDocumentOf, quizKeyOf } from '#lib/content/quiz-documents.ts';
import { compileContent } from '#lib/domain/lesson/compile.ts';
import type { Content } from '#lib/domain/lesson/model.ts';
import { readContent } from '../../src/cli/read-content.ts';

const { content } = compileContent(readContent('lessons')) as { content: Content };
const quizzes = content.lessons.flatMap((lesson) => lesson.steps.filter(isQuiz).map((step) => ({ lesson, step })));

/** The names of all fields in a value; a field that is true or false, as `right` is of an option, as `name?`. */
function* fieldsOf(value: unknown): Generator<string> {
	if (typeof value !== 'object' || value === null) return;
	for (const [name, inner] of Object.entries(value)) {
		if (!Array.isArray(value)) yield typeof inner === 'boolean' ? `${name}?` : name;
		yield* fieldsOf(inner);
	}
}

test.each(quizzes.map(({ lesson, step }) => [`${lesson.id}/${step.id}`, lesson, step] as const))(
	'the page of %s opens with every item, and with nothing that tells what is right',
	(_, lesson, step) => {
		const document = quizDocumentOf(content, lesson, step);
		expect(document.step.items.map(({ id }) => id)).toEqual(step.items.map(({ id }) => id));
		const fields = new Set(fieldsOf(document.step.items));
		const shown = ['id', 'kind', 'prompt', 'points', 'options', 'entries', 'left', 'right', 'text'];
		const ofBestCases = ['side', 'advocate', 'picks', 'cards'];
		expect([...fields].filter((name) => /\D/.test(name) && ![...shown, ...ofBestCases].includes(name))).toEqual([]);
		expect(Object.keys(document)).not.toContain('claims');
	}
);

test.each(quizzes.map(({ lesson, step }) => [`${lesson.id}/${step.id}`, lesson, step] as const))(
	'the key of %s has what marks the items, and all that is shown with the marks',
	(_, lesson, step) => {
		const key = quizKeyOf(content, lesson, step);
		expect(key.items).toEqual(step.items);
		for (const item of key.items)
			for (const id of item.claims) expect(key.sources[key.claims[id]?.source ?? '']?.id).toBe(key.claims[id]?.source);
	}
);

test('sources of a quiz page are those that use its terms alone: others would tell whose view is asked for', () => {
	for (const { lesson, step } of quizzes) {
		const { sources, terms } = quizDocumentOf(content, lesson, step);
		const usedBy = Object.values(terms).flatMap(({ renderings }) => renderings.flatMap((one) => one.usedBy));
		expect([...new Set(usedBy)].sort()).toEqual(Object.keys(sources).sort());
	}
});
