import { named } from '../id.ts';
import { listed, suggest } from '../nearest.ts';
import { placed, report } from '../reading.ts';
import { readEntries } from '../read/entries.ts';
import { renderInline } from '../read/html.ts';
import { isList } from '../read/markdown.ts';
import { missingSection } from '../read/sections.ts';
import { needCell, readIdCell, readRows } from '../read/tables.ts';
import { shuffle } from '../shuffle.ts';
import { readBase } from './base.ts';
import { needTwo, readColumn } from './columns.ts';
import { splitAtTable } from './table.ts';
import type { Piece } from '../read/markdown.ts';
import type { Section } from '../read/sections.ts';
import type { Reading } from '../reading.ts';
import type { WhoSaidItem } from '../../quiz/model.ts';

/** With fewer, guessing does too well. */
const leastStatements = 3;

const columnNames = ['statement', 'by', 'feedback'] as const;

/** A list of who may have said it, then a table of statements, shown in an order that depends on the item's id. */
export function readWhoSaid(reading: Reading, section: Section): WhoSaidItem {
	const { before, table } = splitAtTable(reading, section, `| ${columnNames.join(' | ')} |`);
	const list = before.find(isList);
	const prompt = before.filter((block) => block !== list);
	const item: WhoSaidItem = {
		kind: 'whosaid',
		...readBase(reading, section, 'whosaid', prompt),
		columns: [],
		statements: []
	};
	if (!list) missingSection(reading, section.at, 'an item without a list of who may have said it', '- `id` text');
	else item.columns = readEntries(reading, list).map((entry) => readColumn(reading, entry, `column ${section.at}`));
	if (!table) return item;
	const statements = readRows(reading, table, columnNames).map(({ at, cells }) => {
		const { id, idAt, text } = readIdCell(cells.statement);
		named(reading, id, { what: 'statement', scope: `statement ${section.at}`, at: idAt, text: text.text });
		needCell(reading, text, 'statement');
		needCell(reading, cells.feedback, 'feedback');
		const column = list ? readBy(reading, cells.by, item.columns) : '';
		return placed(
			reading,
			{ id, text: renderInline(text.text), column, feedback: renderInline(cells.feedback.text) },
			at
		);
	});
	if (table.token.rows.length < leastStatements)
		report(reading, table.at, {
			code: 'too-few-statements',
			found: `${table.token.rows.length} statement${table.token.rows.length === 1 ? '' : 's'}`,
			expected: `at least ${leastStatements}`,
			mend: 'Add statements; for one statement and several speakers use `.single`.'
		});
	else if (statements.length > 0 && list) needTwo(reading, table.at, new Set(statements.map(({ column }) => column)));
	return { ...item, statements: shuffle(statements, item.id) };
}

function readBy(reading: Reading, cell: Piece, columns: WhoSaidItem['columns']): string {
	const id = readIdCell(cell).id || cell.text;
	const ids = columns.map((column) => column.id);
	if (!ids.includes(id))
		report(reading, cell.at, {
			code: 'unknown-column',
			found: id === '' ? 'an empty cell' : `\`${id}\``,
			expected: `the id of one of the list above the table: ${listed(ids)}`,
			mend: suggest(id, ids, 'Correct the id, or add it to the list.')
		});
	return id;
}
