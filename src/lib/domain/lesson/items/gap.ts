import { isSpelled } from '../../quiz/gap/fold.ts';
import { report } from '../reading.ts';
import { shuffle } from '../shuffle.ts';
import { readAnswers, readOther } from './answers.ts';
import { readBase } from './base.ts';
import type { Html } from '../model.ts';
import type { Section } from '../read/sections.ts';
import type { Reading } from '../reading.ts';
import type { Answer } from './answers.ts';
import type { GapItem } from '../../quiz/model.ts';

/**
 * A prompt with a blank `___` and what may stand in it. With `list` the learner chooses from all that is written, shown
 * in an order that depends on the item's id; without, the answer is typed.
 */
export function readGap(reading: Reading, section: Section): GapItem {
	const { prompt, answers, quote } = readAnswers(reading, section, '- [x] the missing words');
	const base = readBase(reading, section, 'gap', prompt, { flags: ['list', 'toneless'] });
	const has = (flag: string): boolean => section.attributes.flags.some(({ text }) => text === flag);
	const [listed, toneless] = [has('list'), has('toneless')];
	if (!/_{3}/.test(base.prompt))
		report(reading, section.at, {
			code: 'missing-blank',
			found: 'a sentence without a blank',
			expected: '`___` where the words are missing',
			mend: 'Put three underscores, with a space before them, where the answer belongs.'
		});
	checkSpellings(reading, answers, toneless);
	const spellings = answers.map(({ text, right, feedback }) => ({ text, right, feedback }));
	if (!listed) return { kind: 'gap', ...base, listed, toneless, spellings, other: readOther(reading, section, quote) };
	checkList(reading, section, answers);
	if (quote)
		report(reading, quote.at, {
			code: 'unexpected-block',
			found: 'a quote after the list',
			expected: 'nothing: no other answer can be given to a `list`',
			mend: 'Take it out, or take `list` out of the braces.'
		});
	return { kind: 'gap', ...base, listed, toneless, spellings: shuffle(spellings, base.id), other: '' as Html };
}

function checkSpellings(reading: Reading, answers: readonly Answer[], toneless: boolean): void {
	for (const [index, { at, text }] of answers.entries())
		if (text !== '' && answers.slice(0, index).some((before) => isSpelled(text, before.text, toneless)))
			report(reading, at, {
				code: 'same-answer',
				found: `\`${text}\` once more: case, width and blanks do not count`,
				expected: 'each answer once',
				mend: 'Take it out.'
			});
}

function checkList(reading: Reading, section: Section, answers: readonly Answer[]): void {
	if (answers.length === 0 || answers.some(({ right }) => !right)) return;
	report(reading, section.at, {
		code: 'no-right-option',
		found: 'a list in which everything is right',
		expected: 'at least one wrong answer to choose from',
		mend: 'Add `- [ ]` answers, or take `list` out of the braces.'
	});
}
