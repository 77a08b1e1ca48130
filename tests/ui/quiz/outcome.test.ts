import { render, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { fraction, one, zero } from '#lib/domain/fraction.ts';
import type { Mark } from '#lib/state/marking.ts';
import ItemOutcome from '#lib/ui/quiz/ItemOutcome.svelte';
import { multipleItem } from '../../domain/quiz/arbitraries.ts';

const item = multipleItem([true, true, false]);
const nothing = { claims: [], discrepancies: [] };

it.each([
	[one, 'mark-right'],
	// One half has the numerator of a whole, which must not be taken for one.
	[fraction(1, 2), 'mark-partly'],
	[fraction(2, 3), 'mark-partly'],
	[zero, 'mark-wrong']
])('of %o has a sign of its own', (earned, sign) => {
	const mark = { item, score: { earned, total: one, parts: [] }, feedback: [], checked: nothing } as unknown as Mark;
	render(ItemOutcome, { mark, sources: {} });
	expect(screen.getByText(/./, { selector: 'strong' }).closest('p')?.className).toContain(sign);
});

const place = (card: string, kind: string, dimension: string) => ({ card, kind, dimension });
const cards = [
	place('1', 'western', 'Who decides?'),
	place('2', 'western', 'Who decides?'),
	place('3', 'chinese', 'Who decides?'),
	place('4', 'western', 'Who pays?')
];
const shown = (earned: Mark['score']['earned']) => {
	const mark = { item, score: { earned, total: one, parts: [] }, feedback: [], checked: nothing, cards };
	render(ItemOutcome, { mark: mark as unknown as Mark, sources: {}, framings: '/framings/' });
	return screen.queryAllByRole('link').map((link) => [link.textContent.trim(), link.getAttribute('href')]);
};

it.each([zero, fraction(2, 3)])('of %o leads back once to the cards of one frame on one question', (earned) => {
	expect(shown(earned)).toEqual([
		['Read again: Western frame, Who decides?', '/framings/#card-1'],
		['Read again: Chinese frame, Who decides?', '/framings/#card-3'],
		['Read again: Western frame, Who pays?', '/framings/#card-4']
	]);
});

it('that is fully right sends nobody back', () => {
	expect(shown(one)).toEqual([]);
});

it('flags what it rests on and a source got wrong, and says what is on record', () => {
	const claim = { id: 'c057', statement: 'The law was drafted in 2017.', status: 'error', source: 'china-daily-2017' };
	const discrepancy = { id: 'd05', says: 'drafted in 2017', record: 'passed in November 2016' };
	const mark = {
		item,
		score: { earned: zero, total: one, parts: [] },
		feedback: [],
		checked: { claims: [{ ...claim, why: 'In force since June 2017.' }], discrepancies: [discrepancy] }
	} as unknown as Mark;
	render(ItemOutcome, { mark, sources: {} });
	const flags = screen.getAllByText('error in the source');
	// Seen before what it rests on is opened, and again beside the claim.
	expect(flags.map((flag) => flag.closest('summary') !== null)).toEqual([true, false]);
	expect(screen.getByText('In force since June 2017.')).toBeTruthy();
	expect(screen.getByText(/passed in November 2016/).textContent).toMatch(
		/The text says:\s+drafted in 2017\s+On record:\s+passed in November 2016/
	);
});
