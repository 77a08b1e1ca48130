import { fireEvent, screen, within } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import MatrixBody from '#lib/ui/quiz/MatrixBody.svelte';
import { matrixItem } from '../../domain/quiz/arbitraries.ts';
import { show, showChecked } from './support.ts';

const item = matrixItem([
	['asserts', 'silent'],
	['silent', 'denies']
]);
const cell = (claim: string, source: string) =>
	within(screen.getByRole('group', { name: claim })).getByRole<HTMLSelectElement>('combobox', {
		name: new RegExp(`^${source}`)
	});
const say = (claim: string, source: string, value: string) =>
	fireEvent.change(cell(claim, source), { target: { value } });

it('asks of each claim what each source does with it', async () => {
	const given = show(MatrixBody, item);
	await say('text 0', 'source 1', 'silent');
	await say('text 1', 'source 0', 'qualifies');
	expect(given.at(-1)).toEqual({ kind: 'matrix', answers: { 'o0 s1': 'silent', 'o1 s0': 'qualifies' } });
	expect(cell('text 0', 'source 1').selectedOptions[0]?.label).toBe('is silent on it');
});

it('takes an answer back', async () => {
	const given = show(MatrixBody, item, { kind: 'matrix', answers: { 'o0 s0': 'asserts', 'o0 s1': 'silent' } });
	await say('text 0', 'source 0', '');
	expect(given.at(-1)).toEqual({ kind: 'matrix', answers: { 'o0 s1': 'silent' } });
});

const answers = { 'o0 s0': 'asserts', 'o0 s1': 'silent', 'o1 s0': 'silent', 'o1 s1': 'asserts' };

it('marks each cell, and explains a claim once all of it is right', () => {
	showChecked(MatrixBody, item, { kind: 'matrix', answers });
	expect(cell('text 1', 'source 1').disabled).toBe(true);
	expect(screen.getAllByText('Not right yet.')).toHaveLength(1);
	expect(screen.getByText('SECRET 0')).toBeTruthy();
	expect(screen.queryByText('SECRET 1')).toBeNull();
});

it('names the right stance of a cell, and explains every claim, with the key', () => {
	showChecked(MatrixBody, item, { kind: 'matrix', answers }, true);
	expect(
		screen
			.getByText(/^Right would be:/)
			.textContent?.replace(/\s+/g, ' ')
			.trim()
	).toBe('Right would be: denies it');
	expect(screen.getByText('SECRET 1')).toBeTruthy();
});
