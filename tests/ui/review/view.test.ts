import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { describe, expect, test, vi } from 'vitest';
import ReviewView from '#lib/ui/review/ReviewView.svelte';
import { numberItem } from '../../domain/quiz/arbitraries.ts';
import { device } from './support.ts';

const card = () => screen.getByRole('region', { name: /left today/ });
const press = async (name: string | RegExp) => {
	await fireEvent.click(screen.getByRole('button', { name }));
	await tick();
};

describe('the review', () => {
	test('asks a term, shows its answer side, and says when each rating brings it back', async () => {
		const { session } = await device();
		render(ReviewView, { session: await session() });
		expect(card().textContent).toContain('网信');
		expect(within(card()).queryByText('wǎngxìn')).toBeNull();
		await press('Show the answer');
		expect(within(card()).getByText('wǎngxìn')).toBeTruthy();
		expect(document.activeElement).toBe(card());
		expect(screen.getByRole('button', { name: 'Again in 10 minutes' })).toBeTruthy();
		expect(screen.getByRole('button', { name: 'Easy in 8 days' })).toBeTruthy();
	});

	test('marks a question with the quiz’s own marking, and shows the key to who does not know', async () => {
		const { session } = await device();
		const state = await session();
		render(ReviewView, { session: state });
		await press('Until tomorrow');
		expect(card().textContent).toContain('Who said it?');
		await press('Check this answer');
		expect(screen.getAllByRole('alert').some((one) => one.textContent !== '')).toBe(true);
		await press('I do not know');
		expect(card().textContent).toContain('Not answered');
		expect(document.activeElement?.textContent).toContain('Not answered');
		expect(card().textContent).toContain('In its leader.');
		await fireEvent.keyDown(card(), { key: '1' });
		expect(state.deck.find(({ id }) => id === 'item/one/q1')?.reviews.map(({ rating }) => rating)).toEqual([
			'again',
			'again'
		]);
	});

	test('says at its field what is missing, and after a check leads to the mark, from where the keys go on', async () => {
		const { session, load } = await device();
		(await session()).close();
		const typed = { ...numberItem([2014, 2014, 2014]), id: 'q1', claims: [] };
		const state = await session({ load: async () => ({ ...(await load()), items: [typed] }) });
		render(ReviewView, { session: state });
		await press('Until tomorrow');
		const field = await screen.findByRole<HTMLInputElement>('textbox');
		expect(field.hasAttribute('aria-invalid')).toBe(false);
		await press('Check this answer');
		expect(field.getAttribute('aria-invalid')).toBe('true');
		const described = field.getAttribute('aria-describedby') ?? '';
		expect(document.getElementById(described)?.textContent).toBe('Write your answer first.');
		await fireEvent.input(field, { target: { value: '2014' } });
		expect(field.hasAttribute('aria-invalid')).toBe(false);
		await press('Check this answer');
		const outcome = document.getElementById('outcome-q1')!;
		await vi.waitFor(() => expect(document.activeElement).toBe(outcome));
		expect(outcome.textContent).toContain('Right');
		await fireEvent.keyDown(outcome, { key: 'Enter' });
		expect(state.deck.find(({ id }) => id === 'item/one/q1')?.reviews.at(-1)?.rating).toBe('good');
	});

	test('keys do nothing before the answer is shown, nor with a modifier', async () => {
		const { session } = await device();
		const state = await session();
		render(ReviewView, { session: state });
		await fireEvent.keyDown(card(), { key: '3' });
		await fireEvent.keyDown(card(), { key: 'Enter' });
		await tick();
		expect(state.snapshot.value).toEqual({ asked: 'shown' });
		await fireEvent.keyDown(card(), { key: '3', ctrlKey: true });
		expect(state.deck.find(({ id }) => id === 'term/wangxin')?.reviews).toEqual([]);
	});

	test('says why a card is shown', async () => {
		const { session } = await device();
		render(ReviewView, { session: await session() });
		expect(card().textContent).toContain('You have not been asked this yet.');
	});

	test('refuses a limit that is none, and keeps the one before', async () => {
		const { session } = await device();
		const state = await session();
		render(ReviewView, { session: state });
		await fireEvent.change(screen.getByLabelText('New cards a day, at most'), { target: { value: '1.5' } });
		expect(screen.getByText(/A whole number from 0 to 100/)).toBeTruthy();
		expect(state.plan.newPerDay).toBe(10);
		await fireEvent.change(screen.getByLabelText('New cards a day, at most'), { target: { value: '0' } });
		expect(state.plan.newPerDay).toBe(0);
		expect(state.queue.held).toBe(1);
	});
});
