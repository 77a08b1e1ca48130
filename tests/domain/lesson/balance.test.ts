import { describe, expect, test } from 'vitest';
import { balanceOf, textOf } from '#lib/domain/lesson/balance/balance.ts';
import { outOfBands } from '#lib/domain/lesson/balance/bands.ts';
import { findLoaded, loadedWords } from '#lib/domain/lesson/balance/loaded-words.ts';
import { countText, readingLevel } from '#lib/domain/lesson/balance/reading-level.ts';
import { balanceReport } from '#lib/domain/lesson/balance/report.ts';
import { compileContent } from '#lib/domain/lesson/compile.ts';
import { syllables } from '#lib/domain/lesson/read/pinyin.ts';
import { smallCourse } from './small.ts';

describe('the reading level', () => {
	test('counts letters, words and sentences; Chinese is neither', () => {
		expect(countText('Xi’s plan, 网络强国, is 10 years old. Is it? “Yes.” Well')).toEqual({
			words: 10,
			letters: 28,
			sentences: 4
		});
	});

	test('is that of the formula: 119 words, 5 sentences and 639 letters are for grade 14.5', () => {
		expect(readingLevel({ words: 119, letters: 639, sentences: 5 })).toBeCloseTo(14.53, 2);
	});

	test('is not told of a few words', () => {
		expect(readingLevel({ words: 29, letters: 140, sentences: 2 })).toBeNull();
	});
});

describe('loaded words', () => {
	test('are found with their endings, in our own voice only', () => {
		expect(findLoaded('The regimes’ crackdown, a “puppet”, and the hegemonic so-called order.')).toEqual([
			'regimes',
			'crackdown',
			'hegemonic',
			'so-called'
		]);
		expect(findLoaded('A regimen; the devils; bullion.')).toEqual([]);
	});

	test('stand in the list once, in order', () => {
		const plain = loadedWords.map((word) => word.toLowerCase());
		expect(plain).toEqual([...new Set(plain)].toSorted());
	});
});

describe('the text of a card', () => {
	test('has no marks and no notes, and ends a sentence where a paragraph ends', () => {
		expect(textOf('<p>One &amp; two</p>\n<ul>\n<li>Three.</li></ul><span class="note" popover id="n">No</span>')).toBe(
			'One & two. \n\nThree. '
		);
	});
});

describe('syllables of pinyin', () => {
	test.each([
		['wǎngluò qiángguó', 4],
		['xī’ān', 2],
		['nǚ', 1],
		['jūn-mín', 2]
	])('of %j are %i', (pinyin, count) => expect(syllables(pinyin)).toBe(count));
});

describe('the balance of a lesson', () => {
	const { content } = compileContent(smallCourse());
	const lesson = content!.lessons[0]!;
	const library = content!.library;

	test('tells cards, words, sources, points and links by side', () => {
		const { sides, points, links } = balanceOf(lesson, library);
		expect(sides.western).toEqual({ cards: 1, words: 4, sources: 1, level: null, loaded: [] });
		expect(sides['third-party'].cards).toBe(0);
		expect(points).toEqual({ western: 5, chinese: 5, 'neutral-fact': 2 });
		expect(links).toEqual([
			{ reference: 'use', frames: { western: 2, chinese: 2 } },
			{ reference: 'words', frames: { western: 2, chinese: 2 } }
		]);
	});

	test('is printed in columns, with what lies outside of the bands', () => {
		expect(balanceReport(lesson, library).text).toMatchInlineSnapshot(`
			"one-slogan
			  comparison   cards  words  sources  level  loaded
			  western          1      4        1      –       0
			  third-party      0      0        0      –       0
			  chinese          1      5        1      –       0
			  shared           0      0        0      –       0
			  checking         1      7        1      –       0
			  points: western 5, chinese 5, neutral-fact 2
			  links in \`use\`: western 2, chinese 2
			  links in \`words\`: western 2, chinese 2"
		`);
		const balance = balanceOf(lesson, library);
		const long = {
			...balance.sides.chinese,
			words: 300,
			level: 13,
			loaded: ['evil', 'evil', 'evil', 'evil'],
			cards: 4
		};
		const out = outOfBands({
			...balance,
			sides: { ...balance.sides, chinese: long, western: { ...long, words: 170, level: 9, loaded: ['evil'] } }
		});
		expect(out.map(({ code, found }) => [code, found])).toEqual([
			['length-balance', '170 words on Western cards, 300 on Chinese ones'],
			['level-balance', 'Western cards for grade 9.0, Chinese ones for grade 13.0'],
			['one-source', '4 western cards from one source'],
			['level-balance', 'chinese cards for grade 13.0'],
			['loaded-words', '4 loaded words in 300 on chinese cards: evil'],
			['one-source', '4 chinese cards from one source']
		]);
	});
});
