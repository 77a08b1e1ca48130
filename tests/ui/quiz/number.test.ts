import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import NumberBody from '#lib/ui/quiz/NumberBody.svelte';
import { numberItem } from '../../domain/quiz/arbitraries.ts';
import { show, showChecked } from './support.ts';

const item = numberItem([2014, 2013, 2015], { unit: 'years', slips: [2017] });
const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Your answer' });

it('answers with what is written, on a keyboard for figures', async () => {
	const given = show(NumberBody, item);
	expect(field().inputMode).toBe('decimal');
	await fireEvent.input(field(), { target: { value: '2 014' } });
	expect(given).toEqual([{ kind: 'number', text: '2 014' }]);
});

it('is described by its unit, and by what is missing while something is', () => {
	const props = { item, response: undefined, feedback: [], fixed: false, onanswer: () => undefined };
	render(NumberBody, { props: { ...props, problem: 'problem-item' } });
	expect(field().getAttribute('aria-describedby')).toBe('item-answer-unit problem-item');
	expect(field().getAttribute('aria-invalid')).toBe('true');
});

it('tells a slip by its own feedback, and the number only with the key', () => {
	showChecked(NumberBody, item, { kind: 'number', text: '2017' });
	expect(screen.getByText('SECRET 2017')).toBeTruthy();
	expect(screen.queryByText(/2014/)).toBeNull();
});

it('names the number and its unit with the key', () => {
	showChecked(NumberBody, item, { kind: 'number', text: '1999' }, true);
	expect(
		screen
			.getByText(/^Right would be:/)
			.textContent?.replace(/\s+/g, ' ')
			.trim()
	).toBe('Right would be: 2014 years');
});
