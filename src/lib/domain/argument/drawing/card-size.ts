import type { Kit } from '../model.ts';
import type { OutlineNode } from '../outline.ts';
import { wrapText } from './wrap.ts';

/** The measures of a drawn card in CSS pixels at zoom 1. */
export const cardFace = { width: 224, font: 13, line: 17, padding: 10, head: 18 } as const;

export interface Face {
	lines: string[];
	width: number;
	height: number;
}

/** What is written on each card and how much room it takes; the head line holds frame and role. */
export function facesOf(kit: Kit): (node: Pick<OutlineNode, 'card'>) => Face {
	const known = new Map<string, Face>();
	const texts = new Map([
		[kit.root.id, kit.root.text],
		...kit.cards.map(({ id, text }): [string, string] => [id, text])
	]);
	return ({ card }) => {
		const found = known.get(card);
		if (found) return found;
		const { width, font, line, padding, head } = cardFace;
		// The contention is set in bold, which is wider.
		const room = ((width - 2 * padding) / font) * (card === kit.root.id ? 0.88 : 1);
		const lines = wrapText(texts.get(card) ?? card, room);
		const face = { lines, width, height: lines.length * line + 2 * padding + (card === kit.root.id ? 0 : head) };
		known.set(card, face);
		return face;
	};
}
