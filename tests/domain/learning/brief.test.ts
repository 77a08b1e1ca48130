import { expect, test } from 'vitest';
import { briefMarkdown, selfMark } from '#lib/domain/learning/brief.ts';
import { countWords, lengthOf } from '#lib/domain/learning/word-count.ts';

test.each([
	['', 0],
	['Two words', 2],
	['It’s state-run: 3.5 per cent — yes', 6],
	['网络强国', 4],
	['the slogan 网络强国, again', 7]
])('the words of “%s” are %i', (text, count) => expect(countWords(text)).toBe(count));

test('a length is right within a tenth of what was asked', () => {
	expect([224, 225, 275, 276].map((count) => lengthOf(count, 250))).toEqual(['short', 'right', 'right', 'long']);
});

const capstone = {
	title: 'A brief',
	intro: 'x',
	minutes: 1,
	parts: [{ id: 'western', title: 'West', prompt: 'x', words: 250 }],
	criteria: ['accuracy', 'crux'].map((id) => ({
		id,
		title: id,
		about: 'x',
		levels: ['none', 'some', 'all', 'more | all']
	}))
};

test('the self-assessment counts what was judged, and nothing that is no level', () => {
	expect(selfMark(capstone, { 'mark-accuracy': '3', 'mark-crux': '9' })).toEqual({ points: 3, possible: 6, judged: 1 });
});

test('the file has the question, the text as written, its length, and the marks', () => {
	const answers = { 'part-western': 'One *view*.\n\nTwo.', 'mark-accuracy': '3' };
	expect(briefMarkdown(capstone, answers, 'Who *decides*?')).toBe(
		`# A brief

Who \\*decides\\*?

## West

*3 / 250 words*

One *view*.

Two.

## Self-assessment

| Criterion | 0–3 | Why |
|---|---|---|
| accuracy | 3 | more \\| all |
`
	);
});
