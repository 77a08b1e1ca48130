import { unexpected } from '../read/prose.ts';
import { isTable } from '../read/markdown.ts';
import { missingSection } from '../read/sections.ts';
import type { Tokens } from 'marked';
import type { Block } from '../read/markdown.ts';
import type { Section } from '../read/sections.ts';
import type { Reading } from '../reading.ts';

/** The blocks before the one table of an item, and the table; a missing one and blocks after it are reported. */
export function splitAtTable(
	reading: Reading,
	section: Section,
	example: string
): { before: Block[]; table?: { token: Tokens.Table; at: number } } {
	const index = section.blocks.findIndex(isTable);
	const table = section.blocks[index];
	if (!table || !isTable(table)) {
		missingSection(reading, section.at, 'an item without a table', example);
		return { before: section.blocks };
	}
	for (const block of section.blocks.slice(index + 1))
		unexpected(reading, block, 'nothing after the table of this item');
	return { before: section.blocks.slice(0, index), table };
}
