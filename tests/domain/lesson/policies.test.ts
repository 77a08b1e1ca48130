import { describe, expect, test } from 'vitest';
import { compileContent } from '#lib/domain/lesson/compile.ts';
import { usualPolicy } from '#lib/domain/quiz/policy.ts';
import type { CheckStep, Problem } from '#lib/domain/lesson/model.ts';
import { lessonPath, smallCourse } from './small.ts';

/** The small course with a policy for its check, and with other words in its lesson. */
function course(policies: string, ...changes: [string, string][]): Record<string, string> {
	const files = smallCourse();
	let text = (files[lessonPath] ?? '').replace('gates:\n', `${policies}gates:\n`);
	for (const [passage, other] of changes) {
		if (!text.includes(passage)) throw new Error(`The lesson has no “${passage}”.`);
		text = text.replace(passage, other);
	}
	return { ...files, [lessonPath]: text };
}
const checkOf = (files: Record<string, string>): CheckStep | undefined => {
	const { content, problems } = compileContent(files);
	expect(problems).toEqual([]);
	return content?.lessons[0]?.steps.find((step) => step.id === 'check');
};
const told = (files: Record<string, string>): Pick<Problem, 'code' | 'found' | 'expected' | 'mend'>[] =>
	compileContent(files).problems.map(({ code, found, expected, mend }) => ({ code, found, expected, mend }));
const check = (lines: string) => `policies:\n  check:\n${lines.replace(/^/gm, '    ')}\n`;

describe('a policy in front matter', () => {
	test('is absent where the lesson says nothing', () => {
		expect(checkOf(smallCourse())).not.toHaveProperty('policy');
	});

	test('says what differs; the rest is as usual', () => {
		const said = 'attempts: 3\nfeedback: after-due\nkey: last-attempt\nminutes: 10\nextra: 50\ndue: 2026-12-01';
		expect(checkOf(course(check(said)))?.policy).toEqual({
			...usualPolicy,
			attempts: 3,
			feedback: 'after-due',
			key: 'last-attempt',
			minutes: 10,
			extra: 50,
			due: Date.UTC(2026, 11, 1, 23, 59, 59)
		});
		expect(checkOf(course(check('due: 2026-12-01T18:00+08:00')))?.policy?.due).toBe(Date.UTC(2026, 11, 1, 10));
	});

	test.each([
		['attempt: 3', 'unknown-key', /Did you mean `attempts`/],
		['attempts: -1', 'bad-value', /Correct `attempts`/],
		['feedback: later', 'bad-value', /Correct `feedback`/],
		['due: soon', 'bad-value', /Correct `due`/],
		['due: 2026-13-01', 'bad-value', /Correct `due`/],
		['key: last-attempt', 'bad-policy', /how many attempts/],
		['attempts: 1\nkey: last-attempt', 'bad-policy', /how many attempts/],
		['feedback: after-due', 'bad-policy', /leave this to the assignment/],
		['draw: { parts: 1 }', 'bank-draw', /Add `bank=parts`/]
	])('that says %j is told as %s, with a way out', (said, code, mend) => {
		const problems = told(course(check(said)));
		expect(problems.map((problem) => problem.code)).toEqual([code]);
		expect(problems[0]?.mend).toMatch(mend);
	});

	test('for a step that the lesson does not have is told', () => {
		const files = course('policies:\n  reverse: { attempts: 2 }\n');
		const text = files[lessonPath] ?? '';
		const reverse = text.slice(text.indexOf('# Reverse {.reverse}'), text.indexOf('# Close {.close}'));
		const codes = told({ ...files, [lessonPath]: text.replace(reverse, '') }).map(({ code }) => code);
		expect(codes).toContain('unknown-flow-step');
	});
});

describe('a bank', () => {
	const banked: [string, string][] = [
		['{.single #change ', '{.single #change bank=words '],
		['{.match #who ', '{.match #who bank=words ']
	];

	test('is named in the braces of its items', () => {
		const step = checkOf(course(check('draw: { words: 1 }'), ...banked));
		expect(step?.items.map(({ id, bank }) => (bank ? `${id} ${bank}` : id))).toEqual([
			'change words',
			'hold',
			'year-true',
			'stages',
			'who words'
		]);
	});

	test('must have more than is drawn', () => {
		expect(told(course(check('draw: { words: 2 }'), ...banked))[0]).toMatchObject({
			code: 'bank-draw',
			found: '2 to draw of the 2 in bank `words`'
		});
	});

	test('must test each learner on the same views for the same points', () => {
		const problems = told(course(check('draw: { words: 1 }'), ...banked, ['bank=words', 'bank=words points=3']));
		expect(problems[0]).toMatchObject({
			code: 'bank-draw',
			expected: 'as the first of bank `words`: 3 for `western chinese`'
		});
	});

	test('counts for the points that a perspective needs only as often as it is drawn', () => {
		const less: [string, string] = [' points=2', ''];
		expect(told(course('', ...banked, less))).toEqual([]);
		const problems = told(course(check('draw: { words: 1 }'), ...banked, less));
		expect(problems.map(({ code }) => code)).toEqual(['frame-coverage', 'frame-coverage']);
	});
});

describe('a hint', () => {
	const hint = (text: string): [string, string] => ['Choose all that apply.\n', `Choose all that apply.\n\n${text}\n`];

	test('is a callout below the prompt; several are opened one after the other', () => {
		const step = checkOf(course('', hint('> [!hint]\n> Look at the **review**.\n\n> [!hint]\n> It is one word.')));
		const item = step?.items.find(({ id }) => id === 'hold');
		expect(item?.hints).toEqual(['Look at the <strong>review</strong>.', 'It is one word.']);
		expect(item?.prompt).toBe('Which hold?<br>Choose all that apply.');
	});

	test('without text is told', () => {
		expect(told(course('', hint('> [!hint]')))[0]).toMatchObject({ code: 'empty-hint' });
	});
});
