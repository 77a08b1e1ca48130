import { stances } from '../../quiz/model.ts';
import { named } from '../id.ts';
import { listed, suggest } from '../nearest.ts';
import { has, mention, placed, report } from '../reading.ts';
import { renderInline } from '../read/html.ts';
import { headOf, needCell, readIdCell, readRows } from '../read/tables.ts';
import { readBase } from './base.ts';
import { needTwo, readColumn } from './columns.ts';
import { splitAtTable } from './table.ts';
import type { Html } from '../model.ts';
import type { Piece } from '../read/markdown.ts';
import type { Section } from '../read/sections.ts';
import type { Reading } from '../reading.ts';
import type { MatrixItem, Stance } from '../../quiz/model.ts';

type Row = MatrixItem['rows'][number];

/**
 * One table: a claim a row, a source a column, by the ids of the library, and in each cell what the source does with the
 * claim. A claim whose cell holds its id alone is shown as the library states it.
 */
export function readMatrix(reading: Reading, section: Section): MatrixItem {
	const { before, table } = splitAtTable(reading, section, '| claim | source-id | source-id | feedback |');
	const item: MatrixItem = { kind: 'matrix', ...readBase(reading, section, 'matrix', before), sources: [], rows: [] };
	if (!table) return item;
	const heads = headOf(reading, table).filter(({ text }) => text !== 'claim' && text !== 'feedback');
	const ids = heads.map(({ text }) => text);
	item.sources = heads.map(({ text, at }) =>
		readColumn(reading, { id: text, idAt: at, text: { text: '', at } }, `source ${section.at}`)
	);
	item.rows = readRows(reading, table, ['claim', ...ids, 'feedback']).map(({ at, cells }): Row => {
		const cell = (column: string): Piece => cells[column] ?? { text: '', at };
		const { id, idAt, text } = readIdCell(cell('claim'));
		named(reading, id, { what: 'claim', scope: `claim ${section.at}`, at: idAt, text: text.text });
		needCell(reading, cell('feedback'), 'feedback');
		const said = ids.map((source) => [source, readStance(reading, cell(source))] as const);
		return placed(
			reading,
			{
				id,
				text: text.text === '' ? statementOf(reading, id, idAt) : renderInline(text.text),
				stances: Object.fromEntries(said),
				feedback: renderInline(cell('feedback').text)
			},
			at
		);
	});
	if (item.rows.length > 0) needTwo(reading, table.at, new Set(item.rows.flatMap((row) => Object.values(row.stances))));
	// What the marks are shown with.
	item.claims = [
		...new Set([...item.claims, ...item.rows.map(({ id }) => id).filter((id) => has(reading.library.claims, id))])
	];
	return item;
}

function statementOf(reading: Reading, id: string, at: number): Html {
	if (id !== '') mention(reading, 'claim', id, at);
	const claim = has(reading.library.claims, id) ? reading.library.claims[id] : undefined;
	return renderInline(claim?.statement.trim() ?? '');
}

function readStance(reading: Reading, cell: Piece): Stance {
	const stance = stances.find((one) => one === cell.text);
	if (stance) return stance;
	report(reading, cell.at, {
		code: 'unknown-stance',
		found: cell.text === '' ? 'an empty cell' : `\`${cell.text}\``,
		expected: listed(stances),
		mend: suggest(cell.text, stances, 'A source that does not speak of the claim is `silent`.')
	});
	return 'silent';
}
