import { groupsById } from '../links.ts';
import type { ArgumentMap, CardId, Group, Kit } from '../model.ts';
import { oneLine, textsOf } from './text.ts';

/** A backslash before whatever could mean something in Argdown. */
const escape = (text: string): string => oneLine(text).replace(/[\\*_#[\]<>{}@/%|$^~`:&=+-]/g, '\\$&');
const title = (id: string): string => oneLine(id).replace(/[[\]<>:]/g, '');

/**
 * The map as Argdown (argdown.org): cards are statements, groups are arguments with their premises as a
 * premise-conclusion structure. A reason concludes to its target; an objection concludes to a statement that attacks
 * the target, an inference objection to one that undercuts the argument; evidence supports its claim. Notes are
 * comments. Works on any map that `parseMap` accepts.
 */
export function toArgdown(kit: Kit, map: ArgumentMap, about = ''): string {
	const textOf = textsOf(kit);
	const groups = [...groupsById(map).values()];
	const argument = (id: string): string => `step ${title(id)}`;
	const defined = new Set<CardId>();
	/** A statement carries its text where it comes first. */
	const statement = (card: CardId): string => {
		if (defined.has(card)) return `[${title(card)}]`;
		defined.add(card);
		return `[${title(card)}]: ${escape(textOf(card))}`;
	};
	const head = about === '' ? [] : [`# ${escape(about)}`, ''];
	const root = [statement(map.root), ''];
	const conclusion = ({ kind, target }: Group, number: string, name: string): string[] => {
		if ('card' in target && kind === 'reason') return [`${number} ${statement(target.card)}`];
		const relation = kind === 'reason' ? '+>' : 'card' in target ? '->' : '_>';
		const on = 'card' in target ? `[${title(target.card)}]` : `<${argument(target.group)}>`;
		const words =
			'card' in target
				? `This speaks against: ${textOf(target.card)}`
				: kind === 'reason'
					? 'This speaks for the step.'
					: 'Even so, it does not follow.';
		return [`${number} [${name} therefore]: ${escape(words)}`, `  ${relation} ${on}`];
	};
	const body = groups.flatMap((group) => {
		const name = argument(group.id);
		const premises = group.premises.map((card, at) => `(${at + 1}) ${statement(card)}`);
		return [`<${name}>`, '', ...premises, '-----', ...conclusion(group, `(${group.premises.length + 1})`, name), ''];
	});
	const evidence = map.evidence.flatMap((pair) => [statement(pair.claim), `  + ${statement(pair.evidence)}`, '']);
	const notes = map.notes.map(({ text }) => `/* ${oneLine(text).replaceAll('*/', '* /')} */`);
	return `${[...head, ...root, ...body, ...evidence, ...notes].join('\n').trimEnd()}\n`;
}
