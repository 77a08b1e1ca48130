import { fireEvent, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import ChoiceBody from '#lib/ui/quiz/ChoiceBody.svelte';
import { multipleItem, singleItem, trueFalseItem } from '../../domain/quiz/arbitraries.ts';
import { box, radio, show, showChecked } from './support.ts';

describe('a single choice', () => {
	it('answers with the option that was chosen last', async () => {
		const given = show(ChoiceBody, singleItem(3, 1));
		await fireEvent.click(radio('text 0'));
		await fireEvent.click(radio('text 2'));
		expect(given).toEqual([
			{ kind: 'single', choice: 'o0' },
			{ kind: 'single', choice: 'o2' }
		]);
		expect(radio('text 2').checked).toBe(true);
		expect(radio('text 0').checked).toBe(false);
	});

	it('shows what was chosen before', () => {
		show(ChoiceBody, singleItem(3, 1), { kind: 'single', choice: 'o1' });
		expect(radio('text 1').checked).toBe(true);
	});

	it('once checked cannot be changed, and says why about the chosen option alone', () => {
		showChecked(ChoiceBody, singleItem(3, 1), { kind: 'single', choice: 'o2' });
		for (const one of screen.getAllByRole<HTMLInputElement>('radio')) expect(one.disabled).toBe(true);
		expect(radio(/^text 2 Not right: SECRET 2$/).checked).toBe(true);
		expect(screen.queryByText('SECRET 1')).toBeNull();
	});

	it('names the right option once the key is revealed', () => {
		showChecked(ChoiceBody, singleItem(3, 1), { kind: 'single', choice: 'o2' }, true);
		expect(radio(/^text 1 Right: SECRET 1$/).checked).toBe(false);
	});
});

describe('a multiple choice', () => {
	it('answers with all that are chosen, in the order of the page', async () => {
		const given = show(ChoiceBody, multipleItem([true, false, true]));
		expect(screen.getByText('Choose all that apply, and only those.')).toBeTruthy();
		await fireEvent.click(box('text 2'));
		await fireEvent.click(box('text 0'));
		expect(given.at(-1)).toEqual({ kind: 'multiple', choices: ['o0', 'o2'] });
		await fireEvent.click(box('text 2'));
		expect(given.at(-1)).toEqual({ kind: 'multiple', choices: ['o0'] });
	});
});

describe('true or false', () => {
	it('answers with what was said', async () => {
		const given = show(ChoiceBody, trueFalseItem(false));
		await fireEvent.click(radio('True'));
		await fireEvent.click(radio('False'));
		expect(given).toEqual([
			{ kind: 'truefalse', answer: true },
			{ kind: 'truefalse', answer: false }
		]);
	});

	it('shows an answer of false as given, and not as missing', () => {
		show(ChoiceBody, trueFalseItem(true), { kind: 'truefalse', answer: false });
		expect(radio('False').checked).toBe(true);
		expect(radio('True').checked).toBe(false);
	});
});
