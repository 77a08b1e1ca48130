import { frames } from '../../frame.ts';
import { locate } from '../doc.ts';
import { isId, slugOf } from '../id.ts';
import { listed, suggest } from '../nearest.ts';
import { report } from '../reading.ts';
import { allowAttributes, readCount, readIds, readText } from '../read/attributes.ts';
import { isQuote } from '../read/markdown.ts';
import { inlineText } from '../read/prose.ts';
import { promptOf, sectionId } from '../steps/choices.ts';
import type { Tokens } from 'marked';
import type { Frame } from '../../frame.ts';
import type { Html } from '../model.ts';
import type { Allowed } from '../read/attributes.ts';
import type { Entry } from '../read/entries.ts';
import type { Block } from '../read/markdown.ts';
import type { Section } from '../read/sections.ts';
import type { Reading } from '../reading.ts';
import type { Item, ItemKind } from '../../quiz/model.ts';

export type ItemBase = Pick<Item, 'id' | 'prompt' | 'sides' | 'claims' | 'outcomes' | 'points' | 'bank' | 'hints'>;

/** Reads one kind of item from its section. */
export type ItemReader = (reading: Reading, section: Section) => Item;

/** What all items have: from the heading, its braces and the `prompt` blocks below it. */
export function readBase(
	reading: Reading,
	section: Section,
	kind: ItemKind,
	prompt: Block[],
	{ values = [], flags = [] }: Pick<Allowed, 'values' | 'flags'> = {}
): ItemBase {
	const { attributes } = section;
	allowAttributes(reading, attributes, {
		kinds: [kind],
		id: true,
		values: ['sides', 'claims', 'outcomes', 'points', 'bank', ...values],
		flags
	});
	const hints = prompt.filter(isHint);
	return {
		id: sectionId(reading, section, 'item', 'item'),
		prompt: promptOf(
			reading,
			section,
			prompt.filter((block) => !isHint(block)),
			'this item'
		),
		sides: readSides(reading, section),
		claims: readIds(reading, attributes.values.get('claims'), 'claim'),
		outcomes: readIds(reading, attributes.values.get('outcomes'), 'outcome'),
		points: readCount(reading, attributes, 'points', 1),
		...(attributes.values.has('bank') && { bank: readBank(reading, section) }),
		...(hints.length > 0 && { hints: hints.map((block) => readHint(reading, block)) })
	};
}

type Quote = { token: Tokens.Blockquote; at: number };
const isHint = (block: Block): block is Quote => isQuote(block) && /^\[!hint\]/i.test(block.token.text);

/** `> [!hint]` and what helps, below the prompt; several are opened one after the other. */
function readHint(reading: Reading, { token, at }: Quote): Html {
	const text = token.text.replace(/^\[!hint\][ \t]*\n?/i, '');
	if (text.trim() === '')
		report(reading, at, {
			code: 'empty-hint',
			found: 'a hint without text',
			expected: 'what helps, on the lines below, each with `> ` before it',
			mend: 'Write the hint, or take the callout out.'
		});
	return inlineText(reading, { text, at: locate(reading.doc, text, at) }, 'a hint');
}

function readBank(reading: Reading, section: Section): string {
	const { text, at } = readText(reading, section.attributes, 'bank', 'names');
	if (text === '' || isId(text)) return text;
	report(reading, at, {
		code: 'bad-id',
		found: `\`${text}\``,
		expected: 'Latin letters and digits, in parts joined by single hyphens',
		mend: slugOf(text) === '' ? 'Choose a short English word.' : `Write \`bank=${slugOf(text)}\`.`
	});
	return text;
}

function readSides(reading: Reading, section: Section): Frame[] {
	const value = readText(reading, section.attributes, 'sides', 'western chinese');
	return readIds(reading, value).flatMap((word) => readFrame(reading, word, value.at + value.text.indexOf(word)) ?? []);
}

/** A word as a frame; anything else is reported. */
export function readFrame(reading: Reading, word: string, at: number): Frame | null {
	const frame = frames.find((one) => one === word);
	if (frame) return frame;
	report(reading, at, {
		code: 'unknown-frame',
		found: word === '' ? 'nothing' : `\`${word}\``,
		expected: listed(frames),
		mend: suggest(word, frames, 'Choose the frame of the voice that would say it.')
	});
	return null;
}

/** The quote below an entry, as feedback; a missing one is reported. */
export function readFeedback(reading: Reading, entry: Entry): Html {
	if (entry.quote) return inlineText(reading, entry.quote, 'feedback');
	report(reading, entry.at, {
		code: 'missing-feedback',
		found: 'an entry without feedback',
		expected: 'a quote below it, indented: `  > why this is right or wrong`',
		mend: 'Say what the learner may take from choosing it.'
	});
	return '' as Html;
}
