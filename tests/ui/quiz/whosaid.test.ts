import { fireEvent, screen, within } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import WhoSaidBody from '#lib/ui/quiz/WhoSaidBody.svelte';
import { whoSaidItem } from '../../domain/quiz/arbitraries.ts';
import { show, showChecked } from './support.ts';

const item = whoSaidItem(['west', 'china'], ['west', 'china', 'west']);
const radio = (statement: string, column: string) =>
	within(screen.getByRole('group', { name: statement })).getByRole<HTMLInputElement>('radio', {
		name: `column ${column}`
	});

it('asks for each statement in a group of its own, and answers with all that were given', async () => {
	const given = show(WhoSaidBody, item);
	await fireEvent.click(radio('text 0', 'china'));
	await fireEvent.click(radio('text 2', 'west'));
	await fireEvent.click(radio('text 0', 'west'));
	expect(given.at(-1)).toEqual({ kind: 'whosaid', answers: { o0: 'west', o2: 'west' } });
	expect(radio('text 2', 'west').checked).toBe(true);
	expect(radio('text 1', 'west').checked).toBe(false);
});

it('on the first try says which are right, and keeps back what would be', () => {
	showChecked(WhoSaidBody, item, { kind: 'whosaid', answers: { o0: 'china', o1: 'china', o2: 'west' } });
	expect(radio('text 0', 'china').disabled).toBe(true);
	expect(screen.getAllByText('Not right yet.')).toHaveLength(1);
	expect(screen.queryByText('SECRET 0')).toBeNull();
	expect(screen.getByText('SECRET 1')).toBeTruthy();
});

it('names the right voice with the key', () => {
	showChecked(WhoSaidBody, item, { kind: 'whosaid', answers: { o0: 'china', o1: 'china', o2: 'west' } }, true);
	expect(screen.getByText(/^Right would be:/).textContent).toBe('Right would be: column west');
	expect(screen.getByText('SECRET 0')).toBeTruthy();
});
