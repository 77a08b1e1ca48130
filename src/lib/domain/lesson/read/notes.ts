import { report } from '../reading.ts';
import type { Token } from 'marked';
import type { NoteText } from './extensions.ts';
import type { Note, Reading } from '../reading.ts';

const isText = (token: Token): token is NoteText => token.type === 'note-text';

/**
 * Collects the footnotes of a file before anything is rendered: their texts may stand anywhere. Numbers follow the
 * first mark of each. `tokens` are those of the top of the file; `at` tells where each begins.
 */
export function collectNotes(reading: Reading, tokens: readonly { token: Token; at: number }[]): void {
	if (!tokens.some(({ token }) => isText(token))) return;
	const order = new Map<string, number>();
	for (const [, label = ''] of reading.doc.text.matchAll(/\[\^([\w-]+)\](?!:)/g))
		if (!order.has(label)) order.set(label, order.size + 1);
	for (const { token, at } of tokens) {
		if (!isText(token)) continue;
		const before = reading.notes.get(token.label);
		if (before && before.at !== at)
			report(reading, at, {
				code: 'duplicate-id',
				found: `a second footnote \`[^${token.label}]:\``,
				expected: 'each label once',
				mend: 'Give it a label of its own, at its mark as well.'
			});
		const note: Note = { label: token.label, text: token.text, at, number: order.get(token.label) ?? order.size + 1 };
		reading.notes.set(token.label, note);
	}
}
