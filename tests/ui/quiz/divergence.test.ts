import { fireEvent, screen, within } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import DivergenceBody from '#lib/ui/quiz/DivergenceBody.svelte';
import { divergenceItem } from '../../domain/quiz/arbitraries.ts';
import { show, showChecked } from './support.ts';

const item = divergenceItem(['same', 'substantive']);
const radio = (original: string, degree: string) =>
	within(screen.getByRole('group', { name: `How far apart? ${original}` })).getByRole<HTMLInputElement>('radio', {
		name: degree
	});

it('shows each segment in four versions, each in its language', () => {
	show(DivergenceBody, item);
	const [first] = screen.getAllByRole('table');
	const rows = within(first!).getAllByRole('row');
	expect(rows.map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
		['original', '原文0'],
		['pinyin', 'yuánwén 0'],
		['official English', 'official 0'],
		['independent rendering', 'independent 0']
	]);
	expect(within(first!).getByText('原文0').getAttribute('lang')).toBe('zh-Hans');
	expect(within(first!).getByText('yuánwén 0').getAttribute('lang')).toBe('zh-Latn-pinyin');
});

it('answers with the degree of each segment', async () => {
	const given = show(DivergenceBody, item);
	await fireEvent.click(radio('原文0', 'the same'));
	await fireEvent.click(radio('原文1', 'a matter of degree'));
	expect(given.at(-1)).toEqual({ kind: 'divergence', answers: { o0: 'same', o1: 'degree' } });
});

it('once checked names the degree only with the key', () => {
	showChecked(DivergenceBody, item, { kind: 'divergence', answers: { o0: 'same', o1: 'minor' } });
	expect(radio('原文1', 'minor').disabled).toBe(true);
	expect(screen.getByText('Not right yet.')).toBeTruthy();
	expect(screen.queryByText('SECRET 1')).toBeNull();
});

it('with the key says what it would have been, and why', () => {
	showChecked(DivergenceBody, item, { kind: 'divergence', answers: { o0: 'same', o1: 'minor' } }, true);
	expect(
		screen
			.getByText(/^Right would be:/)
			.textContent?.replace(/\s+/g, ' ')
			.trim()
	).toBe('Right would be: substantive');
	expect(screen.getByText('SECRET 1')).toBeTruthy();
});
