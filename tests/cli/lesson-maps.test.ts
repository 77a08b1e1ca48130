import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/cli/read-content.ts';
import { printMaps } from '../../src/cli/lesson-maps.ts';
import { compileContent } from '../../src/lib/domain/lesson/compile.ts';

const { content } = compileContent(readContent('lessons'));
const lessons = content?.lessons ?? [];
const print = (...args: Parameters<typeof printMaps>[0][]) => {
	let text = '';
	const exit = printMaps(args[0] ?? [], (more) => (text += more));
	return { text, exit };
};

describe('lessons maps', () => {
	test('finds that every lesson keeps what the score promises', () => {
		const { text, exit } = print(lessons);
		expect(text).not.toContain('✗');
		expect(exit).toBe(0);
		expect(text).toContain('Each reference earns 100; no distractor pays; flat and one-frame maps do not pass.');
		expect(text).toMatch(/all-on-root-with-evidence +stake +\d+ +developing \(held back: flat\)/);
	});

	test('names what is not kept, and how to mend it', () => {
		const lesson = structuredClone(lessons[0]!);
		const weigh = lesson.steps.find((step) => step.id === 'weigh')!;
		weigh.references[0]!.equivalent = [['k', 'x2']];
		const { text, exit } = print([lesson]);
		expect(text).toMatch(/✗ distractor `x2` raises the mark by \d+ on .*: take it out of `instead` and `equivalent`/);
		expect(exit).toBe(1);
	});

	test('says so where there is no map', () => {
		expect(print([{ ...lessons[0]!, steps: [] }])).toEqual({ text: 'No lesson here has a map.\n', exit: 0 });
	});
});
