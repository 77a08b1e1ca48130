import { toNumber } from '../../fraction.ts';
import { cellId } from '../../quiz/matrix/cell-id.ts';
import { stances as allStances } from '../../quiz/model.ts';
import type { Item, Response } from '../../quiz/model.ts';
import type { AlphaCode, ItemAnalysis, ItemCode, ItemFigures, QuizStepId } from '../gradebook/model.ts';
import type { FirstAnswers } from '../marks/mark-result.ts';
import { correlation, cronbachAlpha, mean } from './correlation.ts';

/** With fewer students a correlation is mostly chance: its standard error near 0 is 1/√(n − 1), above .3 here. */
export const fewestStudents = 10;

interface Answer {
	share: number;
	answered: boolean;
	response: Response | null;
}
interface Column {
	lesson: string;
	step: QuizStepId;
	item: Item;
	/** By student; undefined: the student did not get the item. */
	answers: (Answer | undefined)[];
}

function columnsOf(students: readonly FirstAnswers[]): Column[] {
	const columns = new Map<string, Column>();
	students.forEach((quizzes, student) => {
		for (const { lesson, step, answers } of quizzes)
			for (const { item, share, answered, response } of answers) {
				const key = `${lesson}/${step}/${item.id}`;
				const column = columns.get(key) ?? { lesson, step, item, answers: [] };
				columns.set(key, column);
				column.answers[student] = { share: toNumber(share), answered, response };
			}
	});
	return [...columns.values()];
}

/** What was chosen, as ids in the order of the page; null for kinds in which nothing is chosen from a list. */
function choicesOf(item: Item): { id: string; right: boolean }[] | null {
	switch (item.kind) {
		case 'single':
		case 'multiple':
			return item.options.map(({ id, right }) => ({ id, right }));
		case 'truefalse':
			return [true, false].map((value) => ({ id: String(value), right: item.answer === value }));
		case 'best-case':
			return item.cards.map(({ id, label }) => ({ id, right: label === 'strong' }));
		case 'gap':
			return item.listed ? item.spellings.map(({ text, right }) => ({ id: text, right })) : null;
		case 'matrix':
			return item.rows.flatMap(({ id, stances }) =>
				Object.entries(stances).flatMap(([source, key]) =>
					allStances.map((stance) => ({ id: `${cellId(id, source)}=${stance}`, right: stance === key }))
				)
			);
		default:
			return null;
	}
}

function chosenIn(response: Response): string[] {
	switch (response.kind) {
		case 'single':
			return [response.choice];
		case 'multiple':
			return response.choices;
		case 'truefalse':
			return [String(response.answer)];
		case 'best-case':
			return response.picks;
		case 'gap':
			return [response.text];
		case 'matrix':
			return Object.entries(response.answers).map(([cell, stance]) => `${cell}=${stance}`);
		default:
			return [];
	}
}

function itemCode(n: number, discrimination: number | null): ItemCode {
	if (n < fewestStudents) return 'too-few-students';
	if (discrimination === null) return 'no-spread';
	if (discrimination < 0) return 'negative';
	// Ebel's bound below which an item needs work (R. L. Ebel, Essentials of Educational Measurement, 1972).
	return discrimination < 0.2 ? 'weak' : 'good';
}

/** The usual words for alpha (J. C. Nunnally, Psychometric Theory, 1978); above .95 items mostly repeat each other. */
function alphaCode(value: number | null, n: number, k: number): AlphaCode {
	if (k < 2) return 'too-few-items';
	if (n < fewestStudents) return 'too-few-students';
	if (value === null) return 'no-spread';
	if (value < 0) return 'negative';
	if (value < 0.5) return 'low';
	if (value < 0.7) return 'fair';
	return value <= 0.95 ? 'good' : 'very-high';
}

/**
 * What the class's first answers say about the items: before any feedback, since later ones know what was wrong. Each
 * item's discrimination is its correlation with the share of the *other* items' points: with the total, an item would be
 * correlated with itself. Alpha is over students who got all items (with draws there may be none).
 */
export function analyseItems(students: readonly FirstAnswers[]): ItemAnalysis {
	const columns = columnsOf(students);
	const n = students.length;
	// By student: points earned and possible over all items, so that "the rest" is a subtraction.
	const totals = Array.from({ length: n }, () => ({ earned: 0, possible: 0 }));
	for (const { item, answers } of columns)
		answers.forEach((answer, student) => {
			const total = totals[student];
			if (!answer || !total) return;
			total.earned += answer.share * item.points;
			total.possible += item.points;
		});
	const complete = totals.flatMap((_, student) =>
		columns.every(({ answers }) => answers[student] !== undefined) ? [student] : []
	);
	const shares = complete.map((student) => columns.map(({ answers }) => answers[student]?.share ?? 0));
	const alpha = cronbachAlpha(shares);
	const items = columns.map((column, at): ItemFigures => {
		const { lesson, step, item, answers } = column;
		const got = answers.flatMap((answer, student) => {
			const total = totals[student];
			if (!answer || !total) return [];
			const possible = total.possible - item.points;
			return [{ ...answer, rest: possible > 0 ? (total.earned - answer.share * item.points) / possible : null }];
		});
		const pairs = got.filter((one): one is typeof one & { rest: number } => one.rest !== null);
		const discrimination = correlation(
			pairs.map(({ share }) => share),
			pairs.map(({ rest }) => rest)
		);
		return {
			lesson,
			step,
			item: item.id,
			kind: item.kind,
			sides: item.sides,
			n: got.length,
			omitted: got.filter(({ answered }) => !answered).length,
			difficulty: got.length > 0 ? mean(got.map(({ share }) => share)) : null,
			discrimination,
			alphaWithout:
				columns.length > 2 ? cronbachAlpha(shares.map((row) => row.filter((_, other) => other !== at))) : null,
			code: itemCode(got.length, discrimination),
			choices: choiceFigures(item, got)
		};
	});
	const [first] = columns;
	const k = first ? columns.length : 0;
	return { n, items, alpha: { value: alpha, n: complete.length, k, code: alphaCode(alpha, complete.length, k) } };
}

function choiceFigures(
	item: Item,
	got: readonly { response: Response | null; rest: number | null }[]
): ItemFigures['choices'] {
	const counts = new Map<string, { count: number; rests: number[] }>();
	for (const { response, rest } of got)
		for (const id of response ? chosenIn(response) : []) {
			const so = counts.get(id) ?? { count: 0, rests: [] };
			so.count += 1;
			if (rest !== null) so.rests.push(rest);
			counts.set(id, so);
		}
	return (choicesOf(item) ?? []).map(({ id, right }) => {
		const so = counts.get(id);
		return { id, right, count: so?.count ?? 0, rest: so && so.rests.length > 0 ? mean(so.rests) : null };
	});
}
