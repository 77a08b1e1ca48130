import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { feedbackFor, publicItem } from '#lib/domain/quiz/index.ts';
import type { Checked } from '#lib/state/marking.ts';
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
	for (const label of ['Weak.', 'Caricature.', 'The other side’s card.']) expect(screen.getByText(label)).toBeTruthy();
});

it('once checked tells on each card what checking showed of its claims, and of those that hold nothing', async () => {
	const claim = { id: 'c1', statement: '', source: 'ecfr-2015', locator: '', framing: 'western', discrepancies: [] };
	const checked = [
		{ claims: [{ ...claim, status: 'disputed', why: 'Others see real centralisation.' }], discrepancies: [] },
		{ claims: [{ ...claim, status: 'confirmed', why: 'Two sources agree.' }], discrepancies: [] },
		{
			claims: [{ ...claim, status: 'error' }],
			discrepancies: [{ id: 'd1', says: 'the law of 2017', record: 'the law of 2016' }]
		}
	] as unknown as Checked[];
	const response = { kind: 'best-case' as const, picks: ids.slice(0, 2) };
	const told = feedbackFor(item, response, { revealKey: true });
	render(BestCaseBody, {
		item: publicItem(item),
		response,
		feedback: told.map((one, at) => ({ ...one, ...(checked[at] && { checked: checked[at] }) })),
		fixed: true,
		onanswer: () => undefined
	});
	const card = (at: number) => box(new RegExp(`^${texts[at]!}`)).closest('label')!;
	expect(await within(card(0)).findByText('disputed')).toBeTruthy();
	expect(within(card(0)).getByText('Others see real centralisation.')).toBeTruthy();
	expect(card(1).textContent).not.toContain('Two sources agree.');
	expect(within(card(2)).getByText('error in the source')).toBeTruthy();
	expect(card(2).textContent).toMatch(/The text says:\s+the law of 2017\s+On record:\s+the law of 2016/);
	expect(document.querySelectorAll('.flag')).toHaveLength(2);
});
