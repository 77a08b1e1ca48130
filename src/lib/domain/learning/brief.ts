import type { Capstone } from '../lesson/model.ts';
import type { Notebook } from './notebook.ts';
import { countWords } from './word-count.ts';

/** Under which names the capstone's answers are kept. */
export const questionKey = 'question';
export const ownQuestionKey = 'own-question';
export const partKey = (part: string): string => `part-${part}`;
export const markKey = (criterion: string): string => `mark-${criterion}`;

export interface SelfMark {
	/** Points given, 0…3 each. */
	points: number;
	possible: number;
	/** Criteria that are judged. */
	judged: number;
}

/** The level (0…3) that was given for a criterion; null where there is none. */
export function levelOf(answers: Notebook['answers'], criterion: string): number | null {
	const level = answers[markKey(criterion)];
	return level !== undefined && /^[0-3]$/.test(level) ? Number(level) : null;
}

/** The self-assessment so far. */
export function selfMark({ criteria }: Pick<Capstone, 'criteria'>, answers: Notebook['answers']): SelfMark {
	const levels = criteria.map(({ id }) => levelOf(answers, id)).filter((level) => level !== null);
	return {
		points: levels.reduce((sum, level) => sum + level, 0),
		possible: 3 * criteria.length,
		judged: levels.length
	};
}

/** One line of Markdown that means nothing but its words. */
const line = (text: string): string =>
	text
		.replace(/\s+/g, ' ')
		.trim()
		.replace(/([\\`*_[\]<>#|])/g, '\\$1');

/**
 * The brief as Markdown: the question, each part with its number of words, and the self-assessment. The writer's own
 * paragraphs are left as they are written; `question` is the chosen question in words.
 */
export function briefMarkdown(capstone: Capstone, answers: Notebook['answers'], question: string): string {
	const parts = capstone.parts.flatMap(({ id, title, words }) => {
		const text = (answers[partKey(id)] ?? '').trim();
		return [`## ${line(title)}`, `*${countWords(text)} / ${words} words*`, ...(text === '' ? [] : [text])];
	});
	const marks = capstone.criteria.flatMap(({ id, title, levels }) => {
		const level = levelOf(answers, id);
		return level === null ? [] : [`| ${line(title)} | ${level} | ${line(levels[level] ?? '')} |`];
	});
	const table =
		marks.length === 0
			? []
			: ['## Self-assessment', ['| Criterion | 0–3 | Why |', '|---|---|---|', ...marks].join('\n')];
	return `${[`# ${line(capstone.title)}`, line(question), ...parts, ...table].filter((one) => one !== '').join('\n\n')}\n`;
}
