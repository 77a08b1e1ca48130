import { Marked } from 'marked';
import type { MarkedToken, Token, Tokens } from 'marked';
import { extensions } from './extensions.ts';
import { locate } from '../doc.ts';
import { report } from '../reading.ts';
import { collectNotes } from './notes.ts';
import type { Reading } from '../reading.ts';

/** Our own instance: the global one can be changed by anyone. */
export const markdown = new Marked({ gfm: true, async: false });
markdown.use({ extensions });

/** A block of Markdown and the offset of its first character in the file. */
export interface Block {
	token: MarkedToken;
	at: number;
}

/** Text inside a file: what it says and the offset where it starts. */
export interface Piece {
	text: string;
	at: number;
}

const isContent = (token: Token): boolean => !['space', 'def', 'note-text'].includes(token.type);

/** The blocks of `text`, which starts at offset `from` of the file. What cannot be read is reported: no blocks. */
export function blocksOf(reading: Reading, text: string, from: number): Block[] {
	try {
		let at = from;
		const placed = markdown.lexer(text).map((token) => {
			// The sum of `raw` is the place; searching from there covers the few tokens whose `raw` was tidied.
			const start = locate(reading.doc, token.raw, at);
			at = Math.max(at + token.raw.length, start);
			return { token: token as MarkedToken, at: start };
		});
		collectNotes(reading, placed);
		return placed.filter(({ token }) => isContent(token));
	} catch {
		report(reading, from, {
			code: 'unreadable-markdown',
			found: 'text that the Markdown reader gave up on',
			expected: 'ordinary Markdown',
			mend: 'Look for very deep nesting of quotes or lists.'
		});
		return [];
	}
}

/** The inline tokens of a line of Markdown. */
export const inlineOf = (text: string): Token[] => markdown.Lexer.lexInline(text, markdown.defaults);

export const isList = (block: Block): block is { token: Tokens.List; at: number } => block.token.type === 'list';
export const isTable = (block: Block): block is { token: Tokens.Table; at: number } => block.token.type === 'table';
export const isQuote = (block: Block): block is { token: Tokens.Blockquote; at: number } =>
	block.token.type === 'blockquote';
export const isParagraph = (block: Block): block is { token: Tokens.Paragraph; at: number } =>
	block.token.type === 'paragraph';

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

const plainTokens = (tokens: readonly Token[]): string =>
	tokens
		.map((token) => {
			if (['html', 'image', 'note-mark'].includes(token.type)) return '';
			if (token.type === 'br') return ' ';
			if ('tokens' in token && token.tokens) return plainTokens(token.tokens);
			return 'text' in token && typeof token.text === 'string' ? token.text : '';
		})
		.join('');

/** What every mark of Markdown and of ours has one of. Most lines have none, and need not be taken apart. */
const marks = /[\\`*_[\]{}<>&~!@^]/;

/** What Markdown says without its marks: one line of plain text. */
export const plain = (text: string): string =>
	(marks.test(text) ? plainTokens(inlineOf(text)) : text)
		.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)
		.replace(/\s+/g, ' ')
		.trim();
