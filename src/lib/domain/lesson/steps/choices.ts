import { named } from '../id.ts';
import { placed } from '../reading.ts';
import { isList, isQuote } from '../read/markdown.ts';
import { inline, inlineBlocks, proseText, unexpected } from '../read/prose.ts';
import { namedEntry, readEntries } from '../read/entries.ts';
import { allowAttributes } from '../read/attributes.ts';
import { idOf, missingSection } from '../read/sections.ts';
import { locate } from '../doc.ts';
import type { Html, Poll } from '../model.ts';
import type { Section } from '../read/sections.ts';
import type { Reading } from '../reading.ts';

/** The section's id, recorded as the name of `what` among all of the same scope. */
export const sectionId = (reading: Reading, section: Section, what: string, scope: string): string =>
	section.attributes.broken && !section.attributes.id
		? ''
		: named(reading, idOf(section), {
				what,
				scope,
				at: section.attributes.id?.at ?? section.at,
				text: section.title.text,
				form: 'braces'
			});

/** The heading, and the paragraphs below it each on a line of its own; what is below can be set apart from it. */
export function promptOf(reading: Reading, section: Section, blocks: Section['blocks'], what: string): Html {
	const more = inlineBlocks(reading, blocks, `the prompt of ${what}`);
	const heading = inline(reading, section.title.text);
	return (more === '' ? heading : `<strong>${heading}</strong><br><span class="more">${more}</span>`) as Html;
}

/** A list of ``- `id` text`` as plain options. */
export function readChoices(reading: Reading, section: Section, what: string): { id: string; text: Html }[] {
	const list = section.blocks.find(isList);
	if (!list) {
		missingSection(reading, section.at, `no list of ${what}s`, '- `id` text');
		return [];
	}
	return readEntries(reading, list).map((entry) => {
		const id = namedEntry(reading, entry, what, `${what} ${section.at}`);
		return placed(reading, { id, text: inline(reading, entry.text.text) }, entry.at);
	});
}

const blank = (): Poll => ({ id: '', prompt: '' as Html, options: [] });

/** A poll: heading, options, and a quote that is shown when the lesson closes. */
export function readPoll(reading: Reading, section: Section | undefined, kind: string): Poll {
	if (!section) return blank();
	allowAttributes(reading, section.attributes, { kinds: [kind], id: true });
	const list = section.blocks.findIndex(isList);
	const after = list === -1 ? [] : section.blocks.slice(list + 1);
	const quote = after.find(isQuote);
	for (const block of after)
		if (block !== quote) unexpected(reading, block, 'one list of options and one quote after it');
	const poll: Poll = {
		id: sectionId(reading, section, 'poll', 'poll'),
		prompt: promptOf(reading, section, list === -1 ? section.blocks : section.blocks.slice(0, list), `this ${kind}`),
		options: readChoices(reading, section, 'option')
	};
	if (quote) {
		const text = quote.token.text;
		poll.reveal = proseText(reading, { text, at: locate(reading.doc, text, quote.at) }, false);
	}
	return placed(reading, poll, section.at);
}
