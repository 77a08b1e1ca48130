import { fireEvent, screen, within } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import ClassifySourceBody from '#lib/ui/quiz/ClassifySourceBody.svelte';
import { classifyItem } from '../../domain/quiz/arbitraries.ts';
import { show, showChecked } from './support.ts';

const item = classifyItem(['o1', 'o2', null]);
const radio = (field: RegExp, option: string) =>
	within(screen.getByRole('group', { name: field })).getByRole<HTMLInputElement>('radio', { name: option });

it('asks for each field in a group of its own, the stance as a prediction', async () => {
	const given = show(ClassifySourceBody, item);
	await fireEvent.click(radio(/^Genre$/, 'option 0.1'));
	await fireEvent.click(radio(/^The stance you expect \(a prediction, not marked\)$/, 'option 2.0'));
	expect(given.at(-1)).toEqual({ kind: 'classify-source', answers: { genre: 'o1', stance: 'o0' } });
});

const response = { kind: 'classify-source' as const, answers: { genre: 'o1', mandate: 'o0', stance: 'o2' } };

it('marks the fields and not the prediction, of which it only says something', () => {
	showChecked(ClassifySourceBody, item, response);
	expect(radio(/^Mandate/, 'option 1.0').disabled).toBe(true);
	expect(screen.getAllByText('Not right yet.')).toHaveLength(1);
	expect(screen.getByText('SECRET 2').className).not.toMatch(/mark-/);
});

it('names the right option with the key', () => {
	showChecked(ClassifySourceBody, item, response, true);
	expect(
		screen
			.getByText(/^Right would be:/)
			.textContent?.replace(/\s+/g, ' ')
			.trim()
	).toBe('Right would be: option 1.2');
});
