import { locate } from '../doc.ts';
import { placed, report } from '../reading.ts';
import { isList, isQuote, plain } from '../read/markdown.ts';
import { namedEntry, readEntries } from '../read/entries.ts';
import { inline, unexpected } from '../read/prose.ts';
import { missingSection } from '../read/sections.ts';
import { readBase, readFeedback } from './base.ts';
import type { Html } from '../model.ts';
import type { Entry } from '../read/entries.ts';
import type { Block, Piece } from '../read/markdown.ts';
import type { Section } from '../read/sections.ts';
import type { Reading } from '../reading.ts';
import type { MultipleItem, Option, SingleItem, TrueFalseItem } from '../../quiz/model.ts';

/**
 * The blocks before the one list of an item, and the list's entries; blocks after it are reported, but for one quote
 * where it is `quoted`: what is said of answers that the list does not have.
 */
export function splitAtList(
	reading: Reading,
	section: Section,
	example: string,
	quoted = false
): { prompt: Block[]; entries: Entry[]; quote?: Piece } {
	const index = section.blocks.findIndex(isList);
	const list = section.blocks[index];
	if (!list || !isList(list)) {
		missingSection(reading, section.at, 'an item without a list', example);
		return { prompt: section.blocks, entries: [] };
	}
	const after = section.blocks.slice(index + 1);
	const quote = quoted ? after.find(isQuote) : undefined;
	for (const block of after)
		if (block !== quote) unexpected(reading, block, `${quoted ? 'one quote' : 'nothing'} after the list of this item`);
	return {
		prompt: section.blocks.slice(0, index),
		entries: readEntries(reading, list),
		...(quote && { quote: { text: quote.token.text, at: locate(reading.doc, quote.token.text, quote.at) } })
	};
}

/** Reports an option that has no box to be ticked. */
export function needBox(reading: Reading, entry: Entry): void {
	if (entry.checked !== null) return;
	report(reading, entry.at, {
		code: 'missing-box',
		found: 'an option without a box',
		expected: '`- [ ]` or, for a right one, `- [x]`',
		mend: 'Put the box after the hyphen, with one space before and after it.'
	});
}

function readOptions(reading: Reading, entries: Entry[], scope: string): Option[] {
	return entries.map((entry) => {
		needBox(reading, entry);
		const { at, text, checked } = entry;
		const id = namedEntry(reading, entry, 'option', scope);
		const feedback = readFeedback(reading, entry);
		return placed(reading, { id, text: inline(reading, text.text), right: checked === true, feedback }, at);
	});
}

const example = '- [x] `id` text';

export function readSingle(reading: Reading, section: Section): SingleItem {
	const { prompt, entries } = splitAtList(reading, section, example);
	const base = readBase(reading, section, 'single', prompt);
	return { kind: 'single', ...base, options: readOptions(reading, entries, `item ${section.at}`) };
}

export function readMultiple(reading: Reading, section: Section): MultipleItem {
	const { prompt, entries } = splitAtList(reading, section, example);
	const base = readBase(reading, section, 'multiple', prompt);
	return { kind: 'multiple', ...base, options: readOptions(reading, entries, `item ${section.at}`) };
}

/** Exactly two options, `True` and `False`; which one is ticked is checked here, since the model keeps one answer. */
export function readTrueFalse(reading: Reading, section: Section): TrueFalseItem {
	const { prompt, entries } = splitAtList(reading, section, '- [x] True');
	const base = readBase(reading, section, 'truefalse', prompt);
	const find = (word: string): Entry | undefined => entries.find(({ text }) => plain(text.text).toLowerCase() === word);
	const [yes, no] = [find('true'), find('false')];
	for (const entry of entries) needBox(reading, entry);
	if (!yes || !no || entries.length !== 2)
		report(reading, entries[0]?.at ?? section.at, {
			code: 'bad-truefalse',
			found: `${entries.length} options: ${entries.map(({ text }) => `\`${plain(text.text).slice(0, 30)}\``).join(', ')}`,
			expected: 'exactly `True` and `False`, each with feedback',
			mend: 'Use `.single` for other answers.'
		});
	else if (yes.checked === no.checked)
		report(reading, section.at, {
			code: 'no-right-option',
			found: yes.checked ? 'both ticked' : 'none ticked',
			expected: 'exactly one `[x]`',
			mend: 'Tick the right one.'
		});
	const feedback = (entry: Entry | undefined): Html => (entry ? readFeedback(reading, entry) : ('' as Html));
	return {
		kind: 'truefalse',
		...base,
		answer: yes?.checked === true,
		feedback: { true: feedback(yes), false: feedback(no) }
	};
}
