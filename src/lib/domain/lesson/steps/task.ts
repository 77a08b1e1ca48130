import { placed, report } from '../reading.ts';
import { allowAttributes, readIds } from '../read/attributes.ts';
import { isParagraph } from '../read/markdown.ts';
import { prose } from '../read/prose.ts';
import { kindOf, missingSection, oneSection, onlySections } from '../read/sections.ts';
import { promptOf, sectionId } from './choices.ts';
import type { Html, TaskStep } from '../model.ts';
import type { Piece } from '../read/markdown.ts';
import type { StepSection } from '../read/sections.ts';
import type { Reading } from '../reading.ts';
import type { StepBody, StepReader } from './step.ts';

/** The task, its sources and claims, the lines that the learner writes, and a model answer. */
export const readTask: StepReader<TaskStep> = (reading, step): StepBody<TaskStep> => {
	onlySections(reading, step, ['', 'model']);
	const { introBlocks, sources, claims } = readMaterial(reading, step);
	const model = oneSection(reading, step, 'model', '## Model answer {.model}');
	if (model) allowAttributes(reading, model.attributes, { kinds: ['model'] });
	const lines = step.sections.filter((section) => kindOf(section) === '');
	if (lines.length === 0)
		missingSection(reading, step.at, 'no line for the learner to write', '## What the text says {#says}');
	return {
		sources: readIds(reading, sources, 'source'),
		claims: readIds(reading, claims, 'claim'),
		prompts: lines.map((section) => {
			allowAttributes(reading, section.attributes, { id: true });
			const id = sectionId(reading, section, 'prompt', 'prompt');
			return placed(reading, { id, text: promptOf(reading, section, section.blocks, 'this line') }, section.at);
		}),
		model: model ? prose(reading, model.blocks) : ('' as Html),
		introBlocks
	};
};

/** Lines `Sources: …` and `Claims: …`, in a paragraph of their own, the rest of the blocks is the intro. */
function readMaterial(reading: Reading, step: StepSection) {
	const found: Partial<Record<'sources' | 'claims', Piece>> = {};
	const introBlocks = step.blocks.filter((block) => {
		if (!isParagraph(block) || !/^(?:Sources?|Claims?)\s*:/i.test(block.token.text)) return true;
		let at = block.at;
		for (const line of block.token.raw.trimEnd().split('\n')) {
			const match = /^\s*(?:(Sources?)|Claims?)\s*:/i.exec(line);
			const key = match?.[1] === undefined ? 'claims' : 'sources';
			if (match) found[key] = { text: line.slice(match[0].length), at: at + match[0].length };
			else
				report(reading, at, {
					code: 'bad-entry',
					found: `\`${line.slice(0, 60)}\``,
					expected: '`Sources: …` or `Claims: …`',
					mend: 'Leave an empty line between these lines and the prose.'
				});
			at += line.length + 1;
		}
		return false;
	});
	return { ...found, introBlocks };
}
