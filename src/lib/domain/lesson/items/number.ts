import { numberOf } from '../../quiz/number/number-of.ts';
import { report } from '../reading.ts';
import { readAnswers, readOther } from './answers.ts';
import { readBase } from './base.ts';
import type { Section } from '../read/sections.ts';
import type { Reading } from '../reading.ts';
import type { Answer } from './answers.ts';
import type { NumberItem } from '../../quiz/model.ts';
import type { Html } from '../model.ts';

/** `2014`, or `2014 ± 1` with a tolerance. */
const written = /^(.+?)(?:\s*(?:±|\+\/?-)\s*(.+))?$/;

const decimals = (value: number): number => /\.(\d+)/.exec(String(value))?.[1]?.length ?? 0;

/** Both ends as the floats nearest to the exact decimals: 3.2 ± 0.1 begins at 3.1, which 3.2 - 0.1 does not. */
function ends(answer: number, tolerance: number): { least: number; most: number } {
	const scale = 10 ** Math.max(decimals(answer), decimals(tolerance));
	const [middle, far] = [Math.round(answer * scale), Math.round(tolerance * scale)];
	return { least: (middle - far) / scale, most: (middle + far) / scale };
}

/** One right number, with its tolerance if it has one; slips that are answered each; what is said of all others. */
export function readNumber(reading: Reading, section: Section): NumberItem {
	const { prompt, answers, quote } = readAnswers(reading, section, '- [x] 2014 ± 1');
	const base = readBase(reading, section, 'number', prompt, { values: ['unit'] });
	const unit = section.attributes.values.get('unit')?.text ?? '';
	const read = answers.map((answer) => readFigure(reading, answer, unit));
	const [right, second] = answers.filter((answer) => answer.right);
	if (second)
		report(reading, second.at, {
			code: 'no-right-option',
			found: 'a second right number',
			expected: 'one; `± 1` after it lets numbers near it pass',
			mend: 'Take one out, or write a tolerance.'
		});
	const figure = read.find(({ answer }) => answer === right);
	const [value, tolerance] = [figure?.value ?? 0, figure?.tolerance ?? 0];
	const { least, most } = ends(value, tolerance);
	const slips = read.flatMap((slip) => {
		if (slip.answer.right) return [];
		if (figure && least <= slip.value && slip.value <= most)
			report(reading, slip.answer.at, {
				code: 'same-answer',
				found: `\`${slip.answer.text}\` as a slip, which the tolerance lets pass`,
				expected: `a number outside ${least} to ${most}`,
				mend: 'Take it out, or make the tolerance smaller.'
			});
		return [{ value: slip.value, feedback: slip.answer.feedback }];
	});
	const feedback = right?.feedback ?? ('' as Html);
	const other = readOther(reading, section, quote);
	return { kind: 'number', ...base, answer: value, least, most, unit, feedback, slips, other };
}

function readFigure(
	reading: Reading,
	answer: Answer,
	unit: string
): { answer: Answer; value: number; tolerance: number } {
	const [, figure = '', around] = written.exec(answer.text) ?? [];
	const value = numberOf(figure, unit);
	const tolerance = around === undefined ? 0 : numberOf(around, unit);
	const holds = value !== null && tolerance !== null && tolerance >= 0 && (answer.right || around === undefined);
	if (!holds && answer.text !== '')
		report(reading, answer.at, {
			code: 'bad-number',
			found: `\`${answer.text}\``,
			expected: answer.right ? 'a number, with a tolerance if it has one: `2014 ± 1`' : 'a number: `2013`',
			mend: 'Write digits; the unit belongs in `unit=` in the braces of the heading.'
		});
	return { answer, value: value ?? 0, tolerance: holds ? (tolerance ?? 0) : 0 };
}
