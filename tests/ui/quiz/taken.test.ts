import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import type { QuizKey } from '#lib/content/quiz-documents.ts';
import { publicItem } from '#lib/domain/quiz/index.ts';
import type { Item } from '#lib/domain/quiz/model.ts';
import { usualPolicy, type QuizPolicy } from '#lib/domain/quiz/policy.ts';
import { bestCaseItem, html, singleItem, trueFalseItem } from '../../domain/quiz/arbitraries.ts';
import TakenHarness from './TakenHarness.svelte';

const pair: Item = {
	...singleItem(2, 0),
	id: 'pair',
	prompt: html('Which of two?'),
	outcomes: ['parts'],
	hints: [html('Look at the first.')]
};
const year: Item = {
	...trueFalseItem(true),
	id: 'year',
	prompt: html('It was in 2014.'),
	sides: ['chinese'],
	claims: []
};
const items = [pair, year];
const key: QuizKey = {
	items,
	claims: {},
	discrepancies: {},
	sources: {},
	cards: { c001: { card: 'aim-western-1', kind: 'western', dimension: 'What is the aim?' } }
};
const keyed: Item = { ...pair, claims: ['c001'] };

let lessons = 0;
/**
 * Opens the quiz of a lesson; the same `id` finds the work of before. `reachable`: whether the key can be loaded.
 * `asked`: the items.
 */
function open(
	said: Partial<QuizPolicy>,
	{ id = `taken-${(lessons += 1)}`, reachable = true, certainty = false, asked = [keyed, year] } = {}
) {
	vi.stubGlobal('fetch', () =>
		reachable ? Promise.resolve(Response.json({ ...key, items: asked })) : Promise.reject(new TypeError('offline'))
	);
	const outline = {
		id,
		version: 1,
		number: 1,
		title: '',
		question: '',
		minutes: 1,
		outcomes: [{ id: 'parts', text: 'explain the parts' }],
		steps: [{ id: 'check' as const, title: '', needs: [] }],
		branches: [],
		previous: null,
		next: null
	};
	const step = {
		id: 'check' as const,
		title: '',
		intro: html(''),
		needs: [],
		certainty,
		items: asked.map((item) => publicItem(item)),
		policy: { ...usualPolicy, ...said }
	};
	return { id, view: render(TakenHarness, { outline, step }) };
}
const button = (name: string | RegExp) => screen.findByRole<HTMLButtonElement>('button', { name });
const press = async (name: string | RegExp) => fireEvent.click(await button(name));
const choose = async (name: string) => fireEvent.click(await screen.findByRole('radio', { name }));

describe('a quiz that is handed in whole', () => {
	it('has no check for each question, and tells what was right and wrong after it was handed in', async () => {
		open({ feedback: 'after-attempt' });
		await choose('text 1');
		await choose('True');
		expect(screen.queryByRole('button', { name: 'Check this answer' })).toBeNull();
		await press('Hand in');
		expect(await screen.findByText('Not right')).toBeTruthy();
		expect(screen.getByText('SECRET 1')).toBeTruthy();
		expect(screen.queryByText('SECRET 0')).toBeNull();
	});

	it('tells all reasons to a right answer, which holds the key itself, and promises no other key that does not come', async () => {
		open({ feedback: 'after-attempt', key: 'never' });
		await choose('text 0');
		await choose('False');
		await press('Hand in');
		expect(await screen.findByText('SECRET 0')).toBeTruthy();
		expect(screen.getByText('SECRET 1')).toBeTruthy();
		expect(await screen.findByText(/You can try again what was not fully right/)).toBeTruthy();
		expect(screen.queryByText(/the key is shown/)).toBeNull();
	});

	it('says on the first try that the second shows the key', async () => {
		open({ feedback: 'after-attempt' });
		await choose('text 1');
		await choose('True');
		await press('Hand in');
		expect(await screen.findByText(/On the second try the key is shown/)).toBeTruthy();
	});

	it('asks once more where something is open, and leads to it', async () => {
		open({ feedback: 'after-attempt' });
		await choose('text 0');
		await press('Hand in');
		expect(await screen.findByText(/Questions without a full answer: 1/)).toBeTruthy();
		await press('Go to the first open question');
		expect(document.activeElement?.closest('fieldset')?.id).toBe('item-year');
		await press('Hand in');
		await press('Hand in as it is');
		expect(await screen.findByText('Not answered: no mark.')).toBeTruthy();
	});

	it('asks once more where an answer does not say how sure it is, leads there, and takes it for a guess', async () => {
		open({ feedback: 'after-attempt' }, { certainty: true });
		await choose('text 0');
		await choose('True');
		await fireEvent.click(screen.getAllByRole('radio', { name: 'certain' })[0]!);
		await press('Hand in');
		expect(
			await screen.findByText(/do not say how sure you are: 1. Handed in like this, each counts as a guess/)
		).toBeTruthy();
		expect(screen.queryByText(/Questions without a full answer/)).toBeNull();
		await press('Go to the first open question');
		expect(document.activeElement?.id).toBe('sure-year-guess');
		await press('Hand in');
		await press('Hand in as it is');
		// Right and certain earns 3, a right guess 1, of 3 each.
		expect(await screen.findByText(/67 of 100/)).toBeTruthy();
	});

	it('withholds what was right and wrong, and says until when', async () => {
		open({ feedback: 'after-due', due: Date.UTC(2999, 0, 1) });
		await choose('text 1');
		await choose('False');
		await press('Hand in');
		expect((await screen.findAllByText(/is shown after .*2999/)).length).toBeGreaterThan(0);
		expect(await screen.findByText(/All questions together: 0 of 100/)).toBeTruthy();
		expect(screen.queryByText('Not right')).toBeNull();
		expect(screen.queryByText(/SECRET/)).toBeNull();
	});

	it('is in also when it cannot be marked now, and is marked when it can', async () => {
		open({ feedback: 'after-attempt' }, { reachable: false });
		await choose('text 0');
		await choose('True');
		await press('Hand in');
		expect(await screen.findByText(/The marks come as soon as/)).toBeTruthy();
		await press('Mark it now');
		expect(await screen.findByText(/cannot be reached just now/)).toBeTruthy();
		vi.stubGlobal('fetch', () => Promise.resolve(Response.json(key)));
		await press('Mark it now');
		expect(await screen.findByText(/All questions together: 100 of 100/)).toBeTruthy();
	});
});

describe('a best case', () => {
	const cards = { ...bestCaseItem(1, ['weak', 'strong', 'caricature']), id: 'case' };
	const answered = async (said: Partial<QuizPolicy>) => {
		open(said, { asked: [cards] });
		await fireEvent.click(await screen.findByRole('checkbox', { name: 'text 0' }));
		await press('Check this answer');
		expect(await screen.findByText('SECRET 0')).toBeTruthy();
	};

	it('tells of every card at once under the usual policy', async () => {
		await answered({});
		expect(screen.getByText('SECRET 1')).toBeTruthy();
		expect(screen.getByText('Strong.')).toBeTruthy();
	});

	it.each(['never', 'last-attempt', 'after-due'] as const)(
		'whose key is shown %s tells of the cards that were chosen alone',
		async (key) => {
			await answered({ key });
			expect(screen.queryByText('SECRET 1')).toBeNull();
			expect(screen.queryByText('Strong.')).toBeNull();
		}
	);
});

describe('after a quiz', () => {
	it('what went wrong stands by view and by theme, each with its way back to the text', async () => {
		open({ feedback: 'after-attempt' });
		await choose('text 1');
		await choose('True');
		await press('Hand in');
		const heading = await screen.findByRole('heading', { name: 'What went wrong, and where to read it again' });
		expect(heading).toBeTruthy();
		expect(screen.getByRole('link', { name: 'Which of two?' }).getAttribute('href')).toBe('#item-pair');
		expect(screen.getByText('explain the parts')).toBeTruthy();
		for (const link of screen.getAllByRole('link', { name: /Read again: .* What is the aim\?/ }))
			expect(link.getAttribute('href')).toMatch(/framings\/#card-aim-western-1$/);
	});

	it('a further attempt opens what was wrong, and the last one says that there is none', async () => {
		open({ feedback: 'after-attempt', attempts: 2 });
		expect(await screen.findByText('Attempt 1 of 2; 1 more after this one.')).toBeTruthy();
		await choose('text 1');
		await choose('True');
		await press('Hand in');
		await press('Try again what was not right');
		expect(document.activeElement?.closest('fieldset')?.id).toBe('item-pair');
		expect((await screen.findByRole<HTMLInputElement>('radio', { name: /^True/ })).disabled).toBe(true);
		await press('Hand in');
		expect(await screen.findByText('No attempts are left.')).toBeTruthy();
		expect(screen.getByText('SECRET 0')).toBeTruthy();
	});
});

describe('a hint', () => {
	it('says what it costs before it is opened, and takes it off the mark', async () => {
		open({});
		await press('Open a hint (takes off 25 of 100; hints left: 1)');
		expect(await screen.findByText('Look at the first.')).toBeTruthy();
		expect(screen.queryByRole('button', { name: /Open a hint/ })).toBeNull();
		await choose('text 0');
		await fireEvent.click((await screen.findAllByRole('button', { name: 'Check this answer' }))[0]!);
		expect(await screen.findByText('Hints opened: 1. Left of the mark: 0.75.')).toBeTruthy();
	});

	it('that cannot be reached costs nothing', async () => {
		open({}, { reachable: false });
		await press(/Open a hint/);
		expect(await screen.findByText(/nothing was taken off/)).toBeTruthy();
		expect(await button(/hints left: 1/)).toBeTruthy();
	});
});

describe('a timed quiz', () => {
	const at = (now: number) => vi.spyOn(Date, 'now').mockReturnValue(now);

	it('shows its questions only when the clock runs, which can be hidden', async () => {
		at(1_000_000);
		open({ minutes: 2 });
		await button('Start');
		expect(screen.queryByText('Which of two?')).toBeNull();
		await fireEvent.click(screen.getByRole('radio', { name: '3 minutes' }));
		await press('Start');
		expect(await screen.findByText('Which of two?')).toBeTruthy();
		expect(screen.getByText('3:00')).toBeTruthy();
		const hide = await button('Hide the clock');
		await fireEvent.click(hide);
		expect(hide.getAttribute('aria-pressed')).toBe('true');
		expect(screen.getByRole('timer').className).toContain('visually-hidden');
	});

	it('that ran out while its page was closed is handed in as it was, and says so', async () => {
		at(1_000_000);
		const { id, view } = open({ minutes: 2 });
		await press('Start');
		await choose('text 0');
		view.unmount();
		at(1_120_000);
		// The beat of the clock never comes: the end is seen without it.
		const every = window.setInterval.bind(window);
		vi.spyOn(window, 'setInterval').mockImplementation(((run: () => void, ms?: number) =>
			every(ms === 1000 ? () => undefined : run, ms)) as typeof setInterval);
		open({ minutes: 2 }, { id });
		expect(await screen.findByText('Handed in as it was. Questions without a mark: 1.')).toBeTruthy();
		expect(await screen.findByText(/All questions together: 50 of 100/)).toBeTruthy();
		await waitFor(() => expect(document.activeElement?.id).toBe('result'));
	});
});
