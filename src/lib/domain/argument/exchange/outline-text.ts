import { outlineOf } from '../outline.ts';
import type { OutlineNode } from '../outline.ts';
import type { ArgumentMap, Kit } from '../model.ts';
import { remarksOf } from './remarks.ts';
import type { CheckedWords } from './remarks.ts';
import { oneLine, textsOf } from './text.ts';
import type { ExchangeWords } from './text.ts';

/** The word before a row of the outline; `joined` for a further premise of the same step. */
export function wordBefore(node: OutlineNode, joined: boolean, words: ExchangeWords): string {
	if (node.kind === 'contention') return '';
	if (node.kind === 'evidence') return words.evidence;
	if (joined) return words.and;
	if (node.groupKind === 'reason') return words.because;
	return node.onGroup === undefined ? words.however : words.inference;
}

/**
 * The outline as plain text, a row a line, indented by two spaces a level; own notes below, and then what checking
 * showed of the cards that have a number.
 */
export function toOutlineText(
	kit: Kit,
	map: ArgumentMap,
	words: ExchangeWords,
	checked: CheckedWords = () => ''
): string {
	const remarks = remarksOf(kit, map, checked);
	const textOf = textsOf(kit);
	const lines: string[] = [];
	const write = (nodes: readonly OutlineNode[]): void =>
		nodes.forEach((node, at) => {
			const joined = node.group !== undefined && nodes[at - 1]?.group === node.group;
			const word = wordBefore(node, joined, words);
			const remark = remarks.get(node.card);
			const text = oneLine(textOf(node.card)) + (remark ? ` [${remark.number}]` : '');
			const start = node.level === 1 ? '' : `${'  '.repeat(node.level - 2)}- `;
			lines.push(`${start}${word === '' ? '' : `${word} `}${text}`);
			write(node.children);
		});
	write(outlineOf(kit, map));
	if (map.notes.length > 0) lines.push('', words.notes);
	for (const { text, at } of map.notes)
		lines.push(`- ${oneLine(text)}${at === undefined ? '' : ` (${oneLine(textOf(at))})`}`);
	if (remarks.size > 0)
		lines.push('', ...[...remarks.values()].map(({ number, text }) => `[${number}] ${oneLine(text)}`));
	return `${lines.join('\n')}\n`;
}
