import { listed, suggest } from '../nearest.ts';
import { placed, report } from '../reading.ts';
import { kindOf, missingSection } from '../read/sections.ts';
import { readBestCase } from '../items/best-case.ts';
import { readMultiple, readSingle, readTrueFalse } from '../items/choice.ts';
import { readClassifySource } from '../items/classify-source.ts';
import { readDivergence } from '../items/divergence.ts';
import { readGap } from '../items/gap.ts';
import { readMatch } from '../items/match.ts';
import { readMatrix } from '../items/matrix.ts';
import { readNumber } from '../items/number.ts';
import { readOrder } from '../items/order.ts';
import { readWhoSaid } from '../items/whosaid.ts';
import type { CheckStep, ReverseStep } from '../model.ts';
import type { ItemReader } from '../items/base.ts';
import type { StepSection } from '../read/sections.ts';
import type { Reading } from '../reading.ts';
import type { StepBody, StepReader } from './step.ts';
import type { Item } from '../../quiz/model.ts';

const quizReaders: Record<string, ItemReader> = {
	single: readSingle,
	multiple: readMultiple,
	truefalse: readTrueFalse,
	order: readOrder,
	match: readMatch,
	whosaid: readWhoSaid,
	gap: readGap,
	number: readNumber,
	matrix: readMatrix,
	divergence: readDivergence,
	'classify-source': readClassifySource
};
const reverseReaders: Record<string, ItemReader> = { 'best-case': readBestCase };

function readItems(reading: Reading, step: StepSection, readers: Record<string, ItemReader>): Item[] {
	const kinds = Object.keys(readers);
	if (step.sections.length === 0)
		missingSection(reading, step.at, 'no item', `## Prompt {.${kinds[0]} #id sides="western"}`);
	return step.sections.flatMap((section) => {
		const kind = kindOf(section);
		const read = Object.hasOwn(readers, kind) ? readers[kind] : undefined;
		if (read) return [placed(reading, read(reading, section), section.at)];
		report(reading, section.attributes.kinds[0]?.at ?? section.at, {
			code: 'unknown-item-kind',
			found: kind === '' ? 'a heading without a kind' : `\`${kind}\``,
			expected: listed(kinds.map((one) => `.${one}`)),
			mend: suggest(kind, kinds, 'Give the heading one of these kinds in braces.')
		});
		return [];
	});
}

export const readCheck: StepReader<CheckStep> = (reading, step): StepBody<CheckStep> => ({
	certainty: step.attributes.flags.some(({ text }) => text === 'certainty'),
	items: readItems(reading, step, quizReaders)
});

export const readReverse: StepReader<ReverseStep> = (reading, step): StepBody<ReverseStep> => ({
	items: readItems(reading, step, reverseReaders)
});
