import { fireEvent, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import OrderBody from '#lib/ui/quiz/OrderBody.svelte';
import { orderItem } from '../../domain/quiz/arbitraries.ts';
import { show, showChecked } from './support.ts';

const item = orderItem([2, 3, 1]);
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
const lines = () => screen.getAllByRole('listitem').map((line) => /text \d/.exec(line.textContent ?? '')?.[0]);
const press = async (name: string) => {
	button(name).focus();
	await fireEvent.click(button(name));
};

it('answers with the order after each move', async () => {
	const given = show(OrderBody, item);
	await press('Move earlier: text 2');
	expect(given).toEqual([{ kind: 'order', order: ['o0', 'o2', 'o1'] }]);
	expect(lines()).toEqual(['text 0', 'text 2', 'text 1']);
});

it('moves the focus along with the entry, and to the other button where the first has no way further', async () => {
	show(OrderBody, item);
	await press('Move earlier: text 2');
	expect(document.activeElement).toBe(button('Move earlier: text 2'));
	await press('Move earlier: text 2');
	expect(lines()[0]).toBe('text 2');
	expect(button('Move earlier: text 2').disabled).toBe(true);
	expect(document.activeElement).toBe(button('Move later: text 2'));
});

it('says where an entry stands after a move', async () => {
	show(OrderBody, item);
	await press('Move later: text 0');
	expect(screen.getByRole('status').textContent).toBe('text 0: now place 2 of 3');
});

it('lets the first and the last line move one way only', () => {
	show(OrderBody, item);
	expect(button('Move earlier: text 0').disabled).toBe(true);
	expect(button('Move later: text 0').disabled).toBe(false);
	expect(button('Move later: text 2').disabled).toBe(true);
});

it('takes the order as it stands for an answer only when that is said', async () => {
	const given = show(OrderBody, item);
	await press('The order is right as it stands');
	expect(given).toEqual([{ kind: 'order', order: ['o0', 'o1', 'o2'] }]);
	expect(screen.queryByRole('button', { name: 'The order is right as it stands' })).toBeNull();
});

it('once checked has no buttons, and says which lines are in place', () => {
	showChecked(OrderBody, item, { kind: 'order', order: ['o2', 'o1', 'o0'] });
	expect(screen.queryByRole('button')).toBeNull();
	expect(screen.getByText('SECRET 2')).toBeTruthy();
	expect(screen.getAllByText('Not in its place yet.')).toHaveLength(2);
	expect(screen.queryByText('SECRET 0')).toBeNull();
});
