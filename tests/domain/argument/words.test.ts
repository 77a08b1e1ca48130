import { describe, expect, test } from 'vitest';
import { feedbackOn, scoreMap } from '#lib/domain/argument/index.ts';
import { termsOf } from '#lib/domain/argument/feedback/terms.ts';
import { wordFindings } from '#lib/domain/argument/feedback/words.ts';
import type { ArgumentMap, FeedbackCode, Kit } from '#lib/domain/argument/model.ts';
import { draw, kitOf, referenceOf } from './arbitraries.ts';

const texts: Record<string, string> = {
	c1: 'Translators in Washington write superpower by habit.',
	c2: 'Habit decides what a rendering means to readers.',
	c3: 'A rendering is fair if readers lose nothing.',
	c4: 'Floods delayed the harvest.',
	c5: '网络强国 names a goal, not a rank.'
};
const kit: Kit = (() => {
	const plain = kitOf(5);
	return {
		root: { id: 'c0', text: 'The superpower translation of 网络强国 is a fair rendering for public debate.' },
		cards: plain.cards.map((card) => ({ ...card, text: texts[card.id] ?? card.text }))
	};
})();
const reference = draw('c1+c2 because c0', 'c3 because c0', 'c5 however c0');
const found = (map: ArgumentMap, theirs = reference) => wordFindings(kit, theirs, map);
const codes = (map: ArgumentMap, theirs = reference): FeedbackCode[] => found(map, theirs).map(({ code }) => code);

describe('the terms of a text', () => {
	test('are its longer words without those that carry no subject, and Chinese runs', () => {
		expect(termsOf('“Which superpower”, they said: 网络强国 is 强国 and 网.').map(({ text }) => text)).toEqual([
			'superpower',
			'网络强国',
			'强国'
		]);
	});

	test('are one through their endings', () => {
		const marks = ['translate', 'Translators', 'translation’s'].map((text) => termsOf(text)[0]?.marks);
		expect(marks).toEqual([['trans'], ['trans'], ['trans']]);
	});
});

describe('the rabbit rule', () => {
	test('names a key term of the contention that no premise has', () => {
		expect(found(draw('c1 because c0', 'c2 because c0', 'c5 however c0'))).toEqual([
			{ code: 'RABBIT', loss: 0, links: [], cards: ['c0'], term: 'fair' }
		]);
	});

	test('is silent where a premise has the term, in Chinese as well', () => {
		expect(codes(draw('c1 because c0', 'c3 because c0', 'c5 however c0'))).toEqual([]);
		expect(found(draw('c1 because c0', 'c3 because c0')).map(({ term }) => term)).toEqual(['网络强国']);
	});

	test('does not ask for a term that the accepted map has nowhere', () => {
		// “public debate” is in no card.
		expect(codes(reference)).toEqual([]);
		expect(codes(draw('c4 because c0'), draw('c4 because c0'))).toEqual([]);
	});

	test('says nothing of a map without premises', () => {
		expect(codes(draw())).toEqual([]);
	});
});

describe('the holding-hands rule', () => {
	const rest = ['c3 because c0', 'c5 however c0'];
	test('finds a co-premise that shares no term with its partners nor with the conclusion', () => {
		expect(found(draw('c1+c4 because c0', ...rest))).toEqual([
			{ code: 'HANDS', loss: 0, links: [], cards: ['c4', 'c1'] }
		]);
	});

	test('is silent where premises share a term, and for a card that stands alone', () => {
		expect(codes(draw('c1+c2 because c0', ...rest))).toEqual([]);
		expect(codes(draw('c1 because c0', 'c4 because c0', ...rest))).toEqual([]);
	});

	test('trusts the accepted map', () => {
		const odd = draw('c1+c4 because c0', ...rest);
		expect(codes(odd, odd)).toEqual([]);
	});
});

test('hints about words come after everything that costs points, and cost none', () => {
	const references = [referenceOf(reference)];
	const map = draw('c1+c2 because c0', 'c5 however c0');
	const score = scoreMap(kit, references, map);
	expect(feedbackOn(kit, references, map, score, 1)).toEqual([
		{ code: 'MISSING_LINK', cards: ['c0'], params: { count: 1 }, level: 'where' },
		{ code: 'RABBIT', cards: ['c0'], params: { count: 1, term: 'fair' }, level: 'where' }
	]);
});
