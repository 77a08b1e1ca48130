import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileLesson, compileLibrary } from '#lib/domain/lesson/compile.ts';
import { fixLesson, fixLibraryFile } from '#lib/domain/lesson/fix/fix.ts';
import { lessonPath, smallCourse } from './small.ts';
import type { Lesson } from '#lib/domain/lesson/model.ts';

const course = smallCourse();
const { library } = compileLibrary(course);
const place = { module: 'words', number: 1, slug: 'one-slogan' };
const source = (text: string) => ({ file: lessonPath, text, place });
const whole = course[lessonPath] ?? '';
const fix = (text: string) => fixLesson(source(text), library);
const without = (...passages: [string, string][]): string =>
	passages.reduce((text, [a, b]) => text.replace(a, b), whole);

describe('mending a lesson', () => {
	test('leaves one that is in order as it is, and says nothing', () => {
		expect(fix(whole)).toEqual({ text: whole, done: [] });
	});

	test('writes the ids that are missing, from the texts, and says which', () => {
		const { text, done } = fix(
			without(
				['{.single #change', '{.single'],
				['- [x] `quality` The', '- [x] The'],
				['3. = `echo` Echo', '3. = Echo'],
				[' {#says}', ''],
				['## What is the aim? {#aim}', '## What is the aim?'],
				['| `a` the read-out', '| the read-out'],
				['| `pro-2` |', '| |'],
				['| `x1` | claim', '|  | claim'],
				['- `if-not` **If', '- **If']
			)
		);
		expect(compileLesson(source(text), library).problems).toEqual([]);
		expect(done).toEqual([
			'line 48: dimension `what-is-the-aim`',
			'line 66: prompt `what-the-text-says`',
			'line 78: item `what-changes`',
			'line 82: option `the-quality-of`',
			'line 107: entry `echo`',
			'line 114: text `the-read-out`',
			'line 137: card `it-was-in-2014`',
			'line 181: card `many-write-so`',
			'line 210: prompt `if-not-which-text`'
		]);
		expect(text).toContain('## What changes? {.single #what-changes sides="western chinese"');
		expect(text).toContain('3. = `echo` Echo');
		expect(text).toContain('## What the text says {#what-the-text-says}\n');
	});

	test('gives two of one text two ids, and Chinese alone a number', () => {
		const { text } = fix(
			without(['- [ ] `none` Nobody reads rank', '- [ ] Rank\n  > No.\n- [ ] Rank!\n  > No.\n- [ ] 网络强国'])
		);
		expect(text).toContain('- [ ] `rank-2` Rank\n');
		expect(text).toContain('- [ ] `rank-3` Rank!\n');
		expect(text).toContain('- [ ] `option-1` 网络强国\n');
	});

	test('puts quoted words in “ ”, and leaves code and braces', () => {
		const { text, done } = fix(without(['Six items.', 'Six "plain" items, as `"x"` says.']));
		expect(text).toContain('Six “plain” items, as `"x"` says.');
		expect(text).toContain('sides="western chinese"');
		expect(done).toEqual(['line 76: "plain" in “ ”']);
	});

	test('sets apostrophes, and leaves code, readings, addresses and what is quoted in single marks', () => {
		const { text, done } = fix(
			without(['Six items.', "China's six, *China Daily*'s and readers' items, `it's`, 'as said', [逆耳]{nì'ěr}."])
		);
		expect(text).toContain("China’s six, *China Daily*’s and readers’ items, `it's`, 'as said', [逆耳]{nì'ěr}.");
		expect(done).toEqual(['3 apostrophes as ’']);
	});

	test('sets the apostrophes of a library file, and leaves the marks of YAML, readings and words to search for', () => {
		const file = {
			file: 'claims.yaml',
			text: "c1:\n  statement: A reader's claim\n  why: 'The readers'' own:\n    they say'\n  locator: reader's own\nt1: { pinyin: nì'ěr, gloss: to one's ear }\n"
		};
		const { text, done } = fixLibraryFile(file);
		expect(text).toBe(
			"c1:\n  statement: A reader’s claim\n  why: 'The readers'' own:\n    they say'\n  locator: reader's own\nt1: { pinyin: nì'ěr, gloss: to one’s ear }\n"
		);
		expect(done).toEqual(['2 apostrophes as ’']);
		expect(fixLibraryFile({ ...file, text })).toEqual({ text, done: [] });
		const garbled = { file: 'claims.yaml', text: "it's \uFFFD" };
		expect(fixLibraryFile(garbled)).toEqual({ text: garbled.text, done: [] });
	});

	test('brings spaces, line ends and braces into one form', () => {
		const untidy = whole
			.replace('{.single #change sides="western chinese"', '{  #change   sides="western chinese" .single')
			.replace('- [x] `quality`', '- [X] `quality`')
			.replace('Six items.', 'Six items.   \n\n\n')
			.replaceAll('\n', '\r\n');
		expect(fix(`\uFEFF${untidy}\r\n\r\n`)).toEqual({
			text: whole,
			done: ['spaces, line ends, marks and braces in one form']
		});
	});

	test.each([
		['-[x] `quality` The', 'no space before the box'],
		['-\u00A0[x] `quality` The', 'a space that does not break'],
		['• [x] `quality` The', 'a bullet'],
		['– [x] `quality` The', 'a dash'],
		['- [✓] `quality` The', 'a tick']
	])('gives an option back that was lost in the one above: %s', (written) => {
		const lost = without(['- [x] `quality` The', written]);
		const told = compileLesson(source(lost), library).problems;
		expect(told.map(({ code, line, column }) => `${code} ${line}:${column}`)).toContain('lost-mark 82:1');
		expect(fix(lost).text).toBe(whole);
	});

	test('gives an empty box its space, headings theirs, and braces straight quotation marks', () => {
		const lost = without(
			['- [ ] `number`', '- [] `number`'],
			['# Check {.check', '#Check {.check'],
			['## Contention', '##Contention'],
			['{.single #change sides="western chinese"', '{.single #change sides=“western chinese”']
		);
		expect(fix(lost).text).toBe(whole);
	});

	test('writes no id where there is no text to name, and one into a heading without words', () => {
		const empty = without(['- [ ] `number` The number', '-']);
		expect(fix(empty).done).toEqual([]);
		expect(fix(without(['## What is the aim? {#aim}', '##'])).text).toContain('\n## {#dimension-1}\n');
	});

	test('leaves bullets, dashes and ticks that are part of a text', () => {
		const text = whole.replace('Six items.', 'Six items\n– or more –\nof [✓] or a · b.\n\n```\n• x\n-[x] y\n```');
		expect(fix(text)).toEqual({ text, done: [] });
		expect(compileLesson(source(text), library).problems).toEqual([]);
	});

	test('does not touch a file that is not in UTF-8, since writing it would lose its signs for good', () => {
		const text = `${whole}\uFFFD  \n\n\n`;
		expect(fix(text)).toEqual({ text, done: [] });
	});

	test('keeps line breaks and code as written', () => {
		const text = whole.replace('Six items.', 'Six  \nitems.\n\n```\nx   \n\n\ny\n```');
		expect(fix(text)).toEqual({ text, done: [] });
	});
});

describe('mending any text', () => {
	/** As a reader sees it: a space at the end of a line is not shown. */
	const read = (lesson: Lesson | null): unknown => JSON.parse(JSON.stringify(lesson).replaceAll(/ +\\n/g, '\\n'));
	const lines = whole.split('\n');
	const spoilt = fc.oneof(
		fc
			.array(
				fc.tuple(
					fc.integer({ min: 0, max: whole.length }),
					fc.constantFrom(' ', '\n', '\r\n', '`', '{', '}', '|', '"', '# ', '> ', '```\n', '  ')
				),
				{ maxLength: 6 }
			)
			.map((changes) => changes.reduce((text, [at, put]) => text.slice(0, at) + put + text.slice(at), whole)),
		fc
			.array(fc.integer({ min: 0, max: lines.length }), { maxLength: 8 })
			.map((gone) => lines.filter((_, i) => !gone.includes(i)).join('\n')),
		fc.constant(whole.replaceAll(/`[a-z][\w-]+` (?=\w)/g, '')),
		fc.constant(whole.replaceAll(/ #[\w-]+/g, ''))
	);

	test('twice is mending it once, and brings no new error', () => {
		fc.assert(
			fc.property(spoilt, (text) => {
				const once = fix(text);
				expect(fix(once.text)).toEqual({ text: once.text, done: [] });
				const codes = (of: string) =>
					compileLesson(source(of), library)
						.problems.filter(({ severity }) => severity === 'error')
						.map(({ code }) => code);
				const before = codes(text);
				// A mark that is given back shows what stands behind it, and what is wrong there.
				if (before.includes('lost-mark')) return;
				expect(codes(once.text).filter((code) => !before.includes(code))).toEqual([]);
			}),
			{ numRuns: 120 }
		);
	}, 120_000);

	test('never changes what a lesson says that compiled', () => {
		fc.assert(
			fc.property(spoilt, (text) => {
				const { lesson } = compileLesson(source(text), library);
				if (
					lesson &&
					!text
						.slice(text.indexOf('# Before'))
						.replace(/\{[^}]*\}/g, '')
						.includes('"')
				)
					expect(read(compileLesson(source(fix(text).text), library).lesson)).toEqual(read(lesson));
			}),
			{ numRuns: 120 }
		);
	}, 120_000);
});
