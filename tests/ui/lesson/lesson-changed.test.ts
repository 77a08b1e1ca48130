import { render, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import type { PublicItem } from '#lib/domain/quiz/kind.ts';
import type { QuizWork } from '#lib/domain/quiz/work.ts';
import LessonChanged from '#lib/ui/lesson/LessonChanged.svelte';

const item = (id: string, ...options: string[]): PublicItem =>
	({
		kind: 'single',
		id,
		prompt: id,
		sides: ['western'],
		claims: [],
		outcomes: [],
		points: 1,
		options: options.map((option) => ({ id: option, text: option }))
	}) as unknown as PublicItem;
const items = [item('first', 'a', 'b'), item('second', 'a', 'b'), item('third', 'a', 'b')];

/** Answers to all three and to one that is gone: the choice of the second no longer exists. */
const olderWork: QuizWork = {
	attempt: 1,
	responses: {
		first: { kind: 'single', choice: 'a' },
		second: { kind: 'single', choice: 'c' },
		third: { kind: 'single', choice: 'b' },
		gone: { kind: 'single', choice: 'a' }
	},
	certainties: {},
	checked: ['first', 'second', 'third', 'gone'],
	earlier: []
};
const told = () => screen.getByRole('status').textContent?.replace(/\s+/g, ' ').trim();

it('names by number what has to be answered again, and counts what is set aside', () => {
	render(LessonChanged, { session: { olderWork, items } });
	expect(told()).toBe(
		'This lesson was revised since you last worked here. All that you wrote and chose is kept; where the key changed, marks are worked out anew. ' +
			'To be answered again, since what you chose there no longer exists: number 2. ' +
			'Answers to questions that are gone: 1. They stay in your copy, and come back if the question does.'
	);
});

it('says no more than that all is kept where every answer stands', () => {
	const { first, third } = olderWork.responses;
	render(LessonChanged, {
		session: { olderWork: { ...olderWork, responses: { first, third }, checked: ['first', 'third'] }, items }
	});
	expect(told()).toMatch(/^This lesson was revised .* worked out anew\.$/);
});

it('says it of work that is no quiz too', () => {
	render(LessonChanged, { session: { olderWork: { answers: { says: 'What I wrote.' } } } });
	expect(told()).toMatch(/^This lesson was revised .* worked out anew\.$/);
});
