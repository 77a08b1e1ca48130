import { describe, expect, test } from 'vitest';
import { readContent, readPictures } from '../../src/cli/read-content.ts';
import { compileContent, formatProblem, partsOf } from '#lib/domain/lesson/compile.ts';
import { fixLesson } from '#lib/domain/lesson/fix/fix.ts';

// Two lessons on other subjects, written from the README alone: a dam on an invented river, and a new kind of money.
const root = 'tests/lessons/fixtures/two';
const files = readContent(root);
const { content, problems } = compileContent(files, { pictures: readPictures(root).pictures });

describe('lessons written from the README alone', () => {
	test('compile without a word', () => {
		expect(problems.map(formatProblem).join('\n\n')).toBe('');
		expect(content?.lessons.map(({ id }) => id)).toEqual(['a-dam-on-the-lan', 'the-new-coin']);
	});

	test('have what the language offers beside plain prose: a picture, a table, notes, a sound, a lens', () => {
		const [dam, coin] = content!.lessons.map((lesson) => lesson.steps.map(({ intro }) => intro).join('\n'));
		expect(dam).toContain('src="/data/a-dam-on-the-lan/pictures/river.svg"');
		expect(dam).toContain('width="320" height="120"');
		expect(dam).toContain('<table>');
		expect(dam).toContain('popovertarget="note-lan"');
		expect(dam).toContain('<rt lang="zh-Latn-pinyin">láncāng jiāng</rt>');
		expect(coin).toContain('popovertarget="lens-shuzi-huobi"');
	});

	test('need no mending', () => {
		for (const [file, text] of Object.entries(files)) {
			const place = partsOf(file);
			if (place && place.slug !== '') expect(fixLesson({ file, text, place }, content!.library).done).toEqual([]);
		}
	});
});
