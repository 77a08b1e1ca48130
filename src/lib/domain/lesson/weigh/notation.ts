import { linkKey, targetKey } from '../../argument/links.ts';
import { mention, report } from '../reading.ts';
import { rootId } from './kit.ts';
import type { Piece } from '../read/markdown.ts';
import type { Reading } from '../reading.ts';
import type { ArgumentMap, CardId, GroupId, LinkKey, Target } from '../../argument/model.ts';

export const linkWords = { because: 'reason', however: 'objection', evidence: 'evidence' } as const;
export type LinkWord = keyof typeof linkWords;

/** A single link as written: `k however j`, `d however r2`, `[d + h however T]`. */
export interface WrittenLink {
	/** More than one only in square brackets, which name a grouping. */
	cards: CardId[];
	word: LinkWord;
	/** A card, the contention, or a group's name. */
	target: string;
	targetAt: number;
	at: number;
}

const isWord = (word: string): word is LinkWord => Object.hasOwn(linkWords, word);

/** Reads one link; null (reported) if it is none. Each of its cards must be in the kit. */
export function readLink(reading: Reading, { text, at }: Piece): WrittenLink | null {
	const match = /^(\[?)\s*([\w-]+(?:\s*\+\s*[\w-]+)*)\s+([a-z]+)\s+([\w-]+)\s*(\]?)$/d.exec(text);
	const [, open, cards = '', word = '', target = '', close] = match ?? [];
	const several = cards.includes('+');
	if (!match || !isWord(word) || (open === '') !== (close === '') || (several && open === '')) {
		report(reading, at, {
			code: 'bad-link-notation',
			found: `\`${text}\``,
			expected: '`card because target`, `card however target` or `card evidence card`; a grouping in `[ ]`',
			mend:
				several && open === '' ? `Write \`[${text}]\`.` : 'Name the link as in `k however j` or `[d + h however T]`.'
		});
		return null;
	}
	const start = match.indices?.[2]?.[0] ?? 0;
	const premises = [...cards.matchAll(/[\w-]+/g)].map((card) =>
		mention(reading, 'card', card[0], at + start + card.index)
	);
	return { cards: premises, word, target, targetAt: at + (match.indices?.[4]?.[0] ?? 0), at };
}

/** What a written target means in one map: a group that goes by this name there, else a card. */
export function targetIn(names: ReadonlySet<GroupId>, target: string): Target {
	return names.has(target) ? { group: target } : { card: target };
}

/**
 * The canonical keys of a written link in one map, one for each card. A grouping is named by the links of its cards
 * as well: the misconception's code tells that it is the grouping which is meant.
 */
export function keysOf(map: ArgumentMap, names: ReadonlySet<GroupId>, link: WrittenLink): LinkKey[] {
	const target = targetKey(map, targetIn(names, link.target));
	return link.cards.map((card) => linkKey(card, linkWords[link.word], target));
}

/** Has the target looked up among the cards, unless it is the contention or a group known as `names`. */
export function mentionTarget(reading: Reading, link: WrittenLink, names: ReadonlySet<GroupId>): void {
	if (link.target !== rootId && !names.has(link.target)) mention(reading, 'card', link.target, link.targetAt);
}
