import { sourceFields } from '../../quiz/model.ts';
import { named } from '../id.ts';
import { listed, suggest } from '../nearest.ts';
import { has, mention, placed, report } from '../reading.ts';
import { renderInline } from '../read/html.ts';
import { needCell, readIdCell, readRows } from '../read/tables.ts';
import { opaque, shuffle } from '../shuffle.ts';
import { readBase } from './base.ts';
import { splitAtTable } from './table.ts';
import type { Html, Source } from '../model.ts';
import type { Piece } from '../read/markdown.ts';
import type { Section } from '../read/sections.ts';
import type { Reading } from '../reading.ts';
import type { ClassifySourceItem, SourceField } from '../../quiz/model.ts';

type Field = ClassifySourceItem['fields'][number];
type Option = Field['options'][number];

const columns = ['field', 'right', 'others', 'feedback'] as const;

/**
 * A table with a field a row: its right option, the others, and feedback. An option is an id with a text, or the id of a
 * source of the library alone: then it is what that source has in this field. Options are divided by `;` and shown in
 * an order that depends on the item's id.
 */
export function readClassifySource(reading: Reading, section: Section): ClassifySourceItem {
	const { before, table } = splitAtTable(reading, section, `| ${columns.join(' | ')} |`);
	const base = readBase(reading, section, 'classify-source', before);
	const rows = table ? readRows(reading, table, columns) : [];
	const fields = rows.flatMap(({ at, cells }): Field[] => {
		const field = readField(reading, cells.field, `field ${section.at}`);
		if (!field) return [];
		needCell(reading, cells.feedback, 'feedback');
		const scope = `option ${section.at} ${field}`;
		const read = (cell: Piece): Option[] =>
			optionsIn(cell).map((option) => readOption(reading, option, { field, item: base.id, scope }));
		const right = read(cells.right);
		const options = [...right, ...read(cells.others)];
		checkOptions(reading, cells, field, right, options);
		return [
			placed(
				reading,
				{
					id: field,
					options: shuffle(options, `${base.id} ${field}`),
					answer: right[0]?.id ?? null,
					feedback: renderInline(cells.feedback.text)
				},
				at
			)
		];
	});
	if (table && fields.length > 0 && fields.every(({ id }) => id === 'stance'))
		report(reading, table.at, {
			code: 'no-right-option',
			found: 'no field that is marked',
			expected: `at least one of ${listed(sourceFields.filter((field) => field !== 'stance'))}`,
			mend: 'Add a row; the stance is a prediction and is not marked.'
		});
	return { kind: 'classify-source', ...base, fields };
}

function readField(reading: Reading, cell: Piece, scope: string): SourceField | null {
	const field = sourceFields.find((one) => one === cell.text);
	if (field) {
		named(reading, field, { what: 'field', scope, at: cell.at, text: '' });
		return field;
	}
	report(reading, cell.at, {
		code: 'unknown-field',
		found: cell.text === '' ? 'an empty cell' : `\`${cell.text}\``,
		expected: listed(sourceFields),
		mend: suggest(cell.text, sourceFields, 'Choose one of these.')
	});
	return null;
}

/** The options of a cell, which `;` divides; none for `—`. */
const optionsIn = (cell: Piece): Piece[] =>
	/^[—–-]?$/.test(cell.text)
		? []
		: [...cell.text.matchAll(/[^;]+/g)].flatMap(({ 0: part, index }) => {
				const text = part.trim();
				return text === '' ? [] : [{ text, at: cell.at + index + part.indexOf(text) }];
			});

function readOption(
	reading: Reading,
	piece: Piece,
	{ field, item, scope }: { field: SourceField; item: string; scope: string }
): Option {
	const { id, idAt, text } = readIdCell(piece);
	named(reading, id, { what: 'option', scope, at: idAt, text: text.text });
	if (text.text !== '' || id === '') return placed(reading, { id, text: renderInline(text.text) }, piece.at);
	// The id of the source that is asked about would tell which option is right.
	return placed(reading, { id: opaque(`${item} ${id}`), text: valueOf(reading, id, field, idAt) }, piece.at);
}

function valueOf(reading: Reading, id: string, field: SourceField, at: number): Html {
	if (field === 'stance') {
		report(reading, at, {
			code: 'missing-text',
			found: `\`${id}\` without a text`,
			expected: 'a text after the id: the library holds no stances',
			mend: 'Say what a reader may expect of the source.'
		});
		return '' as Html;
	}
	mention(reading, 'source', id, at);
	const source: Source | undefined = has(reading.library.sources, id) ? reading.library.sources[id] : undefined;
	return renderInline(source?.[field].trim() ?? '');
}

function checkOptions(
	reading: Reading,
	cells: { field: Piece; right: Piece; others: Piece },
	field: SourceField,
	right: readonly Option[],
	options: readonly Option[]
): void {
	const wanted = field === 'stance' ? 0 : 1;
	if (right.length !== wanted)
		report(reading, cells.right.at, {
			code: 'no-right-option',
			found: `${right.length} right options for \`${field}\``,
			expected: wanted === 0 ? '`—`: a prediction has no right option' : 'exactly one',
			mend: wanted === 0 ? 'Move it to `others`.' : 'Leave one; `;` divides options.'
		});
	else if (options.length < 2)
		report(reading, cells.others.at, {
			code: 'too-few-options',
			found: `${options.length} option${options.length === 1 ? '' : 's'} for \`${field}\``,
			expected: 'at least two',
			mend: 'Add others, or the ids of sources that differ in this field.'
		});
	const texts = options.map(({ text }) => text).filter((text) => text !== '');
	const again = texts.find((text, index) => texts.indexOf(text) < index);
	if (again !== undefined)
		report(reading, cells.others.at, {
			code: 'same-answer',
			found: `two options for \`${field}\` that read the same`,
			expected: 'options that can be told apart',
			mend: 'Take one out; two sources may have the same in a field.'
		});
}
