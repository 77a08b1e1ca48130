import { fireEvent, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import BestCaseBody from '#lib/ui/quiz/BestCaseBody.svelte';
import { bestCaseItem } from '../../domain/quiz/arbitraries.ts';
import { box, show, showChecked } from './support.ts';

const item = bestCaseItem(2, ['weak', 'strong', 'caricature', 'strong', 'other']);
const texts = item.cards.map(({ text }) => text as string);
const ids = item.cards.map(({ id }) => id);

it('answers with the picked cards in the order of the page, and says how many are picked', async () => {
	const given = show(BestCaseBody, item);
	expect(screen.getByRole('status').textContent).toBe('0 of 2 chosen');
	await fireEvent.click(box(texts[3]!));
	await fireEvent.click(box(texts[0]!));
	expect(given.at(-1)).toEqual({ kind: 'best-case', picks: [ids[0], ids[3]] });
	expect(screen.getByRole('status').textContent).toBe('2 of 2 chosen');
});

it('takes no more cards than are asked for, until one is given back', async () => {
	const given = show(BestCaseBody, item, { kind: 'best-case', picks: [ids[0]!, ids[3]!] });
	expect(box(texts[1]!).disabled).toBe(true);
	expect(box(texts[0]!).disabled).toBe(false);
	await fireEvent.click(box(texts[0]!));
	expect(given).toEqual([{ kind: 'best-case', picks: [ids[3]] }]);
	expect(box(texts[1]!).disabled).toBe(false);
});

it('once checked names what each card is and why', () => {
	showChecked(BestCaseBody, item, { kind: 'best-case', picks: [ids[1]!, ids[2]!] }, true);
	for (const one of screen.getAllByRole<HTMLInputElement>('checkbox')) expect(one.disabled).toBe(true);
	expect(screen.getAllByText('Strong.')).toHaveLength(2);
	for (const label of ['Weak.', 'Caricature.', "The other side's card."]) expect(screen.getByText(label)).toBeTruthy();
});
