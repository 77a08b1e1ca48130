import { locate } from '../doc.ts';
import { named } from '../id.ts';
import { listed, suggest } from '../nearest.ts';
import { has, mention, placed, report } from '../reading.ts';
import { allowAttributes } from '../read/attributes.ts';
import { isQuote, plain } from '../read/markdown.ts';
import { proseText, unexpected } from '../read/prose.ts';
import { missingSection } from '../read/sections.ts';
import { sectionId } from './choices.ts';
import type { Tokens } from 'marked';
import type { Dimension, Framing, FramingsStep } from '../model.ts';
import type { Section } from '../read/sections.ts';
import type { Reading } from '../reading.ts';
import type { StepBody, StepReader } from './step.ts';

const kinds = ['western', 'third-party', 'chinese', 'shared', 'checking'] as const;

/** One `##` heading a dimension, one quote a card. */
export const readFramings: StepReader<FramingsStep> = (reading, step): StepBody<FramingsStep> => {
	if (step.sections.length === 0) missingSection(reading, step.at, 'no dimension', '## What is the aim? {#aim}');
	return { dimensions: step.sections.map((section) => readDimension(reading, section)) };
};

function readDimension(reading: Reading, section: Section): Dimension {
	allowAttributes(reading, section.attributes, { id: true });
	const id = sectionId(reading, section, 'dimension', 'dimension');
	const counts = new Map<string, number>();
	const framings = section.blocks.flatMap((block) => {
		if (isQuote(block)) return readFraming(reading, block, id, counts) ?? [];
		unexpected(reading, block, 'cards only: `> [!western] c001` and their text');
		return [];
	});
	return placed(reading, { id, title: plain(section.title.text), framings }, section.at);
}

function readFraming(
	reading: Reading,
	block: { token: Tokens.Blockquote; at: number },
	dimension: string,
	counts: Map<string, number>
): Framing | null {
	const [first = '', ...rest] = block.token.text.split('\n');
	const at = locate(reading.doc, first, block.at);
	const match = /^\[!([\w-]+)(?:\s+#([\w-]+))?\](.*)$/d.exec(first);
	const kind = kinds.find((one) => one === match?.[1]);
	if (!match || !kind) {
		report(reading, match ? at + 2 : at, {
			code: 'bad-framing',
			found: `\`${match?.[1] ?? first.slice(0, 60)}\``,
			expected: `a card that begins with \`[!kind]\`, the kind being ${listed(kinds)}`,
			mend: suggest(match?.[1] ?? '', kinds, 'Begin the quote with for example `> [!western] c001`.')
		});
		return null;
	}
	const count = (counts.get(kind) ?? 0) + 1;
	counts.set(kind, count);
	const id = match[2] ?? `${dimension}-${kind}-${count}`;
	if (match[2] !== undefined || dimension !== '')
		named(reading, id, { what: 'card', scope: 'framing', at, text: first });
	const framing: Framing = { id, kind, claims: [], discrepancies: [], text: textOf(reading, rest, at + first.length) };
	if (framing.text === '')
		report(reading, at, {
			code: 'empty-framing',
			found: 'a card without text',
			expected: 'what this side says, in our own words',
			mend: 'Write it on the lines below, each with `> ` before it.'
		});
	const tailAt = at + (match.indices?.[3]?.[0] ?? 0);
	for (const word of (match[3] ?? '').matchAll(/[^\s,]+/g)) {
		const place = tailAt + word.index;
		if (isDiscrepancy(reading, word[0])) framing.discrepancies.push(mention(reading, 'discrepancy', word[0], place));
		else framing.claims.push(mention(reading, 'claim', word[0], place));
	}
	return placed(reading, framing, at);
}

/** By what the library knows; an unknown id is taken for what its letter says. */
const isDiscrepancy = ({ library }: Reading, id: string): boolean =>
	has(library.discrepancies, id) || (!has(library.claims, id) && /^d\d/.test(id));

function textOf(reading: Reading, lines: string[], from: number): Framing['text'] {
	const text = lines.join('\n');
	return proseText(reading, { text, at: locate(reading.doc, text, from) }, true);
}
