import { mention, report } from '../reading.ts';
import { isList } from '../read/markdown.ts';
import { readEntries } from '../read/entries.ts';
import { unexpected } from '../read/prose.ts';
import { missingSection, onlySections } from '../read/sections.ts';
import type { SpeakersStep } from '../model.ts';
import type { StepBody, StepReader } from './step.ts';

/** The last list is that of the sources; all before it is the intro. */
export const readSpeakers: StepReader<SpeakersStep> = (reading, step): StepBody<SpeakersStep> => {
	onlySections(reading, step, []);
	const index = step.blocks.findLastIndex(isList);
	const list = step.blocks[index];
	if (!list || !isList(list)) {
		missingSection(reading, step.at, 'no list of sources', '- `source-id`');
		return { sources: [], introBlocks: step.blocks };
	}
	for (const block of step.blocks.slice(index + 1))
		unexpected(reading, block, 'the list of sources at the end of the step');
	const sources = readEntries(reading, list).flatMap((entry) => {
		if (entry.id !== '' && entry.text.text === '') return [mention(reading, 'source', entry.id, entry.idAt)];
		report(reading, entry.at, {
			code: 'bad-entry',
			found: `\`${entry.text.text.slice(0, 60)}\``,
			expected: 'a source id in backticks and nothing else: - `source-id`',
			mend: 'What is said about a source comes from sources.yaml.'
		});
		return [];
	});
	return { sources, introBlocks: step.blocks.slice(0, index) };
};
