import { named } from '../id.ts';
import { listed } from '../nearest.ts';
import { mention, placed, report } from '../reading.ts';
import { isList } from '../read/markdown.ts';
import { readEntries } from '../read/entries.ts';
import { linkWords } from './notation.ts';
import { rootId } from './kit.ts';
import type { Entry } from '../read/entries.ts';
import type { Reading } from '../reading.ts';
import type { ArgumentMap, Card, Group, Target } from '../../argument/model.ts';

/** A tree of lines being read into a map. */
export interface Tree {
	reading: Reading;
	kit: readonly Card[];
	/** Tells the references apart, since each may use the same names. */
	scope: string;
	map: ArgumentMap;
	/** Names that the author gave to groups. */
	names: Set<string>;
	/** Names that stand anywhere in the reference: an unnamed group takes none of them. */
	taken: ReadonlySet<string>;
}

const line = new RegExp(
	[
		/^(?:`(?<name>[^`]+)`:\s+)?/,
		/(?<word>because|however|evidence)\s+/,
		/(?<cards>`[^`]+`(?:\s+\+\s+`[^`]+`)*)/,
		/(?:\s+\(on\s+`(?<on>[^`]+)`\))?\.?$/
	]
		.map(({ source }) => source)
		.join(''),
	'di'
);

/** What to do about a line that does not read as one of a map, by what it looks like. */
function wayOut(text: string): string {
	const first = text.split('\n')[0] ?? '';
	if (/\n\s*[-*+]\s/.test(text))
		return 'Indent the line below it by two spaces, no more: it is taken for more of this one.';
	if (/^optional\b/i.test(first))
		return 'Put it at the end of the reference, not indented, as a link: `` - optional `d evidence a` ``.';
	if (
		/^(?:`[^`]+`:\s+)?(?:because|however|evidence)\s+`[^`]+`(?:\s+\+\s+`[^`]+`)*(?:\s+\(on\s+`[^`]+`\))?\s*\S/.test(
			first
		)
	)
		return 'Nothing stands after the cards but `(on …)`; several cards are joined by ` + `.';
	if (/^(?:`[^`]+`:\s+)?(?:because|however|evidence)\b/.test(first))
		return 'Put the ids of the cards in backticks right after the word.';
	return 'Begin with `because`, `however` or `evidence`, cards in backticks.';
}

const freeId = ({ map, taken }: Tree): string => {
	const used = new Set([...taken, ...map.groups.map(({ id }) => id)]);
	let number = 1;
	while (used.has(`g${number}`)) number += 1;
	return `g${number}`;
};

/** Reads one line and those below it. `above` is the group that it is indented under, null for the contention. */
export function readLine(tree: Tree, entry: Entry, above: Group | null): void {
	const { reading } = tree;
	const { text, at } = entry.lead;
	const match = line.exec(text);
	const { name, cards = '', on } = match?.groups ?? {};
	const word = match?.groups?.['word']?.toLowerCase();
	if (!match || (word !== 'because' && word !== 'however' && word !== 'evidence'))
		return bad(reading, entry, `\`${text.split('\n')[0]?.slice(0, 60)}\``, wayOut(text));
	const span = (group: string): number => at + (match.indices?.groups?.[group]?.[0] ?? 0);
	const premises = [...cards.matchAll(/`([^`]+)`/g)].map((card) =>
		mention(reading, 'card', card[1] ?? '', span('cards') + card.index + 1)
	);
	const target = targetOf(tree, entry, above, on, on === undefined ? entry.at : span('on'));
	if (!target) return;
	if (word === 'evidence') readEvidence(tree, entry, premises, target);
	else {
		const group: Group = { id: name ?? freeId(tree), kind: linkWords[word], premises, target };
		if ('card' in target && premises.includes(target.card))
			return bad(reading, entry, `\`${target.card}\` below itself`, 'A card cannot bear on itself.');
		if (name !== undefined) nameGroup(tree, name, span('name'));
		tree.map.groups.push(placed(reading, group, entry.at));
		for (const list of entry.lists)
			if (isList(list)) for (const below of readEntries(reading, list, true)) readLine(tree, below, group);
	}
}

function nameGroup({ reading, scope, kit, names }: Tree, name: string, at: number): void {
	named(reading, name, { what: 'group', scope, at, text: name });
	names.add(name);
	if (name === rootId || kit.some(({ id }) => id === name))
		report(reading, at, {
			code: 'duplicate-id',
			found: `a group \`${name}\``,
			expected: 'a name that no card has',
			mend: 'Call reasons `r1`, `r2`, … and objections `o1`, `o2`, ….'
		});
}

function readEvidence({ reading, map }: Tree, entry: Entry, cards: string[], target: Target): void {
	if ('group' in target)
		return bad(
			reading,
			entry,
			`evidence on the group \`${target.group}\``,
			'Evidence is for one card: write `(on `card`)`.'
		);
	if (cards.length > 1) bad(reading, entry, 'two pieces of evidence on one line', 'Give each a line of its own.');
	if (entry.lists.length > 0)
		bad(reading, entry, 'a line below evidence', 'Evidence is not argued about; if it is, make the card a claim.');
	for (const evidence of cards) map.evidence.push(placed(reading, { evidence, claim: target.card }, entry.at));
}

/** The group or card above that a line bears on; undefined (reported) if it cannot be told. */
function targetOf(
	tree: Tree,
	entry: Entry,
	above: Group | null,
	on: string | undefined,
	at: number
): Target | undefined {
	if (!above) {
		if (on === undefined || on === rootId) return { card: rootId };
		bad(
			tree.reading,
			entry,
			`\`(on \`${on}\`)\` on a line of its own`,
			'Indent the line under the one that it bears on.'
		);
		return undefined;
	}
	if (on === undefined && above.premises.length === 1) return { card: above.premises[0] ?? rootId };
	if (on !== undefined && above.premises.includes(on)) return { card: on };
	if (on !== undefined && on === above.id && tree.names.has(on)) return { group: on };
	const choices = [...above.premises, ...(tree.names.has(above.id) ? [above.id] : [])];
	if (on !== undefined && ![...tree.kit.map(({ id }) => id), ...tree.taken].includes(on)) {
		mention(tree.reading, 'card', on, at);
		return undefined;
	}
	report(tree.reading, at, {
		code: on === undefined ? 'ambiguous-target' : 'bad-target',
		found: on === undefined ? 'a line below several cards' : `\`${on}\`, which does not stand on the line above`,
		expected: `one of ${listed(choices)}`,
		mend: 'Add `(on …)` with the card that is meant, or the name of the group for an inference objection.'
	});
	return undefined;
}

function bad(reading: Reading, entry: Entry, found: string, mend: string): void {
	report(reading, entry.at, {
		code: 'bad-map-line',
		found,
		expected: '`` because `a` ``, `` `r1`: because `a` + `b` ``, `` however `c` (on `a`) `` or `` evidence `d` ``',
		mend
	});
}
