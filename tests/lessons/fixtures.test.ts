import { describe, expect, test } from 'vitest';
import { readContent, readPictures } from '../../src/cli/read-content.ts';
import { compileContent, formatProblem, partsOf } from '#lib/domain/lesson/compile.ts';
import { fixLesson } from '#lib/domain/lesson/fix/fix.ts';

// Two lessons on other subjects, written from the README alone: dams on a shared river, and a line on a map. That their
// quizzes and maps work is tested with those of the course (journeys.test.ts, maps.test.ts).
const root = 'tests/lessons/fixtures/two';
const files = readContent(root);
const { content, problems } = compileContent(files, { pictures: readPictures(root).pictures });

describe('lessons written from the README alone', () => {
	test('compile without a word', () => {
		expect(problems.map(formatProblem).join('\n\n')).toBe('');
		expect(content?.lessons.map(({ id }) => id)).toEqual(['who-lowered-the-mekong', 'ten-dashes']);
	});

	test('have what the language offers beside plain prose: a picture, a table, notes, a sound, a lens', () => {
		const [river, line] = content!.lessons.map((lesson) => lesson.steps.map(({ intro }) => intro).join('\n'));
		expect(river).toContain('src="/data/who-lowered-the-mekong/pictures/river.svg"');
		expect(river).toContain('width="480" height="240"');
		expect(river).toContain('<table>');
		expect(river).toContain('popovertarget="note-teams"');
		expect(river).toContain('popovertarget="lens-lancangjiang"');
		expect(line).toContain('<rt lang="zh-Latn-pinyin">nánhǎi</rt>');
		expect(line).toContain('popovertarget="lens-duanxuxian"');
	});

	test('need no mending', () => {
		for (const [file, text] of Object.entries(files)) {
			const place = partsOf(file);
			if (place && place.slug !== '') expect(fixLesson({ file, text, place }, content!.library).done).toEqual([]);
		}
	});
});
