import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	byCodePoint,
	groupKey,
	linkKey,
	linksOf,
	parseLink,
	parseTarget,
	targetKey
} from '#lib/domain/argument/index.ts';
import { formatTarget } from '#lib/domain/argument/links.ts';
import { aWildMap, aCase, draw } from './arbitraries.ts';

const keys = (...lines: string[]): string[] => linksOf(draw(...lines)).map(({ key }) => key);

describe('canonical keys', () => {
	test('name a card by its id', () => {
		expect(keys('c1 because c0')).toEqual(['c1|reason|c0']);
	});

	test('name a group by kind, target and sorted premises', () => {
		expect(keys('c2+c1 however c0', 'c3 however g1')).toEqual([
			'c2|objection|c0',
			'c1|objection|c0',
			'c3|objection|(objection c0 c1+c2)'
		]);
	});

	test('nest where a group bears on a group', () => {
		expect(keys('c1 because c0', 'c2 however g1', 'c3 however g2').at(-1)).toBe(
			'c3|objection|(objection (reason c0 c1) c2)'
		);
	});

	test('name evidence by its claim', () => {
		expect(keys('c1 because c0', 'e1 evidence c1')).toEqual(['c1|reason|c0', 'e1|evidence|c1']);
	});

	test('do not depend on ids of groups or on the order of premises', () => {
		const map = draw('c1+c2 because c0', 'c3 however g1');
		const [first, second] = map.groups;
		const other = {
			...map,
			groups: [
				{ ...second!, id: 'z', target: { group: 'other' } },
				{ ...first!, id: 'other', premises: ['c2', 'c1'] }
			]
		};
		const sorted = (of: typeof map): string[] =>
			linksOf(of)
				.map(({ key }) => key)
				.toSorted(byCodePoint);
		expect(sorted(other)).toEqual(sorted(map));
	});

	test('sort by code point and not by locale or by UTF-16 unit', () => {
		expect(groupKey('reason', 'T', ['ä', 'z', 'Z', 'a'])).toBe('(reason T Z+a+z+ä)');
		expect(['\u{20000}', '\uff21', '中'].toSorted(byCodePoint)).toEqual(['中', '\uff21', '\u{20000}']);
		expect(['ab', 'a', 'b'].toSorted(byCodePoint)).toEqual(['a', 'ab', 'b']);
	});

	test('take a composed and a decomposed spelling for one card', () => {
		const composed = '\u00e9\u7db2';
		expect(linkKey(composed.normalize('NFD'), 'reason', 'T')).toBe(linkKey(composed, 'reason', 'T'));
		const map = draw(`${composed} because c0`, `c1 because ${composed.normalize('NFD')}`);
		expect(linksOf(map).map(({ key }) => key)).toEqual([`${composed}|reason|c0`, `c1|reason|${composed}`]);
	});
});

describe('links', () => {
	test('are a set: the same premise twice is one link', () => {
		expect(keys('c1+c1 because c0', 'c1 because c0')).toEqual(['c1|reason|c0']);
	});

	test('leave out a card linked to itself', () => {
		expect(keys('c1 because c0', 'c1 however c1', 'e1 evidence e1')).toEqual(['c1|reason|c0']);
	});

	test('of groups that target each other have keys free of ids', () => {
		expect(keys('c1 because g2', 'c2 because g1')).toEqual([
			'c1|reason|(reason (reason * c1) c2)',
			'c2|reason|(reason (reason * c2) c1)'
		]);
		expect(keys('c1 because g7')).toEqual(['c1|reason|?']);
	});

	test('of any map can be named', () => {
		fc.assert(
			fc.property(aWildMap, (map) => {
				const links = linksOf(map);
				expect(new Set(links.map(({ key }) => key)).size).toBe(links.length);
				for (const link of links) expect(link.card).not.toBe(link.target);
			}),
			{ numRuns: 1000 }
		);
	});
});

describe('parsing', () => {
	test('a key and formatting it again is the identity', () => {
		fc.assert(
			fc.property(aCase, ({ map }) => {
				for (const { key, target } of linksOf(map)) {
					const link = parseLink(key)!;
					expect(linkKey(link.card, link.kind, formatTarget(link.target))).toBe(key);
					expect(formatTarget(parseTarget(target)!)).toBe(target);
				}
				for (const group of map.groups)
					expect(parseTarget(targetKey(map, { group: group.id }))).toMatchObject({ kind: group.kind });
			}),
			{ numRuns: 1000 }
		);
	});

	test.each([
		'',
		'c1',
		'c1|reason|',
		'c1|because|c0',
		'|reason|c0',
		'c1|reason|(reason c0)',
		'c1|reason|(why c0 c1)',
		'c1|reason|a b'
	])('finds no link in %j', (key) => {
		expect(parseLink(key)).toBeUndefined();
	});
});
