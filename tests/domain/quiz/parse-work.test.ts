import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseQuizWork } from '#lib/domain/quiz/parse-work.ts';
import { emptyQuizWork } from '#lib/domain/quiz/work.ts';

const frozen = (file: string): unknown =>
	JSON.parse(readFileSync(new URL(`../../storage/frozen/${file}`, import.meta.url), 'utf8'));
const again = (stored: unknown) => parseQuizWork(JSON.parse(JSON.stringify(stored)));

describe('work of the first format', () => {
	const old = frozen('quiz-work-1.json') as {
		responses: object;
		earlier: { responses: object; certainties: object }[];
	};
	const work = parseQuizWork(old);

	test('is taken up whole, and what it did not say is as in an untouched quiz', () => {
		expect(work).toEqual({
			...emptyQuizWork,
			attempt: 2,
			responses: old.responses,
			certainties: { pair: 'certain' },
			checked: ['pair'],
			earlier: [{ ...old.earlier[0], checked: ['pair', 'year', 'who'], hints: {}, drawn: [], ended: false }]
		});
	});

	test('once taken up is work of this format, and stays as it is', () => {
		expect(work?.format).toBe(2);
		expect(again(work)).toStrictEqual(work);
	});

	test('of a backup made before there were attempts keeps its answers', () => {
		const { steps } = frozen('backup-1.json') as { steps: { stepId: string; work: { responses: object } }[] };
		const stored = steps.find(({ stepId }) => stepId === 'check')?.work;
		expect(parseQuizWork(stored)).toMatchObject({
			attempt: 1,
			responses: stored?.responses,
			certainties: { q1: 'certain' },
			checked: ['q1']
		});
	});
});

describe('stored work', () => {
	test('that cannot be read in one answer keeps it as it was, and all the others', () => {
		const strange = { kind: 'hologram', shape: [1, 2] };
		const work = parseQuizWork({ responses: { old: { kind: 'single', choice: 'a' }, new: strange }, checked: ['old'] });
		expect(work).toMatchObject({ responses: { old: { kind: 'single', choice: 'a' } }, unread: { new: strange } });
		expect(again(work)).toStrictEqual(work);
	});

	test('with a flag out of shape falls back to an untouched quiz in that flag alone', () => {
		const responses = { year: { kind: 'truefalse', answer: true } };
		expect(
			parseQuizWork({ responses, attempt: 0, seed: -1, began: 'noon', hints: { year: -2 }, earlier: 'none', due: 1 })
		).toEqual({ ...emptyQuizWork, responses });
	});

	test.each([null, 'work', 7, {}, { responses: null }])('is not %j', (stored) => {
		expect(parseQuizWork(stored)).toBeNull();
	});
});
