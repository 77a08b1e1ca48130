import { blocksOf, isParagraph, isQuote, markdown, plain } from './markdown.ts';
import { isSafeImage, isSafeLink, renderBlocks, renderInline } from './html.ts';
import { pictureTrouble } from '../picture/shelf.ts';
import { longestQuotation, wordCount } from '../words.ts';
import { longQuotation } from './quotation.ts';
import { has, report } from '../reading.ts';
import type { Tokens } from 'marked';
import type { Block, Piece } from './markdown.ts';
import type { Surroundings } from './html.ts';
import type { Html, Term } from '../model.ts';
import type { Teaching } from '../problem.ts';
import type { Reading } from '../reading.ts';

const termsOf = ({ library, terms }: Reading): Term[] =>
	terms.flatMap((id) => {
		const term = has(library.terms, id) ? library.terms[id] : undefined;
		return term && term.characters !== '' ? [term] : [];
	});

const around = (reading: Reading, buttons: boolean): Surroundings => ({
	terms: buttons ? termsOf(reading) : [],
	notes: reading.notes,
	spokenId: () => `say-${(reading.spoken += 1)}`,
	shelf: reading.shelf
});

/** Prose with paragraphs, in which the lesson's terms open their lens. */
export function prose(reading: Reading, blocks: readonly Block[]): Html {
	for (const block of blocks) if (isQuote(block)) checkQuote(reading, block);
	return renderBlocks(
		blocks.map(({ token }) => token),
		around(reading, true)
	);
}

/** A block of its own is a quotation by its form, and as short as one in quotation marks. */
function checkQuote(reading: Reading, { token, at }: { token: Tokens.Blockquote; at: number }): void {
	const words = wordCount(plain(token.text));
	if (words <= longestQuotation || /[“”]/.test(token.text)) return;
	report(reading, at, longQuotation(words, 'in a block of quotation'));
}

/** A line of Markdown as HTML: no paragraph, no button. */
export const inline = (reading: Reading, text: string): Html => renderInline(text, reading.shelf);

/** Text taken out of a quote, as prose, with the terms' buttons or without. */
export function proseText(reading: Reading, piece: Piece, buttons: boolean): Html {
	const tokens = blocksOf(reading, piece.text, piece.at).map(({ token }) => token);
	return renderBlocks(tokens, around(reading, buttons));
}

/** Paragraphs as lines: inline HTML without `<p>`. Other blocks are reported, for `where` they cannot stand. */
export function inlineBlocks(reading: Reading, blocks: readonly Block[], where: string): Html {
	const lines = blocks.flatMap((block) => {
		if (isParagraph(block)) return [inline(reading, block.token.text)];
		unexpected(reading, block, `paragraphs of text in ${where}`);
		return [];
	});
	return lines.join('<br>') as Html;
}

/** Text taken out of a quote as inline HTML. */
export const inlineText = (reading: Reading, piece: Piece, where: string): Html =>
	inlineBlocks(reading, blocksOf(reading, piece.text, piece.at), where);

const kinds: Record<string, string> = {
	list: 'a list',
	table: 'a table',
	blockquote: 'a quote',
	heading: 'a heading',
	code: 'a code block',
	paragraph: 'a paragraph',
	text: 'text',
	hr: 'a rule',
	html: 'raw HTML'
};

/** Reports a block where another kind is asked for. Raw HTML is left to its own rule. */
export function unexpected(reading: Reading, block: Block, expected: string): void {
	if (block.token.type === 'html') return;
	const number = block.token.type === 'list' ? /^(\d+)([.)])/.exec(block.token.raw) : null;
	report(reading, block.at, {
		code: 'unexpected-block',
		found: number
			? `\`${number[0]}\` at the start of a line, which Markdown reads as the number of a list`
			: (kinds[block.token.type] ?? block.token.type),
		expected,
		mend: number
			? `Write \`${number[1]}\\${number[2]}\`, or begin the line with another word.`
			: block.token.type === 'list'
				? 'One list has one mark, `-`, on all its lines; what belongs to a line is indented by two spaces.'
				: 'Move it, take it out, or look for a missing heading or indent above it.'
	});
}

/** Whether alternative text is more than the name of a file or the word for any picture. */
const saysWhat = (text: string): boolean =>
	text.trim() !== '' &&
	!/^(?:[^\s]+\.(?:svg|png|jpe?g|webp|gif)|(?:image|picture|photo|figure|img|pic)[ _-]?\d*)$/i.test(text.trim());

function badImage(href: string, text: string): Teaching {
	const expected = 'a text for those who cannot see the picture, and a file beside the lesson';
	const code = 'bad-image';
	if (text === '')
		return {
			code,
			found: 'a picture without alternative text',
			expected,
			mend: 'Write `![what it shows](picture.svg)`.'
		};
	if (isSafeImage(href))
		return {
			code,
			found: `\`${text}\` as alternative text`,
			expected,
			mend: 'Say in a sentence what the picture shows.'
		};
	return {
		code,
		found: `a picture at \`${href}\``,
		expected,
		mend: 'Put the file into the folder of the lesson, if its licence allows that, and write its name alone.'
	};
}

/** Rows that lost their table: without a head, or pasted from a word processor with tabs between the cells. */
function checkRows(reading: Reading, raw: string, place: (raw: string) => number): void {
	const row = raw.split('\n').find((line) => /^\s*\|.*\|\s*$/.test(line) || /\S[ ]*\t\s*\S.*\t\s*\S/.test(line));
	if (row === undefined) return;
	report(reading, place(row), {
		code: 'lost-table',
		found: row.includes('\t') ? 'cells with tabs between them' : 'a row without a table',
		expected: 'a head `| one | two |`, below it `| --- | --- |`, then the rows, with an empty line before and after',
		mend: 'Write `|` before, between and after the cells of each row.'
	});
}

/** Reports raw HTML, unsafe links and pictures, wherever they stand. */
export function checkMarkup(reading: Reading, blocks: readonly Block[]): void {
	for (const { token: top, at } of blocks) {
		let cursor = at;
		const place = (raw: string): number => {
			const found = reading.doc.text.indexOf(raw.trim().split('\n')[0] ?? '', cursor);
			if (found === -1) return cursor;
			cursor = found + 1;
			return found;
		};
		let opened = false;
		markdown.walkTokens([top], (token) => {
			// The end of a tag that was reported is no second mistake.
			const closes = opened && token.type === 'html' && token.raw.startsWith('</');
			if (token.type === 'html' && !closes) {
				opened = true;
				report(reading, place(token.raw), {
					code: 'raw-html',
					found: `\`${token.raw.trim().split('\n')[0]?.slice(0, 60)}\``,
					expected: 'Markdown only',
					mend: 'Say it in Markdown; to show a sign such as < write it as `\\<` or in backticks.'
				});
			}
			if (token.type === 'link' && !isSafeLink(token.href))
				report(reading, place(token.raw), {
					code: 'bad-link',
					found: `a link to \`${token.href}\``,
					expected: 'an address that begins with https://',
					mend: 'Write the full https address, or leave the words without a link.'
				});
			if (token.type === 'image' && isSafeImage(token.href) && saysWhat(token.text)) {
				const trouble = reading.shelf && pictureTrouble(reading.shelf, token.href);
				if (trouble) report(reading, place(token.raw), trouble);
				else reading.shown.add(token.href);
			} else if (token.type === 'image') report(reading, place(token.raw), badImage(token.href, token.text.trim()));
			// Text may hold further tokens, which are looked at for themselves.
			if (token.type === 'text' && !('tokens' in token && token.tokens) && token.raw.includes('!['))
				report(reading, place(token.raw), {
					code: 'bad-image',
					found: `\`${token.raw.slice(token.raw.indexOf('![')).split('\n')[0]?.slice(0, 60)}\`, which is no picture`,
					expected: '`![what it shows](picture.svg "Caption")`',
					mend: 'No space stands before `(` or in the name of the file, and the caption stands in straight quotation marks.'
				});
			if (token.type === 'paragraph') checkRows(reading, token.raw, place);
		});
	}
}
