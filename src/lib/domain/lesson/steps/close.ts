import { placed } from '../reading.ts';
import { allowAttributes } from '../read/attributes.ts';
import { isList } from '../read/markdown.ts';
import { prose, unexpected } from '../read/prose.ts';
import { oneSection, onlySections } from '../read/sections.ts';
import { readChoices } from './choices.ts';
import type { CloseStep, Html } from '../model.ts';
import type { StepBody, StepReader } from './step.ts';

/** What both sides share, where they part, what stays open, and what would change the learner's mind. */
export const readClose: StepReader<CloseStep> = (reading, step): StepBody<CloseStep> => {
	onlySections(reading, step, ['common', 'crux', 'open', 'change']);
	const text = (kind: string, title: string): Html => {
		const section = oneSection(reading, step, kind, `## ${title} {.${kind}}`);
		if (section) allowAttributes(reading, section.attributes, { kinds: [kind] });
		return section ? prose(reading, section.blocks) : ('' as Html);
	};
	const body = {
		common: text('common', 'Common ground'),
		crux: text('crux', 'The factual crux'),
		open: text('open', 'Left open')
	};
	const change = oneSection(reading, step, 'change', '## What would change your mind? {.change}');
	if (!change) return { ...body, changeOfMind: [] };
	allowAttributes(reading, change.attributes, { kinds: ['change'] });
	for (const block of change.blocks) if (!isList(block)) unexpected(reading, block, 'one list of prompts: - `id` text');
	const changeOfMind = readChoices(reading, change, 'prompt').map(({ id, text: prompt }) => ({ id, prompt }));
	return { ...body, changeOfMind: changeOfMind.map((one) => placed(reading, one, change.at)) };
};
