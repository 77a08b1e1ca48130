import { report } from '../reading.ts';
import { plain } from '../read/markdown.ts';
import { inlineText } from '../read/prose.ts';
import { needBox, splitAtList } from './choice.ts';
import { readFeedback } from './base.ts';
import type { Html } from '../model.ts';
import type { Entry } from '../read/entries.ts';
import type { Block, Piece } from '../read/markdown.ts';
import type { Section } from '../read/sections.ts';
import type { Reading } from '../reading.ts';

/** An answer that the author foresees, as plain text. */
export interface Answer {
	at: number;
	text: string;
	right: boolean;
	feedback: Html;
}

/**
 * What is foreseen of an answer in the learner's own words: a list with a box each, right ones ticked, and a quote after
 * it for any other answer. A right one without feedback has that of the first right one.
 */
export function readAnswers(
	reading: Reading,
	section: Section,
	example: string
): { prompt: Block[]; answers: Answer[]; quote?: Piece } {
	const { prompt, entries, quote } = splitAtList(reading, section, example, true);
	const first = entries.find(({ checked }) => checked);
	const answers = entries.map((entry): Answer => {
		needBox(reading, entry);
		const text = plainAnswer(reading, entry, example);
		const from = entry.checked && !entry.quote && first ? first : entry;
		const feedback = from === first && entry !== first && !first.quote ? ('' as Html) : readFeedback(reading, from);
		return { at: entry.at, text, right: entry.checked === true, feedback };
	});
	if (entries.length > 0 && !first)
		report(reading, section.at, {
			code: 'no-right-option',
			found: 'no right answer',
			expected: 'at least one, ticked with `[x]`',
			mend: 'Tick what is right.'
		});
	return { prompt, answers, ...(quote && { quote }) };
}

function plainAnswer(reading: Reading, entry: Entry, example: string): string {
	const text = plain(entry.text.text);
	if (entry.id === '' && text !== '') return text;
	report(reading, entry.at, {
		code: 'bad-answer',
		found: text === '' ? 'an answer without a text' : `an answer with the id \`${entry.id}\``,
		expected: `the answer as a learner would write it: \`${example}\``,
		mend: text === '' ? 'Write it after the box, without backticks.' : 'Take the id out: what is typed is its own id.'
	});
	return text;
}

/** What is said of an answer that is not foreseen; its absence is reported. */
export function readOther(reading: Reading, section: Section, quote: Piece | undefined): Html {
	if (quote) return inlineText(reading, quote, 'feedback');
	report(reading, section.at, {
		code: 'missing-feedback',
		found: 'nothing to say of an answer that is not in the list',
		expected: 'a quote after the list, not indented: `> what is to be looked at again`',
		mend: 'Say where the answer can be found.'
	});
	return '' as Html;
}
