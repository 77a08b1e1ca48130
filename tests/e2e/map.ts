import type { Locator, Page } from '@playwright/test';
import type { Card, Reference } from '../../src/lib/domain/argument/model.ts';
import { begins, stepOf } from './support.ts';

export const { kit, references } = stepOf('weigh');

export type Way = 'because' | 'however' | 'together' | 'inference' | 'evidence';
/** One card more on the map: on which card's row, and how. */
export interface Move {
	card: string;
	on: string;
	how: Way;
}

/** How a map is built card by card from the contention. */
export function movesOf({ map }: Reference): Move[] {
	const holds = new Map(map.groups.map((group) => [group.id, group.premises]));
	return [
		...map.groups.flatMap(({ kind, premises, target }) =>
			premises.map((card, at): Move => {
				if (at > 0) return { card, on: premises[0] ?? '', how: 'together' };
				if ('group' in target) return { card, on: holds.get(target.group)?.[0] ?? '', how: 'inference' };
				return { card, on: target.card, how: kind === 'reason' ? 'because' : 'however' };
			})
		),
		...map.evidence.map(({ evidence, claim }): Move => ({ card: evidence, on: claim, how: 'evidence' }))
	];
}

export const cardOf = (id: string): Card | undefined => kit.cards.find((card) => card.id === id);
export const wordsOf = (id: string): string => (id === kit.root.id ? kit.root.text : (cardOf(id)?.text ?? id));

/** The words of a row: where a finger goes, since a row holds the rows below it too. */
export const label = (page: Page, card: string): Locator => page.getByRole('tree').getByText(wordsOf(card));

export const addWords: Record<Way, string> = {
	because: 'Because…',
	however: 'However…',
	together: 'Together with…',
	inference: 'It does not follow…',
	evidence: 'Evidence…'
};
export const wayWords: Record<Way, string> = {
	because: 'because: it supports this',
	however: 'however: it objects to this',
	together: 'together with this, as one reason',
	inference: 'even if true, it does not follow',
	evidence: 'evidence for this'
};
export const wayKeys: Record<Way, string> = {
	because: 'r',
	however: 'o',
	together: 'c',
	inference: 'i',
	evidence: 'e'
};

/** With the mouse, or with a finger. */
type Press = 'click' | 'tap';

/** First the row, then the way, then the card from the list that opens. */
export async function addByRow(page: Page, { card, on, how }: Move, by: Press = 'click'): Promise<void> {
	await label(page, on)[by]();
	await page.getByRole('group', { name: 'What to do with the selected row' }).getByText(addWords[how])[by]();
	await page
		.getByRole('dialog', { name: addWords[how] })
		.getByRole('button', { name: wordsOf(card) })
		[by]();
}
/** First the card in the kit, then the row, then the way. */
export async function addByCard(page: Page, { card, on, how }: Move, by: Press = 'click'): Promise<void> {
	await page.getByRole('button', { name: begins(`Place: ${wordsOf(card)}`) })[by]();
	await label(page, on)[by]();
	await page.getByRole('button', { name: wayWords[how] })[by]();
}
