import { named } from '../id.ts';
import { placed, report } from '../reading.ts';
import { readFrame } from '../items/base.ts';
import { isTable, plain } from '../read/markdown.ts';
import { readIds } from '../read/attributes.ts';
import { unexpected } from '../read/prose.ts';
import { missingSection } from '../read/sections.ts';
import { needCell, readLoneId, readRows } from '../read/tables.ts';
import type { Piece } from '../read/markdown.ts';
import type { Section } from '../read/sections.ts';
import type { Reading } from '../reading.ts';
import type { Card } from '../../argument/model.ts';

const columns = ['card', 'role', 'frame', 'text', 'claims', 'sources'] as const;

/** The id of the contention in every kit. */
export const rootId = 'T';

/**
 * The table of cards. A role is `claim` or `evidence`, with `, twice` behind it if the card can be placed twice, or
 * `, distractor: why` if it belongs nowhere.
 */
export function readCards(reading: Reading, section: Section): Card[] {
	const table = section.blocks.find(isTable);
	if (!table) {
		missingSection(reading, section.at, 'no table of cards', `| ${columns.join(' | ')} |`);
		return [];
	}
	for (const block of section.blocks) if (block !== table) unexpected(reading, block, 'one table of cards');
	return readRows(reading, table, columns).map(({ at, cells }) => {
		const { id, idAt } = readLoneId(cells.card);
		named(reading, id, { what: 'card', scope: 'kit', at: idAt, text: cells.text.text, form: 'backticks' });
		if (id === rootId)
			report(reading, idAt, {
				code: 'duplicate-id',
				found: `a card \`${rootId}\``,
				expected: `\`${rootId}\` is the contention`,
				mend: 'Give the card another letter.'
			});
		needCell(reading, cells.text, 'text');
		const card: Card = {
			id,
			text: plain(cells.text.text),
			...readRole(reading, cells.role),
			frame: readFrame(reading, cells.frame.text, cells.frame.at) ?? 'neutral-fact',
			claims: readIds(reading, cells.claims, 'claim'),
			sources: readIds(reading, cells.sources, 'source')
		};
		return placed(reading, card, at);
	});
}

function readRole(reading: Reading, cell: Piece): Pick<Card, 'role' | 'distractor' | 'maxUses'> {
	const match = /^(claim|evidence)(?:,\s*(?:(twice)|(distractor)(?::\s*(.*))?))?$/.exec(cell.text);
	if (!match) {
		report(reading, cell.at, {
			code: 'bad-role',
			found: `\`${cell.text}\``,
			expected: '`claim` or `evidence`, alone, with `, twice` or with `, distractor: why it does not bear`',
			mend: 'What a card does in the argument is shown by where it stands, not by its role.'
		});
		return { role: 'claim' };
	}
	const [, role, twice, distractor, why = ''] = match;
	return {
		role: role === 'evidence' ? 'evidence' : 'claim',
		...(twice && { maxUses: 2 }),
		...(distractor && { distractor: plain(why) })
	};
}
