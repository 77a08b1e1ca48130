import { expect, test } from 'vitest';
import { isQuiz, quizKeyOf } from '#lib/content/quiz-documents.ts';
import { compileContent } from '#lib/domain/lesson/compile.ts';
import type { Content } from '#lib/domain/lesson/model.ts';
import type { BestCaseItem, Response } from '#lib/domain/quiz/model.ts';
import { usualPolicy } from '#lib/domain/quiz/policy.ts';
import { emptyQuizWork } from '#lib/domain/quiz/work.ts';
import { Marking } from '#lib/state/marking.ts';
import { readContent } from '../../src/cli/read-content.ts';

const { content } = compileContent(readContent('lessons')) as { content: Content };
const { library } = content;
const quizzes = content.lessons.flatMap((lesson) =>
	lesson.steps.filter(isQuiz).map((step) => ({ step, key: quizKeyOf(content, lesson, step) }))
);

test('what an item rests on comes with the correction of what a source got wrong, and with no other', () => {
	let corrected = 0;
	for (const { step, key } of quizzes) {
		const marking = new Marking(key, usualPolicy);
		for (const { claims } of step.items) {
			const wrong = claims.filter((id) => library.claims[id]?.status === 'error');
			const wanted = new Set(wrong.flatMap((id) => library.claims[id]?.discrepancies ?? []));
			const checked = marking.checkedOf(claims);
			expect(checked.claims.map(({ id }) => id)).toEqual(claims);
			expect(checked.discrepancies.map(({ id }) => id)).toEqual([...wanted]);
			corrected += wanted.size;
		}
	}
	expect(corrected).toBeGreaterThan(0);
});

test('a marked best case tells of each card that it tells of at all what checking showed of its claims', () => {
	const bestCases = quizzes.flatMap(({ step, key }) =>
		step.items
			.filter((item): item is BestCaseItem => item.kind === 'best-case')
			.map((item) => ({ item, marking: new Marking(key, usualPolicy) }))
	);
	expect(bestCases.length).toBeGreaterThanOrEqual(2 * content.lessons.length);
	for (const { item, marking } of bestCases)
		for (const revealKey of [true, false]) {
			const picks = item.cards.slice(-item.picks).map(({ id }) => id);
			const responses: Record<string, Response> = { [item.id]: { kind: 'best-case', picks } };
			const mark = marking.markOf(item.id, { ...emptyQuizWork, responses, checked: [item.id] }, { revealKey });
			const told = mark?.feedback.map(({ id, checked }) => [id, checked?.claims.map((claim) => claim.id)]);
			const wanted = item.cards.filter(({ id }) => revealKey || picks.includes(id));
			expect(told).toEqual(wanted.map(({ id, claims }) => [id, claims]));
		}
});
