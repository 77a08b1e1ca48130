import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyCommand } from '#lib/domain/argument/index.ts';
import { fromJson, maxFile, toJson, toOutlineText, toSvg } from '#lib/domain/argument/exchange/index.ts';
import type { ExchangeWords } from '#lib/domain/argument/exchange/index.ts';
import { lessonOneA, lessonOneKit } from '../../../support/lesson-one.ts';
import { aKit, draw, kitOf, mapOf, moves } from '../arbitraries.ts';

const words: ExchangeWords = {
	because: 'because',
	however: 'however',
	inference: 'however, it does not follow:',
	and: 'and',
	evidence: 'evidence:',
	notes: 'Own notes'
};
const kit = kitOf(4, 2);
const file = (map: unknown, more: object = {}) =>
	JSON.stringify({ format: 'parallax-argument-map', version: 1, map, ...more });
const problems = (text: string, lesson?: string) => {
	const result = fromJson(text, kit, lesson);
	return 'problems' in result ? result.problems : [];
};

describe('our own JSON', () => {
	test('comes back as it went', () => {
		fc.assert(
			fc.property(aKit, moves(), (kit, hand) => {
				const map = mapOf(kit, hand);
				expect(fromJson(toJson(map, 'a-lesson'), kit, 'a-lesson')).toEqual({ map });
				expect(fromJson(toJson(map), kit, 'a-lesson')).toEqual({ map });
			}),
			{ numRuns: 1000 }
		);
	});

	test.each<[string, string, object]>([
		['no JSON', '{', { code: 'not-json', path: '', expected: 'JSON' }],
		['another file', '{"a":1}', { code: 'shape', path: 'format', found: '' }],
		['a list', '[]', { code: 'shape' }],
		[
			'a newer version',
			file({}, { version: 2 }),
			{ code: 'newer-version', path: 'version', found: '2', expected: '1' }
		],
		[
			'a map of another lesson',
			file({}, { lesson: 'other' }),
			{ code: 'other-lesson', path: 'lesson', found: 'other', expected: 'this' }
		],
		['no map', file(undefined), { code: 'shape', path: 'map' }],
		['a cycle', file(draw('c1 because c2', 'c2 because c1')), { code: 'cycle', path: 'map.groups.0' }],
		['a card linked to itself', file(draw('c1 because c1')), { code: 'self-link', path: 'map.groups.0.premises.0' }],
		[
			'both signs',
			file(draw('c1 because c0', 'c1 however c0')),
			{ code: 'both-signs', path: 'map.groups.1.premises.0' }
		],
		['a card too many', file(draw('c9 because c0')), { code: 'unknown-card', found: 'c9' }],
		['evidence as a premise', file(draw('e1 because c0')), { code: 'evidence-not-premise' }],
		[
			'groups that target each other',
			file({
				...draw(),
				groups: [
					{ id: 'g1', kind: 'reason', premises: ['c1'], target: { group: 'g2' } },
					{ id: 'g2', kind: 'reason', premises: ['c2'], target: { group: 'g1' } }
				]
			}),
			{ code: 'cycle', path: 'map.groups.0' }
		],
		[
			'100,000 links',
			file({ ...draw(), evidence: Array.from({ length: 100_000 }, () => ({ evidence: 'e1', claim: 'c0' })) }),
			{ code: expect.stringMatching(/^too-/) as string }
		],
		[
			'__proto__',
			`{"format":"parallax-argument-map","version":1,"map":{"root":"__proto__","groups":[],"evidence":[],"notes":[]}}`,
			{ path: 'map.root' }
		]
	])('is refused for %s, with the place', (_, text, problem) => {
		expect(problems(text, 'this')[0]).toMatchObject(problem);
	});

	test('of another kind is told once, and not each thing that it lacks', () => {
		expect(problems('{"a":1}')).toHaveLength(1);
	});

	test('is refused unread above its size', () => {
		expect(problems(' '.repeat(maxFile + 1))).toEqual([
			{ code: 'too-large', path: '', found: `${maxFile + 1}`, expected: `${maxFile}` }
		]);
	});

	test('never throws', () => {
		fc.assert(
			fc.property(
				fc.oneof(
					fc.string(),
					fc.json(),
					fc.json().map((map) => file(JSON.parse(map)))
				),
				(text) => {
					expect(problems(text).length).toBeGreaterThan(0);
				}
			),
			{ numRuns: 1000 }
		);
	});

	test('is taken up by a command, so that it can be undone', () => {
		const map = draw('c1 because c0', 'e1 evidence c1');
		expect(applyCommand(kit, draw('c2 because c0'), { type: 'replace', map })).toEqual({ map });
		expect(applyCommand(kit, map, { type: 'replace', map: draw('c1 because c1') })).toEqual({ refused: 'not-a-map' });
	});
});

describe('the outline as text', () => {
	test('has a row a line, indented as the tree is, with own notes below', () => {
		const map = {
			...draw('c1+c2 because c0', 'c3 however c1', 'c4 however g1', 'e1 evidence c3'),
			notes: [
				{ id: 'n1', text: 'look\nthis up' },
				{ id: 'n2', text: 'here', at: 'c1' }
			]
		};
		expect(toOutlineText(kit, map, words)).toBe(
			[
				'c0',
				'- because c1',
				'  - however c3',
				'    - evidence: e1',
				'- and c2',
				'  - however, it does not follow: c4',
				'',
				'Own notes',
				'- look this up',
				'- here (c1)',
				''
			].join('\n')
		);
	});
});

/** Of two of the cards checking showed something. */
const checked = ({ id }: { id: string }) =>
	({ c2: 'error in the source: the law is of 2016', e1: 'disputed' })[id] ?? '';

test('the outline numbers the cards whose claims do not simply hold, and says below what checking showed', () => {
	const map = draw('c1+c2 because c0', 'e1 evidence c1');
	expect(toOutlineText(kit, map, words, checked)).toBe(
		[
			'c0',
			'- because c1',
			'  - evidence: e1 [1]',
			'- and c2 [2]',
			'',
			'[1] disputed',
			'[2] error in the source: the law is of 2016',
			''
		].join('\n')
	);
});

describe('SVG', () => {
	const options = { words, frameName: (frame: string) => frame, title: 'A <map> & more' };
	const parse = (text: string) => {
		// Every tag is closed in order, which is what XML asks beyond HTML.
		const open: string[] = [];
		for (const [, close, name, self] of text.matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/g))
			if (close) expect(open.pop()).toBe(name);
			else if (!self) open.push(name!);
		return open;
	};

	test('is well formed and shows every card of the map', () => {
		const svg = toSvg(lessonOneKit, lessonOneA.map, options);
		expect(parse(svg)).toEqual([]);
		expect(svg).toContain('<title id="title">A &lt;map&gt; &amp; more</title>');
		expect(svg.match(/<g><rect/g)).toHaveLength(15);
		expect(svg).not.toMatch(/NaN|undefined|Infinity/);
	});

	test('numbers the cards whose claims do not simply hold, and says below the drawing what checking showed', () => {
		const map = draw('c1+c2 because c0', 'e1 evidence c1');
		const [plain, svg] = [toSvg(kit, map, options), toSvg(kit, map, { ...options, checked })];
		const heightOf = (text: string) => Number(/ height="([\d.]+)" role/.exec(text)?.[1]);
		expect(parse(svg)).toEqual([]);
		expect(svg.match(/· \[\d\]<\/text>/g)).toEqual(['· [1]</text>', '· [2]</text>']);
		const notes = [...svg.matchAll(/<text x="10" y="([\d.]+)">([^<]*)</g)].map(([, y, text]) => [Number(y), text]);
		const [first] = notes[0] ?? [];
		expect(first).toBeGreaterThan(heightOf(plain));
		expect(notes.at(-1)?.[0]).toBeLessThan(heightOf(svg));
		expect(notes.map(([, text]) => text).join(' ')).toBe('[1] disputed [2] error in the source: the law is of 2016');
		// Nothing below where all that is in the map holds.
		const holds = draw('c1 because c0');
		expect(toSvg(kit, holds, { ...options, checked })).toBe(toSvg(kit, holds, options));
	});

	test('cannot be broken out of by the text of a card', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const evil = { ...kit, cards: kit.cards.map((card) => ({ ...card, text: `${text}</text><script>"'&` })) };
				const svg = toSvg(evil, draw('c1 because c0'), { ...options, checked: () => text });
				expect(svg).not.toContain('<script');
				// Control characters, which XML does not have.
				expect([...svg].filter((one) => one < ' ' && !'\t\n\r'.includes(one))).toEqual([]);
				expect(parse(svg)).toEqual([]);
			}),
			{ numRuns: 1000 }
		);
	});
});
