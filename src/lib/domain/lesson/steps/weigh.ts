import { suggest } from '../nearest.ts';
import { mention, placed, report } from '../reading.ts';
import { allowAttributes } from '../read/attributes.ts';
import { isList, isParagraph, isTable, plain } from '../read/markdown.ts';
import { readEntries } from '../read/entries.ts';
import { unexpected } from '../read/prose.ts';
import { missingSection } from '../read/sections.ts';
import { needCell, readRows } from '../read/tables.ts';
import { readCards, rootId } from '../weigh/kit.ts';
import { keysOf, mentionTarget, readLink } from '../weigh/notation.ts';
import { codesIn, readReference } from '../weigh/reference.ts';
import { feedbackCodes } from '../../argument/model.ts';
import type { WeighStep } from '../model.ts';
import type { Section, StepSection } from '../read/sections.ts';
import type { Reading } from '../reading.ts';
import type { NamedReference } from '../weigh/reference.ts';
import type { StepBody, StepReader } from './step.ts';

const titles = ['Contention', 'Cards', 'Reference', 'Equivalent', 'Misconceptions'] as const;
type Title = (typeof titles)[number];

const titleOf = (section: Section): Title | undefined =>
	titles.find(
		(title) => section.title.text === title || (title === 'Reference' && /^Reference\s*:/.test(section.title.text))
	);

/** The kit of cards, the accepted maps, and what is said about links that none of them accepts. */
export const readWeigh: StepReader<WeighStep> = (reading, step): StepBody<WeighStep> => {
	const sections = sortSections(reading, step);
	const [contention] = sections.Contention;
	const [cards] = sections.Cards;
	if (!contention) missingSection(reading, step.at, 'no contention', '## Contention');
	if (!cards) missingSection(reading, step.at, 'no cards', '## Cards');
	if (sections.Reference.length === 0)
		missingSection(reading, step.at, 'no reference', '## Reference: label {#id verdict=for}');
	const root = { id: rootId, text: contention ? readContention(reading, contention) : '' };
	const kit = { root, cards: cards ? readCards(reading, cards) : [] };
	const references = sections.Reference.map((section) => readReference(reading, section, kit.cards));
	for (const section of sections.Equivalent) readEquivalent(reading, section, references);
	for (const section of sections.Misconceptions) readMisconceptions(reading, section, references);
	return { kit, references: references.map(({ reference }) => reference) };
};

function sortSections(reading: Reading, step: StepSection): Record<Title, Section[]> {
	const sorted: Record<Title, Section[]> = {
		Contention: [],
		Cards: [],
		Reference: [],
		Equivalent: [],
		Misconceptions: []
	};
	for (const section of step.sections) {
		const title = titleOf(section);
		if (title) sorted[title].push(section);
		else
			report(reading, section.at, {
				code: 'unknown-section',
				found: `\`${section.title.text}\``,
				expected: '`Contention`, `Cards`, `Reference: label`, `Equivalent` or `Misconceptions`',
				mend: suggest(section.title.text, titles, 'Use one of these headings.')
			});
		if (title && title !== 'Reference') {
			allowAttributes(reading, section.attributes, {});
			if (sorted[title].length > 1)
				report(reading, section.at, {
					code: 'section-twice',
					found: `a second \`${title}\``,
					expected: 'one',
					mend: 'Join the two, or take one out.'
				});
		}
	}
	return sorted;
}

function readContention(reading: Reading, section: Section): string {
	for (const block of section.blocks) if (!isParagraph(block)) unexpected(reading, block, 'one sentence');
	const text = section.blocks
		.filter(isParagraph)
		.map(({ token }) => plain(token.text))
		.join(' ');
	if (text === '') missingSection(reading, section.at, 'an empty contention', 'a sentence that can be argued about');
	return text;
}

/** Lines of ``- `f` ~ `g` ``, valid in every reference. */
function readEquivalent(reading: Reading, section: Section, references: NamedReference[]): void {
	for (const block of section.blocks) {
		if (!isList(block)) {
			unexpected(reading, block, 'a list of equal cards: - `f` ~ `g`');
			continue;
		}
		for (const { lead, at } of readEntries(reading, block)) {
			const codes = codesIn(lead);
			const cards = codes.map((code) => mention(reading, 'card', code.text, code.at));
			if (!/^`[^`]+`(?:\s*~\s*`[^`]+`)+\.?$/.test(lead.text))
				report(reading, at, {
					code: 'bad-map-line',
					found: `\`${lead.text}\``,
					expected: '`` `f` ~ `g` ``',
					mend: 'Write the cards in backticks with `~` between them.'
				});
			else for (const { reference } of references) reference.equivalent.push([...cards]);
		}
	}
}

/** A table of links that no reference accepts. A link that names a group counts where there is such a group. */
function readMisconceptions(reading: Reading, section: Section, references: NamedReference[]): void {
	for (const block of section.blocks) {
		if (!isTable(block)) {
			unexpected(reading, block, 'the table | link | code | hint |');
			continue;
		}
		for (const { cells, at } of readRows(reading, block, ['link', 'code', 'hint'])) {
			const code = feedbackCodes.find((one) => one === cells.code.text);
			if (!code)
				report(reading, cells.code.at, {
					code: 'unknown-feedback-code',
					found: `\`${cells.code.text}\``,
					expected: feedbackCodes.join(', '),
					mend: suggest(cells.code.text, feedbackCodes, 'Choose one of these.')
				});
			needCell(reading, cells.hint, 'hint');
			const link = readLink(reading, codesIn(cells.link)[0] ?? cells.link);
			if (!link) continue;
			const naming = references.filter(({ names }) => names.has(link.target));
			mentionTarget(reading, link, new Set(naming.length > 0 ? [link.target] : []));
			const message = plain(cells.hint.text);
			for (const { reference, names } of naming.length > 0 ? naming : references)
				for (const key of keysOf(reference.map, names, link))
					if (code) reference.misconceptions.push(placed(reading, { link: key, code, message }, at));
		}
	}
}
