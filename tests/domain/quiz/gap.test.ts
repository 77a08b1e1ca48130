import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { feedbackFor, publicItem, scoreResponse, validateResponse } from '#lib/domain/quiz/index.ts';
import { isSpelled } from '#lib/domain/quiz/gap/fold.ts';
import { gapItem } from './arbitraries.ts';

const typed = (text: string) => ({ kind: 'gap' as const, text });

describe('a spelling', () => {
	test.each([
		['Strength', 'strength', 'case'],
		['  great   power ', 'great power', 'blanks'],
		['ＣＡＣ', 'cac', 'width (Unicode NFKC)'],
		['STRASSE', 'straße', 'a folded ß'],
		['people’s', "people's", 'the apostrophe of print'],
		['data‑driven', 'data-driven', 'the hyphen that does not break'],
		['qia\u0301ngguo\u0301', 'qiángguó', 'marks that stand apart'],
		['强国', '强国', 'nothing']
	])('%j is %j whatever it has of %s', (given, spelling, _what) => {
		expect(isSpelled(given, spelling, false)).toBe(true);
	});

	test.each([
		['qiangguo', 'qiángguó', true, true],
		['qiangguo', 'qiángguó', false, false],
		['QIANGGUO', 'qiángguó', true, true],
		['qiǎngguó', 'qiángguó', true, false],
		['qiángguo', 'qiángguó', true, false],
		['qiángguó', 'qiangguo', true, false],
		['lüse', 'lǜsè', true, true],
		['luse', 'lǜsè', true, false]
	])('%j for %j, tone marks optional: %s, is right: %s', (given, spelling, toneless, right) => {
		expect(isSpelled(given, spelling, toneless)).toBe(right);
	});

	test('is spelled by itself, in capitals and in small letters', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.boolean(), (text, toneless) => {
				expect(isSpelled(text, text, toneless)).toBe(true);
				expect(
					isSpelled(text.toLowerCase(), text, toneless) || text.toLowerCase().toUpperCase() !== text.toUpperCase()
				).toBe(true);
			})
		);
	});
});

describe('a typed answer', () => {
	const item = gapItem(['强国', 'qiángguó'], ['大国'], { toneless: true, worth: 2 });

	test('earns all points for any right spelling and none for anything else', () => {
		for (const text of ['强国', 'Qiangguo', ' qiángguó'])
			expect(scoreResponse(item, typed(text)).earned).toEqual(scoreResponse(item, typed(text)).total);
		for (const text of ['大国', 'strong']) expect(scoreResponse(item, typed(text)).earned.n).toBe(0);
	});

	test('is told what the author foresaw, or else what is said of all others', () => {
		const told = (text: string) => feedbackFor(item, typed(text), { revealKey: false })[0]?.html;
		expect([told('qiangguo'), told('大国'), told('strong')]).toEqual(['SECRET right', 'SECRET 大国', 'SECRET other']);
	});

	test('is told the usual spelling with the key', () => {
		expect(feedbackFor(item, typed('strong'), { revealKey: true })[0]?.key).toBe('强国');
	});

	test('shows no spelling before it is checked', () => {
		expect(JSON.stringify(publicItem(item))).not.toMatch(/国|guó/);
	});

	test('is not ready while nothing is written', () => {
		expect(validateResponse(publicItem(item), typed('  '))).toEqual({ ready: false, code: 'no-text' });
	});
});

describe('an answer from a list', () => {
	const item = gapItem(['strength'], ['rank', 'size'], { listed: true });

	test('is one of the list', () => {
		expect(publicItem(item).list).toEqual(['strength', 'rank', 'size']);
		expect(validateResponse(publicItem(item), undefined)).toEqual({ ready: false, code: 'no-choice' });
		expect(validateResponse(publicItem(item), typed('power'))).toEqual({ ready: false, code: 'unknown-option' });
	});

	test('is told why it is wrong', () => {
		expect(feedbackFor(item, typed('rank'), { revealKey: false })).toEqual([
			{ id: 'answer', right: false, chosen: true, html: 'SECRET rank' }
		]);
	});
});
