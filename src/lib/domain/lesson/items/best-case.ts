import { named } from '../id.ts';
import { suggest } from '../nearest.ts';
import { placed, report } from '../reading.ts';
import { readCount, readIds, readText } from '../read/attributes.ts';
import { isTable, plain } from '../read/markdown.ts';
import { inline, unexpected } from '../read/prose.ts';
import { missingSection } from '../read/sections.ts';
import { needCell, readLoneId, readRows } from '../read/tables.ts';
import { shuffle } from '../shuffle.ts';
import { readBase } from './base.ts';
import type { Section } from '../read/sections.ts';
import type { Reading } from '../reading.ts';
import type { BestCaseItem, BestCaseLabel } from '../../quiz/model.ts';

const columns = ['card', 'label', 'claims', 'text', 'why'] as const;
const labels = ['strong', 'weak', 'caricature', 'other'] as const satisfies readonly BestCaseLabel[];
type Card = BestCaseItem['cards'][number];

/** The heading names the side; the table holds the pool, shown in an order that depends on the item's id. */
export function readBestCase(reading: Reading, section: Section): BestCaseItem {
	const index = section.blocks.findIndex(isTable);
	const table = section.blocks[index];
	const prompt = index === -1 ? section.blocks : section.blocks.slice(0, index);
	const base = readBase(reading, section, 'best-case', prompt, { values: ['picks', 'advocate'] });
	const item: BestCaseItem = {
		kind: 'best-case',
		...base,
		side: plain(section.title.text),
		advocate: readText(reading, section.attributes, 'advocate', 'a translator who …').text,
		picks: readCount(reading, section.attributes, 'picks', null),
		cards: []
	};
	if (!table || !isTable(table)) {
		missingSection(reading, section.at, 'an item without a table', `| ${columns.join(' | ')} |`);
		return item;
	}
	for (const block of section.blocks.slice(index + 1))
		unexpected(reading, block, 'nothing after the table of this item');
	const cards = readRows(reading, table, columns).map(({ at, cells }): Card => {
		const { id, idAt } = readLoneId(cells.card);
		named(reading, id, {
			what: 'card',
			scope: `item ${section.at}`,
			at: idAt,
			text: cells.text.text,
			form: 'backticks'
		});
		needCell(reading, cells.text, 'text');
		needCell(reading, cells.why, 'why');
		const label = labels.find((one) => one === cells.label.text);
		if (!label)
			report(reading, cells.label.at, {
				code: 'unknown-label',
				found: `\`${cells.label.text}\``,
				expected: labels.map((one) => `\`${one}\``).join(', '),
				mend: suggest(cells.label.text, labels, 'Choose one of these.')
			});
		const card: Card = {
			id,
			text: inline(reading, cells.text.text),
			label: label ?? 'other',
			claims: readIds(reading, cells.claims, 'claim'),
			why: inline(reading, cells.why.text)
		};
		return placed(reading, card, at);
	});
	item.cards = shuffle(cards, base.id);
	// The pool tests the claims that its cards rest on.
	item.claims = [...new Set([...base.claims, ...cards.flatMap(({ claims }) => claims)])];
	return item;
}
