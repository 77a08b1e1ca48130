import { expect, test } from 'vitest';
import { compileContent } from '#lib/domain/lesson/compile.ts';
import { readContent } from '../../../src/cli/read-content.ts';
import { lessonPath, smallCourse } from './small.ts';

const course = readContent('lessons');
const compiled = (file: string, change: (text: string) => string) =>
	compileContent({ ...course, [file]: change(course[file] ?? '') });
const codes = (file: string, change: (text: string) => string) =>
	compiled(file, change).problems.map(({ code, line }) => `${code}:${line}`);

test('a course may have neither exercise', () => {
	const { content, problems } = compileContent(smallCourse());
	expect(problems).toEqual([]);
	expect(content?.hunt).toBeUndefined();
	expect(content?.capstone).toBeUndefined();
});

test('the deck begins with the easy cards and holds every discrepancy that has a quotation, once', () => {
	const { content } = compileContent(course);
	const cards = content?.hunt?.cards ?? [];
	expect(cards.slice(0, 10)).toEqual(['d09', 'd16', 'd43', 'd47', 'd21', 'd06', 'd41', 'd26', 'd36', 'd02']);
	const quoted = Object.values(content?.library.discrepancies ?? {}).filter(({ quote, slip }) => quote && slip);
	expect(cards.toSorted()).toEqual(quoted.map(({ id }) => id).toSorted());
});

test.each([
	[
		'a card of no discrepancy',
		'error-hunt.yaml',
		(text: string) => text.replace('d09', 'd999'),
		'unknown-discrepancy:9'
	],
	['a card twice', 'error-hunt.yaml', (text: string) => text.replace('d16', 'd09'), 'duplicate-id:9'],
	['a key that nothing reads', 'error-hunt.yaml', (text: string) => `${text}\nfrist: []`, 'unknown-key:11'],
	[
		'a criterion with three levels',
		'capstone.yaml',
		(text: string) => text.replace(/ +- Everything is correct\.\n/, ''),
		'bad-value:29'
	],
	[
		'two parts of one id',
		'capstone.yaml',
		(text: string) => text.replace('id: chinese', 'id: western'),
		'duplicate-id:15'
	]
])('%s is told at its place', (_, file, change, problem) => {
	expect(codes(file, change)).toContain(problem);
	expect(compiled(file, change).content).toBeNull();
});

test('a card whose discrepancy has no quotation is told', () => {
	const discrepancies = (course['discrepancies.yaml'] ?? '').replace(/(^d09:\n[\s\S]*?)  quote:\n.*\n.*\n/m, '$1');
	const { problems } = compileContent({ ...course, 'discrepancies.yaml': discrepancies });
	expect(problems.map(({ code }) => code)).toContain('card-without-quote');
});

test('no lesson may have the id under which an exercise is kept', () => {
	const small = smallCourse();
	const { problems } = compileContent({ ...small, '01-words/09-capstone.md': small[lessonPath] ?? '' });
	expect(problems.map(({ code }) => code)).toContain('reserved-id');
});
