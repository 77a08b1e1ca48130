import { placed, report } from '../reading.ts';
import { allowAttributes } from '../read/attributes.ts';
import { isList, isParagraph, plain } from '../read/markdown.ts';
import { readEntries } from '../read/entries.ts';
import { unexpected } from '../read/prose.ts';
import { missingSection } from '../read/sections.ts';
import { sectionId } from '../steps/choices.ts';
import { keysOf, mentionTarget, readLink } from './notation.ts';
import { readLine } from './tree.ts';
import { rootId } from './kit.ts';
import type { Entry } from '../read/entries.ts';
import type { Block, Piece } from '../read/markdown.ts';
import type { Section } from '../read/sections.ts';
import type { Reading } from '../reading.ts';
import type { Card, LinkKey, Reference } from '../../argument/model.ts';
import type { Tree } from './tree.ts';

/** A reference with the names that its author gave to groups, which links elsewhere may use. */
export interface NamedReference {
	reference: Reference;
	names: ReadonlySet<string>;
}

/** Reads `## Reference: label {#id verdict=for}`: the nested list, optional and instead links, and how it reads. */
export function readReference(reading: Reading, section: Section, kit: readonly Card[]): NamedReference {
	allowAttributes(reading, section.attributes, { id: true, values: ['verdict'] });
	const id = sectionId(reading, section, 'reference', 'reference');
	const raw = section.blocks.map(({ token }) => token.raw).join('\n');
	const tree: Tree = {
		reading,
		kit,
		scope: `reference ${section.at}`,
		map: { root: rootId, groups: [], evidence: [], notes: [] },
		names: new Set(),
		taken: new Set([...raw.matchAll(/`([^`\n]+)`:/g)].map((match) => match[1] ?? ''))
	};
	const entries = section.blocks.filter(isList).flatMap((list) => readEntries(reading, list, true));
	for (const entry of entries) if (isExtra(entry) && entry.lists.length > 0) nothingBelow(reading, entry);
	// The tree first: single links may name its groups, wherever they stand.
	for (const entry of entries) if (!isExtra(entry)) readLine(tree, entry, null);
	if (tree.map.groups.length === 0) missingSection(reading, section.at, 'a reference without a map', '- because `a`');
	const reference: Reference = {
		id,
		label: plain(section.title.text).replace(/^Reference:?\s*/, ''),
		verdict: readVerdict(reading, section),
		reads: readReads(reading, section),
		map: tree.map,
		optional: entries.filter(isOptional).flatMap((entry) => readOptional(tree, entry)),
		equivalent: [],
		instead: {},
		misconceptions: []
	};
	for (const entry of entries.filter(isInstead)) readInstead(tree, entry, reference.instead);
	return { reference: placed(reading, reference, section.at), names: tree.names };
}

function nothingBelow(reading: Reading, { lists, at }: Entry): void {
	report(reading, lists[0]?.at ?? at, {
		code: 'bad-map-line',
		found: 'a line below one that names single links',
		expected: 'nothing below `optional …` and `… instead of …`',
		mend: 'Move those lines to the end of the reference, so that this one stands below its `because` or `however`.'
	});
}

const isOptional = ({ lead }: Entry): boolean => /^optional\b/i.test(lead.text);
const isInstead = ({ lead }: Entry): boolean => /`\s+instead\s+of\s+`/.test(lead.text);
const isExtra = (entry: Entry): boolean => isOptional(entry) || isInstead(entry);

/** The texts in backticks, with their places. */
export const codesIn = ({ text, at }: Piece): Piece[] =>
	[...text.matchAll(/`([^`]+)`/g)].map((match) => ({ text: match[1] ?? '', at: at + match.index + 1 }));

function readKeys({ reading, map, names }: Tree, piece: Piece): LinkKey[] {
	const link = readLink(reading, piece);
	if (!link) return [];
	mentionTarget(reading, link, names);
	return keysOf(map, names, link);
}

function readOptional(tree: Tree, { lead, at }: Entry): LinkKey[] {
	const codes = codesIn(lead);
	if (codes.length === 0 || !/^optional\s+`[^`]+`(?:\s*,\s*`[^`]+`)*\.?$/i.test(lead.text))
		report(tree.reading, at, {
			code: 'bad-map-line',
			found: `\`${lead.text}\``,
			expected: '`` optional `k however j` ``',
			mend: 'Write the word, then links in backticks with commas between.'
		});
	return codes.flatMap((code) => readKeys(tree, code));
}

function readInstead(tree: Tree, { lead, at }: Entry, instead: Reference['instead']): void {
	const match = /^`[^`]+`\s+instead\s+of\s+`[^`]+`\s*,\s*(full|half)\.?$/.exec(lead.text);
	const [first, second] = codesIn(lead);
	if (!match || !first || !second)
		return report(tree.reading, at, {
			code: 'bad-map-line',
			found: `\`${lead.text}\``,
			expected: '`` `i however h` instead of `i because e`, full ``',
			mend: 'End the line with `, full` or `, half`.'
		});
	const [link] = readKeys(tree, first);
	const [replaced] = readKeys(tree, second);
	if (link === undefined || replaced === undefined) return;
	(instead[replaced] ??= []).push({ link, credit: match[1] === 'full' ? 1 : 0.5 });
}

function readVerdict(reading: Reading, section: Section): Reference['verdict'] {
	const value = section.attributes.values.get('verdict');
	if (value?.text === 'for' || value?.text === 'against') return value.text;
	report(reading, value?.at ?? section.attributes.at, {
		code: 'bad-verdict',
		found: value ? `\`${value.text}\`` : 'no verdict',
		expected: '`verdict=for` or `verdict=against`',
		mend: 'Say which way the map leans, in the braces of the heading.'
	});
	return 'for';
}

const isReads = (block: Block): boolean => isParagraph(block) && plain(block.token.text).startsWith('Reads:');

function readReads(reading: Reading, section: Section): string {
	for (const block of section.blocks)
		if (!isList(block) && !isReads(block))
			unexpected(reading, block, 'lists of lines, and a paragraph that begins with *Reads:*');
	const block = section.blocks.find(isReads);
	if (block && isParagraph(block)) return plain(block.token.text).replace(/^Reads:\s*/, '');
	missingSection(reading, section.at, 'a reference without a reading', '*Reads:* how the map reads, in a sentence');
	return '';
}
