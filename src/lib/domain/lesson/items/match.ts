import { named } from '../id.ts';
import { placed, report } from '../reading.ts';
import { isTable } from '../read/markdown.ts';
import { inline, unexpected } from '../read/prose.ts';
import { missingSection } from '../read/sections.ts';
import { needCell, readIdCell, readRows } from '../read/tables.ts';
import { shuffle } from '../shuffle.ts';
import { readBase } from './base.ts';
import type { Section } from '../read/sections.ts';
import type { Row } from '../read/tables.ts';
import type { Reading } from '../reading.ts';
import type { MatchItem } from '../../quiz/model.ts';

const columns = ['text', 'partner', 'feedback'] as const;
type MatchRow = Row<(typeof columns)[number]>;
type Right = MatchItem['right'][number];

/** A row a pair; `—` as partner: none. A row without a text adds a partner that nothing matches. */
export function readMatch(reading: Reading, section: Section): MatchItem {
	const index = section.blocks.findIndex(isTable);
	const table = section.blocks[index];
	const base = readBase(reading, section, 'match', index === -1 ? section.blocks : section.blocks.slice(0, index));
	const item: MatchItem = { kind: 'match', ...base, left: [], right: [] };
	if (!table || !isTable(table)) {
		missingSection(reading, section.at, 'an item without a table', `| ${columns.join(' | ')} |`);
		return item;
	}
	for (const block of section.blocks.slice(index + 1))
		unexpected(reading, block, 'nothing after the table of this item');
	const partners = new Map<string, Right & { source: string }>();
	for (const row of readRows(reading, table, columns)) {
		const partner = readPartner(reading, row, partners, `right ${section.at}`);
		if (row.cells.text.text === '') continue;
		const { id, idAt, text } = readIdCell(row.cells.text);
		named(reading, id, { what: 'text', scope: `left ${section.at}`, at: idAt, text: text.text, form: 'backticks' });
		needCell(reading, row.cells.feedback, 'feedback');
		const feedback = inline(reading, row.cells.feedback.text);
		item.left.push(placed(reading, { id, text: inline(reading, text.text), partner, feedback }, row.at));
	}
	const right = [...partners.values()].map(({ id, text }): Right => ({ id, text }));
	const printed = right.map(({ id }) => id).join(' ');
	item.right = shuffle(right, base.id, (order) => order.map(({ id }) => id).join(' ') === printed);
	return item;
}

/** The id of a row's partner, which is written out where it stands first; null for `—`. */
function readPartner(
	reading: Reading,
	{ cells }: MatchRow,
	partners: Map<string, Right & { source: string }>,
	scope: string
): string | null {
	const cell = cells.partner;
	if (/^[—–-]$/.test(cell.text)) return null;
	needCell(reading, cell, 'partner');
	if (cell.text === '') return null;
	const { id, idAt, text } = readIdCell(cell);
	const known = id === '' ? undefined : partners.get(id);
	if (!known) {
		named(reading, id, { what: 'partner', scope, at: idAt, text: text.text, form: 'backticks' });
		partners.set(id === '' ? `?${idAt}` : id, { id, text: inline(reading, text.text), source: text.text });
		needCell(reading, text, 'partner');
	} else if (text.text !== '' && text.text !== known.source)
		report(reading, text.at, {
			code: 'duplicate-id',
			found: `\`${id}\` with another text than above`,
			expected: 'one text for one id',
			mend: 'Give it an id of its own, or repeat only the id.'
		});
	return id;
}
