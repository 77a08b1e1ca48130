import { render, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { fraction, one, zero } from '#lib/domain/fraction.ts';
import type { Mark } from '#lib/state/marking.ts';
import ItemOutcome from '#lib/ui/quiz/ItemOutcome.svelte';
import { multipleItem } from '../../domain/quiz/arbitraries.ts';

const item = multipleItem([true, true, false]);

it.each([
	[one, 'mark-right'],
	// One half has the numerator of a whole, which must not be taken for one.
	[fraction(1, 2), 'mark-partly'],
	[fraction(2, 3), 'mark-partly'],
	[zero, 'mark-wrong']
])('of %o has a sign of its own', (earned, sign) => {
	const mark = { item, score: { earned, total: one, parts: [] }, feedback: [], claims: [] } as unknown as Mark;
	render(ItemOutcome, { mark, sources: {} });
	expect(screen.getByText(/./, { selector: 'strong' }).closest('p')?.className).toContain(sign);
});

it('leads back once to the cards of one frame on one question', () => {
	const place = (card: string, kind: string, dimension: string) => ({ card, kind, dimension });
	const cards = [
		place('1', 'western', 'Who decides?'),
		place('2', 'western', 'Who decides?'),
		place('3', 'chinese', 'Who decides?'),
		place('4', 'western', 'Who pays?')
	];
	const mark = {
		item,
		score: { earned: one, total: one, parts: [] },
		feedback: [],
		claims: [],
		cards
	} as unknown as Mark;
	render(ItemOutcome, { mark, sources: {}, framings: '/framings/' });
	const ways = screen.getAllByRole('link').map((link) => [link.textContent.trim(), link.getAttribute('href')]);
	expect(ways).toEqual([
		['Read again: Western frame, Who decides?', '/framings/#card-1'],
		['Read again: Chinese frame, Who decides?', '/framings/#card-3'],
		['Read again: Western frame, Who pays?', '/framings/#card-4']
	]);
});
