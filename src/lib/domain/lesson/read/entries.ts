import { named } from '../id.ts';
import { blocksOf } from './markdown.ts';
import { unexpected } from './prose.ts';
import { lineAndColumn, locate } from '../doc.ts';
import type { Tokens } from 'marked';
import type { Block, Piece } from './markdown.ts';
import type { Reading } from '../reading.ts';

/** A list item: ``- [x] = `id` text`` with a quote below it. */
export interface Entry {
	/** Offset of the bullet or number. */
	at: number;
	/** '' if the item does not begin with an id in backticks. */
	id: string;
	idAt: number;
	/** The whole first text as it stands, box, `=` and id included. */
	lead: Piece;
	/** Markdown after the id. */
	text: Piece;
	/** Whether a box is ticked; null without a box. */
	checked: boolean | null;
	/** Begins with `=`: of the same rank as the one before. */
	tied: boolean;
	/** The quote. */
	quote?: Piece;
	/** Lists below the item, if they are wanted. */
	lists: Block[];
}

type List = { token: Tokens.List; at: number };

/** Reads the items of a list; what is neither text, id nor quote is reported, unless `nested` lists are wanted. */
export function readEntries(reading: Reading, { token: list, at }: List, nested = false): Entry[] {
	let cursor = at;
	return list.items.map((item) => {
		const start = locate(reading.doc, item.raw, cursor);
		const entry = readEntry(reading, item, start, nested);
		const lines = item.raw.trimEnd().split('\n').length;
		cursor = reading.doc.starts[lineAndColumn(reading.doc, start).line - 1 + lines] ?? reading.doc.text.length;
		return entry;
	});
}

function readEntry(reading: Reading, item: Tokens.ListItem, at: number, nested: boolean): Entry {
	const lead = { text: '', at };
	const entry: Entry = { at, id: '', idAt: at, lead, text: lead, checked: null, tied: false, lists: [] };
	let seen = false;
	let cursor = at;
	for (const token of item.tokens) {
		if (token.type === 'space' || token.type === 'checkbox') continue;
		cursor = locate(reading.doc, token.raw, cursor);
		const block = { token, at: cursor } as Block;
		if (!seen && (block.token.type === 'text' || block.token.type === 'paragraph')) {
			seen = true;
			readLead(entry, block.token.text, cursor);
		} else if (block.token.type === 'blockquote' && !entry.quote)
			entry.quote = { text: block.token.text, at: locate(reading.doc, block.token.text, cursor) };
		else if (nested && block.token.type === 'list') entry.lists.push(block);
		else unexpected(reading, block, nested ? 'one line' : 'one text and one quote (`> …`) below it');
	}
	if (item.task) entry.checked = item.checked === true;
	return entry;
}

function readLead(entry: Entry, text: string, at: number): void {
	const match = /^(?:\[[ xX]\]\s+)?(=\s+)?(?:`([^`\n]*)`(?!\w))?\s*/d.exec(text);
	const id = match?.indices?.[2]?.[0];
	entry.lead = { text, at };
	entry.tied = match?.[1] !== undefined;
	entry.id = match?.[2]?.trim() ?? '';
	entry.idAt = id === undefined ? at : at + id;
	entry.text = { text: text.slice(match?.[0].length ?? 0).trim(), at: at + (match?.[0].length ?? 0) };
}

/** Records an entry's id among those of its scope. Without a text there is nothing that an id could be written before. */
export const namedEntry = (reading: Reading, { id, idAt, text }: Entry, what: string, scope: string): string =>
	named(reading, id, {
		what,
		scope,
		at: idAt,
		text: text.text,
		...(text.text !== '' && { form: 'backticks', spot: text.at })
	});

/** The blocks inside a quote that stands on its own. */
export const quoteBlocks = (reading: Reading, token: Tokens.Blockquote, at: number): Block[] =>
	blocksOf(reading, token.text, locate(reading.doc, token.text, at));
