import { degrees } from '../../quiz/model.ts';
import { named } from '../id.ts';
import { listed, suggest } from '../nearest.ts';
import { placed, report } from '../reading.ts';
import { renderInline } from '../read/html.ts';
import { plain } from '../read/markdown.ts';
import { needCell, readIdCell, readRows } from '../read/tables.ts';
import { readBase } from './base.ts';
import { splitAtTable } from './table.ts';
import type { Piece } from '../read/markdown.ts';
import type { Section } from '../read/sections.ts';
import type { Reading } from '../reading.ts';
import type { Degree, DivergenceItem } from '../../quiz/model.ts';

const columns = ['original', 'pinyin', 'official', 'independent', 'divergence', 'feedback'] as const;

/** A sentence in four versions, cut into segments: a row a segment; `—` where a version leaves it out. */
export function readDivergence(reading: Reading, section: Section): DivergenceItem {
	const { before, table } = splitAtTable(reading, section, `| ${columns.join(' | ')} |`);
	const base = readBase(reading, section, 'divergence', before);
	const rows = table ? readRows(reading, table, columns) : [];
	const segments = rows.map(({ at, cells }) => {
		const { id, idAt, text: original } = readIdCell(cells.original);
		named(reading, id, { what: 'segment', scope: `segment ${section.at}`, at: idAt, text: cells.official.text });
		needCell(reading, original, 'original');
		for (const column of ['pinyin', 'official', 'independent', 'feedback'] as const)
			needCell(reading, cells[column], column);
		return placed(
			reading,
			{
				id,
				original: plain(original.text),
				pinyin: plain(cells.pinyin.text),
				official: renderInline(cells.official.text),
				independent: renderInline(cells.independent.text),
				degree: readDegree(reading, cells.divergence),
				feedback: renderInline(cells.feedback.text)
			},
			at
		);
	});
	if (table && segments.length > 0 && segments.every(({ degree }) => degree === 'same'))
		report(reading, table.at, {
			code: 'no-divergence',
			found: 'segments that are all `same`',
			expected: 'at least one in which the renderings differ',
			mend: 'Choose a sentence in which they part, or look again at the segments.'
		});
	return { kind: 'divergence', ...base, segments };
}

function readDegree(reading: Reading, cell: Piece): Degree {
	const degree = degrees.find((one) => one === cell.text);
	if (degree) return degree;
	report(reading, cell.at, {
		code: 'unknown-degree',
		found: cell.text === '' ? 'an empty cell' : `\`${cell.text}\``,
		expected: listed(degrees),
		mend: suggest(cell.text, degrees, 'Say how far the official English is from the independent rendering.')
	});
	// No second mistake: a segment that cannot be read is not taken for one in which nothing differs.
	return 'minor';
}
