import { describe, expect, test } from 'vitest';
import { compileContent, formatGathered, formatProblem, gatherProblems } from '#lib/domain/lesson/compile.ts';
import { createDoc } from '#lib/domain/lesson/doc.ts';
import { problemAt } from '#lib/domain/lesson/problem.ts';
import { lessonPath, withChange } from './small.ts';

const first = (passage: string, replacement: string): string => {
	const [problem] = compileContent(withChange(lessonPath, passage, replacement)).problems;
	if (!problem) throw new Error('Expected a problem.');
	return formatProblem(problem);
};

const teaching = { code: 'some-code', found: 'this', expected: 'that', mend: 'Write that.' };

describe('formatProblem', () => {
	test('says where, what was found, what was expected and how to mend it', () => {
		expect(first('[!chinese] c001', '[!chinese] c0001')).toMatchInlineSnapshot(`
			"lessons/01-words/01-one-slogan.md:53:14 error unknown-claim
			  > [!chinese] c0001
			               ^
			  found:    \`c0001\`
			  expected: the id of a claim in claims.yaml: \`c001\`, \`c002\` or \`c003\`
			  to mend:  Did you mean \`c001\`? If not: Correct the id, or add the claim to claims.yaml."
		`);
	});

	test('counts the width of Chinese, so that the caret stands below its mark', () => {
		expect(first('Both name 2014.', '网络强国 and 互联网')).toMatchInlineSnapshot(`
			"lessons/01-words/01-one-slogan.md:197:10 warning term-not-in-glossary
			  网络强国 and 互联网
			  　　　　     ^
			  found:    互联网
			  expected: Chinese that an entry of glossary.yaml explains
			  to mend:  Add the term to glossary.yaml, give its sound as in \`[互联网]{pīnyīn}\`, or say it in English."
		`);
	});

	test('cuts a long line to a window around the caret', () => {
		const doc = createDoc('a.md', `${'word '.repeat(40)}HERE ${'word '.repeat(40)}`);
		const [, quoted = '', caret = ''] = formatProblem(problemAt(doc, 200, teaching)).split('\n');
		expect(quoted.length).toBeLessThan(115);
		expect(quoted.slice(caret.length - 1, caret.length + 3)).toBe('HERE');
	});

	test('leaves out the quotation of an empty line', () => {
		expect(formatProblem(problemAt(createDoc('a.md', ''), 0, teaching))).toBe(
			'lessons/a.md:1:1 error some-code\n  found:    this\n  expected: that\n  to mend:  Write that.'
		);
	});
});

describe('gatherProblems', () => {
	test('tells an unknown id once, with all its places, and everything else each time', () => {
		const course = smallCourse();
		const text = (course[lessonPath] ?? '').replaceAll('c002', 'c202').replaceAll('  > Not that.\n', '');
		const { problems } = compileContent({ ...course, [lessonPath]: text });
		const gathered = gatherProblems(problems);
		const unknown = gathered.filter(({ problem }) => problem.code === 'unknown-claim');
		expect(unknown.map(({ problem }) => problem.found)).toEqual(['`c202`']);
		expect(1 + unknown[0]!.also.length).toBe(problems.filter(({ code }) => code === 'unknown-claim').length);
		expect(gathered.reduce((sum, { also }) => sum + 1 + also.length, 0)).toBe(problems.length);
		expect(formatGathered(unknown[0]!, '../my lessons')).toMatch(
			/^\.\.\/my lessons\/01-words\/01-one-slogan\.md:50:14 error unknown-claim\n[^]*\n  also at:  \d+:\d+, .* and \d+ more$/
		);
	});
});
