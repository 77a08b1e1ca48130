import { fireEvent, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import type { Html } from '#lib/domain/lesson/model.ts';
import MatchBody from '#lib/ui/quiz/MatchBody.svelte';
import { matchItem } from '../../domain/quiz/arbitraries.ts';
import { show, showChecked } from './support.ts';

const item = matchItem(['r0', 'r1', null], ['r0', 'r1']);
const select = (name: string) => screen.getByRole<HTMLSelectElement>('combobox', { name });
const choose = (name: string, value: string) => fireEvent.change(select(name), { target: { value } });

it('answers with the pairs that were made, and with none where a line has no partner', async () => {
	const given = show(MatchBody, item);
	await choose('text 0', 'r1');
	await choose('text 2', '—');
	expect(given.at(-1)).toEqual({ kind: 'match', pairs: { o0: 'r1', o2: null } });
	expect(select('text 2').selectedOptions[0]?.label).toBe('none of these');
});

it('takes a pair back when the line is set to nothing', async () => {
	const given = show(MatchBody, item, { kind: 'match', pairs: { o0: 'r0', o1: 'r1' } });
	expect(select('text 1').value).toBe('r1');
	await choose('text 1', '');
	expect(given.at(-1)).toEqual({ kind: 'match', pairs: { o0: 'r0' } });
});

it('shows a long partner whole below its menu, which would cut it off', async () => {
	const whole = 'a partner whose words fill more than one line of a phone';
	const long = {
		...item,
		right: item.right.map((right) => (right.id === 'r1' ? { ...right, text: whole as Html } : right))
	};
	show(MatchBody, long);
	await choose('text 0', 'r1');
	expect(screen.getAllByText(whole, { selector: 'small span' })).toHaveLength(1);
	await choose('text 0', '—');
	expect(screen.queryByText(whole, { selector: 'small span' })).toBeNull();
});

it('once checked cannot be changed, and keeps the key back on the first try', () => {
	showChecked(MatchBody, item, { kind: 'match', pairs: { o0: 'r0', o1: 'r0', o2: null } });
	expect(select('text 1').disabled).toBe(true);
	expect(screen.getByText('SECRET 0')).toBeTruthy();
	expect(screen.getByText('Not its partner.')).toBeTruthy();
	expect(screen.queryByText('SECRET 1')).toBeNull();
});
