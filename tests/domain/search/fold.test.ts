import { describe, expect, test } from 'vitest';
import { haystackOf, isFound } from '#lib/domain/search/fold.ts';
import { indexTokens, queryTokens } from '#lib/domain/search/tokens.ts';

const entry = haystackOf(['网络强国', 'cyber superpower', 'China’s strength', 'wǎngluò qiángguó'], 'wǎngluò qiángguó');

describe('an entry is found', () => {
	test.for([
		['by its characters', '强国'],
		['by pinyin with tones and a space', 'wǎngluò qiángguó'],
		['by pinyin without tones', 'wangluo qiangguo'],
		['by pinyin in one piece', 'wangluoqiangguo'],
		['by pinyin with a space after each syllable', 'wang luo qiang guo'],
		['by pinyin with tone numbers', 'wang3luo4 qiang2guo2'],
		['by English in capitals', 'CYBER Super'],
		['by words in another order', 'superpower cyber'],
		['by a straight apostrophe for a curly one', "china's"],
		['by nothing', '  ']
	])('%s: %s', ([, query]) => expect(isFound(query ?? '', entry)).toBe(true));

	test.for(['超级', 'chaoji', 'cyber menace', '?!'])('and not by %s', (query) =>
		expect(isFound(query, entry)).toBe(false)
	);
});

test('ü is found by u, by v and by itself', () => {
	const strategy = haystackOf(['战略'], 'zhànlüè');
	for (const query of ['zhanlüe', 'zhanlue', 'zhanlve']) expect(isFound(query, strategy)).toBe(true);
});

test('every run of Chinese is found wherever it stands in a longer one', () => {
	const indexed = new Set(indexTokens('建设网络强国'));
	for (const run of ['强', '强国', '网络强国', '络强'])
		expect(queryTokens(run).every((token) => indexed.has(token))).toBe(true);
	expect(queryTokens('国强').every((token) => indexed.has(token))).toBe(false);
});
