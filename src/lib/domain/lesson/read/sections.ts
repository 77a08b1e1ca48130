import { readAttributes } from './attributes.ts';
import { unexpected } from './prose.ts';
import { report } from '../reading.ts';
import { stepIds } from '../model.ts';
import type { ItemKind } from '../../quiz/model.ts';
import type { Attributes } from './attributes.ts';
import type { Block, Piece } from './markdown.ts';
import type { Reading } from '../reading.ts';

/** A heading and what stands below it up to the next heading of its rank. */
export interface Section {
	/** Offset of the heading. */
	at: number;
	/** Markdown without the braces. */
	title: Piece;
	attributes: Attributes;
	blocks: Block[];
}

/** A `#` heading: `blocks` is what stands before its first `##`. */
export interface StepSection extends Section {
	sections: Section[];
}

export const kindOf = (section: Section): string => section.attributes.kinds[0]?.text ?? '';
export const idOf = (section: Section): string => section.attributes.id?.text ?? '';

function sectionOf(reading: Reading, block: Block): Section {
	const text = 'text' in block.token ? block.token.text : '';
	const found = reading.doc.text.indexOf(text, block.at);
	return { at: block.at, ...readAttributes(reading, text, found === -1 ? block.at : found), blocks: [] };
}

/** Splits a file's blocks at `#` and `##`; lower headings stay in the prose. */
export function stepSections(reading: Reading, blocks: readonly Block[]): StepSection[] {
	const steps: StepSection[] = [];
	let current: Section | undefined;
	for (const block of blocks) {
		const depth = block.token.type === 'heading' ? block.token.depth : 0;
		const step = steps.at(-1);
		if (depth === 1) {
			const next: StepSection = { ...sectionOf(reading, block), sections: [] };
			steps.push(next);
			current = next;
		} else if (depth === 2 && step) {
			current = sectionOf(reading, block);
			step.sections.push(current);
		} else if (current) current.blocks.push(block);
		else unexpected(reading, block, 'the `#` heading of the first step after the front matter');
	}
	return steps;
}

/** The one section of a kind; a missing or second one is reported. */
export function oneSection(reading: Reading, step: StepSection, kind: string, example: string): Section | undefined {
	const [first, ...others] = step.sections.filter((section) => kindOf(section) === kind);
	if (!first) missingSection(reading, step.at, `no section \`{.${kind}}\``, example);
	for (const other of others)
		report(reading, other.at, {
			code: 'section-twice',
			found: `a second \`{.${kind}}\``,
			expected: 'one',
			mend: 'Join the two, or take one out.'
		});
	return first;
}

export function missingSection(reading: Reading, at: number, found: string, example: string): void {
	report(reading, at, {
		code: 'missing-section',
		found,
		expected: `\`${example}\``,
		mend: example.startsWith('|')
			? 'Write the table: this line, below it `| --- |` for each column, then the rows, each between `|`.'
			: 'Add it.'
	});
}

/** Reports the sections of a step whose kind is none of `kinds` ('' = none given). */
export function onlySections(reading: Reading, step: StepSection, kinds: readonly string[]): void {
	for (const section of step.sections)
		if (!kinds.includes(kindOf(section)))
			report(reading, section.attributes.kinds[0]?.at ?? section.at, {
				code: 'unknown-section',
				found: kindOf(section) === '' ? `a heading without a kind` : `\`{.${kindOf(section)}}\``,
				expected:
					kinds.map((kind) => (kind === '' ? 'no kind' : `\`{.${kind}}\``)).join(', ') || 'no `##` heading here',
				mend: elsewhere(kindOf(section))
			});
}

const questions: ReadonlySet<string> = new Set<Exclude<ItemKind, 'best-case'>>([
	'single',
	'multiple',
	'truefalse',
	'order',
	'match'
]);

/** Where a kind of heading belongs that does not belong here. */
function elsewhere(kind: string): string {
	if (stepIds.some((id) => id === kind)) return `\`.${kind}\` is a step: its heading has one \`#\`.`;
	if (kind === 'best-case') return 'Best cases stand in the step `# … {.reverse}`: look for its heading above.';
	if (questions.has(kind)) return 'Questions stand in the step `# … {.check}`: look for its heading above.';
	return 'Give the heading one of these kinds, or make it a `###` heading of the prose.';
}
