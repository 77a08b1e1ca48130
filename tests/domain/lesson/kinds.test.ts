import { describe, expect, test } from 'vitest';
import { compileContent, formatProblem } from '#lib/domain/lesson/compile.ts';
import { lineAndColumn, createDoc } from '#lib/domain/lesson/doc.ts';
import { publicItem, scoreResponse } from '#lib/domain/quiz/index.ts';
import type { Item, ItemKind } from '#lib/domain/quiz/model.ts';
import { drawn } from '../quiz/arbitraries.ts';
import { kindMistakes, kindMistakesThroughout } from './kind-mistakes.ts';
import { tour, tourPath } from './tour.ts';

const compiled = compileContent(tour());
const items = compiled.content?.lessons[0]?.steps.flatMap((step) => ('items' in step ? step.items : [])) ?? [];

function find<K extends ItemKind>(kind: K, id: string): Extract<Item, { kind: K }> {
	const item = items.find((one): one is Extract<Item, { kind: K }> => one.kind === kind && one.id === id);
	if (!item) throw new Error(`The tour has no ${kind} “${id}”.`);
	return item;
}

describe('the tour', () => {
	test('compiles without a problem', () => {
		expect(compiled.problems.map(formatProblem).join('\n\n')).toBe('');
	});

	test('has every kind of item that there is', () => {
		expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(Object.keys(drawn)));
	});

	test('shows nothing of a key before the first check', () => {
		for (const item of items) {
			const shown = JSON.stringify(publicItem(item));
			for (const claim of item.kind === 'matrix' ? [] : item.claims) expect(shown).not.toContain(`"${claim}"`);
			expect(shown).not.toMatch(
				/"(?:column|degree|stances|answer|least|most|spellings|feedback|why|label|rank|partner)":/
			);
		}
	});
});

describe('whosaid', () => {
	test('takes voices from the library by their ids, and functions by theirs', () => {
		expect(find('whosaid', 'who').columns).toEqual([
			{ id: 'ecfr-2015', text: 'ECFR review, 2015' },
			{ id: 'global-times-2023', text: 'Global Times (copy), 2023' },
			{ id: 'cyberpeace-2024', text: 'CyberPeace op-ed, 2024' }
		]);
		expect(find('whosaid', 'functions').columns.map(({ text }) => text)).toEqual([
			'Says what the problem is',
			'Says what causes it',
			'Judges it',
			'Says what to do about it'
		]);
	});

	test('gives each statement its voice, in an order of its own', () => {
		const { statements } = find('whosaid', 'who');
		expect(Object.fromEntries(statements.map(({ id, column }) => [id, column]))).toEqual({
			ladder: 'ecfr-2015',
			strength: 'global-times-2023',
			second: 'global-times-2023',
			two: 'cyberpeace-2024'
		});
		expect(statements.map(({ id }) => id)).not.toEqual(['ladder', 'strength', 'second', 'two']);
	});
});

describe('gap', () => {
	test('typed: right and wrong spellings, and what is said of others', () => {
		const { listed, toneless, spellings, other } = find('gap', 'strong');
		expect({ listed, toneless, other }).toEqual({
			listed: false,
			toneless: true,
			other: 'Look again at the second term of the pair.'
		});
		expect(spellings.map(({ text, right }) => [text, right])).toEqual([
			['强国', true],
			['qiángguó', true],
			['大国', false],
			['dàguó', false]
		]);
		// The second spelling borrows the feedback of the first.
		expect(spellings[1]?.feedback).toBe(spellings[0]?.feedback);
	});

	test('from a list: every spelling is to be chosen from', () => {
		const item = find('gap', 'official');
		expect(publicItem(item).list?.toSorted()).toEqual(['sovereignty', 'strength', 'supremacy']);
	});
});

test('number: the right one, its unit, a slip and what is said of others', () => {
	expect(find('number', 'years')).toMatchObject({
		answer: 5,
		least: 5,
		most: 5,
		unit: 'years',
		feedback: 'April 2018 to July 2023.',
		slips: [{ value: 9 }],
		other: 'The first was held in April 2018.'
	});
});

test.each([
	['2014 ± 1', 2014, 2013, 2015],
	['3.2 ± 0.1', 3.2, 3.1, 3.3],
	['0.3 +- 0.2', 0.3, 0.1, 0.5],
	['1,234 +/- 0.5', 1234, 1233.5, 1234.5],
	['-7 years ± 2', -7, -9, -5]
])('number: %s lets pass from %d: %d to %d, to the decimal', (written, answer, least, most) => {
	const files = tour();
	files[tourPath] = (files[tourPath] ?? '').replace('- [x] 5\n', `- [x] ${written}\n`);
	const lesson = compileContent(files).content?.lessons[0];
	const check = lesson?.steps.find((step) => step.id === 'check');
	expect(check?.items.find(({ id }) => id === 'years')).toMatchObject({ answer, least, most });
});

test('matrix: claims of the library as it states them, others in the author’s words, and what it rests on', () => {
	const { sources, rows, claims } = find('matrix', 'silence');
	expect(sources.map(({ text }) => text)).toEqual(['ECFR review, 2015', 'China Daily, 2017', 'CyberPeace op-ed, 2024']);
	expect(rows.map(({ id, text }) => [id, text.slice(0, 21)])).toEqual([
		['c002', 'The formula of 2014 s'],
		['new', 'The leading group of '],
		['c004', 'The op-ed of 2024 off']
	]);
	expect(rows[1]?.stances).toEqual({
		'ecfr-2015': 'qualifies',
		'china-daily-2017': 'asserts',
		'cyberpeace-2024': 'asserts'
	});
	expect(claims).toEqual(['c002', 'c004']);
});

test('divergence: four versions of each segment, in the order of the text', () => {
	const { segments } = find('divergence', 'half');
	expect(segments.map(({ id, degree }) => [id, degree])).toEqual([
		['cyber', 'minor'],
		['nation', 'degree'],
		['info', 'substantive'],
		['modern', 'same']
	]);
	expect(segments[3]).toMatchObject({
		original: '现代化',
		pinyin: 'xiàndàihuà',
		official: 'modernization',
		independent: 'modernization'
	});
});

describe('classify-source', () => {
	const { fields } = find('classify-source', 'copy');

	test('takes options from the sources of the library, or from the author', () => {
		const texts = (field: string) =>
			fields
				.find(({ id }) => id === field)
				?.options.map(({ text }) => text)
				.toSorted();
		expect(texts('genre')).toContain('State media report, reprinted and reworded on the way');
		expect(texts('language')).toEqual(['Chinese', 'English']);
	});

	test('hides the ids of the sources, one of which would be the answer', () => {
		expect(JSON.stringify(publicItem(find('classify-source', 'copy')))).not.toMatch(/global-times-2023|ecfr-2015/);
	});

	test('marks all fields but the stance', () => {
		const answers = Object.fromEntries(fields.map(({ id, options, answer }) => [id, answer ?? options[0]?.id ?? '']));
		const { earned, total, parts } = scoreResponse(find('classify-source', 'copy'), {
			kind: 'classify-source',
			answers
		});
		expect(earned).toEqual(total);
		expect(parts.map(({ id }) => id)).toEqual(['genre', 'mandate', 'audience', 'date', 'language']);
	});
});

describe('a mistake', () => {
	test.each(kindMistakes)('%j written as %j is told as %s', (passage, replacement, code, at) => {
		const files = tour();
		const parts = (files[tourPath] ?? '').split(passage);
		expect(parts).toHaveLength(2);
		const text = parts.join(replacement);
		files[tourPath] = text;
		const { line, column } = lineAndColumn(createDoc(tourPath, text), text.indexOf(at));
		const told = compileContent(files).problems.map((one) => `${one.code} ${one.line}:${one.column} ${one.quoted}`);
		expect(text).toContain(at);
		expect(told).toEqual([`${code} ${line}:${column} ${text.split('\n')[line - 1]}`]);
	});

	test.each(kindMistakesThroughout)('wherever %s stands, written as %j, is told as %s', (places, replacement, code) => {
		const files = tour();
		files[tourPath] = (files[tourPath] ?? '').replace(places, replacement);
		expect(compileContent(files).problems.map((one) => one.code)).toEqual([code]);
	});
});
