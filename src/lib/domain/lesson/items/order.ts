import { placed, report } from '../reading.ts';
import { shuffle } from '../shuffle.ts';
import { readBase, readFeedback } from './base.ts';
import { splitAtList } from './choice.ts';
import { namedEntry } from '../read/entries.ts';
import { inline } from '../read/prose.ts';
import type { Section } from '../read/sections.ts';
import type { Reading } from '../reading.ts';
import type { OrderItem } from '../../quiz/model.ts';

type Entry = OrderItem['entries'][number];

const isSorted = (entries: readonly Entry[]): boolean =>
	entries.every(({ rank }, i) => i === 0 || (entries[i - 1]?.rank ?? 0) <= rank);

/** Entries written in the right order, shown in one that depends on the item's id and is never right. */
export function readOrder(reading: Reading, section: Section): OrderItem {
	const { prompt, entries } = splitAtList(reading, section, '1. `id` text');
	const base = readBase(reading, section, 'order', prompt);
	let rank = 0;
	const right = entries.map((entry, index): Entry => {
		if (index === 0 && entry.tied)
			report(reading, entry.at, {
				code: 'bad-entry',
				found: '`=` at the first entry',
				expected: '`=` where the rank is that of the entry before',
				mend: 'Take the `=` out.'
			});
		if (index === 0 || !entry.tied) rank += 1;
		const { text, at } = entry;
		const id = namedEntry(reading, entry, 'entry', `item ${section.at}`);
		return placed(reading, { id, text: inline(reading, text.text), rank, feedback: readFeedback(reading, entry) }, at);
	});
	if (rank < 2 && entries.length > 0)
		report(reading, section.at, {
			code: 'no-order',
			found: 'entries that are all of one rank',
			expected: 'at least two ranks',
			mend: 'Add an entry, or take out a `=`.'
		});
	return { kind: 'order', ...base, entries: shuffle(right, base.id, isSorted) };
}
