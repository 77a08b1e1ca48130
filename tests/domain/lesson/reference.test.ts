import { describe, expect, test } from 'vitest';
import { compileContent } from '#lib/domain/lesson/compile.ts';
import { linksOf } from '#lib/domain/argument/links.ts';
import { lessonPath, smallCourse } from './small.ts';
import type { Reference } from '#lib/domain/argument/model.ts';

/** The map of the small course, with passages of its lesson replaced. */
function theWeighing(...changes: [passage: string, replacement: string][]) {
	const course = smallCourse();
	for (const [passage, replacement] of changes)
		course[lessonPath] = course[lessonPath]!.replace(passage, () => replacement);
	const step = compileContent(course).content?.lessons[0]?.steps.find(({ id }) => id === 'weigh');
	if (step?.id !== 'weigh') throw new Error('The small course has no map.');
	return step;
}

function reference(id: string): Reference {
	const found = theWeighing().references.find((one) => one.id === id);
	if (!found) throw new Error(`No reference ${id}.`);
	return found;
}

describe('the kit', () => {
	test('has the contention as root and its cards as plain text', () => {
		const { root, cards } = theWeighing().kit;
		expect(root).toEqual({ id: 'T', text: '“Cyber superpower” is a fair rendering.' });
		expect(cards[0]).toEqual({
			id: 'a',
			text: 'Use decides.',
			role: 'claim',
			frame: 'western',
			claims: ['c002'],
			sources: ['review-2015']
		});
		expect(cards.filter(({ distractor }) => distractor).map(({ id, distractor }) => [id, distractor])).toEqual([
			['x1', 'a date says nothing on words']
		]);
	});

	test('has a card twice where its role says so, and a reference may then use it twice', () => {
		const { kit, references } = theWeighing(
			['| `c` | claim |', '| `c` | claim, twice |'],
			['- because `a`\n  - however `d`', '- because `a`\n  - however `d`\n  - however `c`']
		);
		expect(kit.cards.filter(({ maxUses }) => maxUses === 2).map(({ id }) => id)).toEqual(['c']);
		expect(references[1]?.map.groups.filter(({ premises }) => premises.includes('c'))).toHaveLength(2);
	});
});

describe('a reference', () => {
	test('is the nested list: groups as named, or g1, g2 in order', () => {
		expect(reference('use').map).toEqual({
			root: 'T',
			groups: [
				{ id: 'r1', kind: 'reason', premises: ['a'], target: { card: 'T' } },
				{ id: 'g1', kind: 'objection', premises: ['d'], target: { group: 'r1' } },
				{ id: 'o1', kind: 'objection', premises: ['c', 'e'], target: { card: 'T' } }
			],
			evidence: [
				{ evidence: 'f', claim: 'a' },
				{ evidence: 'b', claim: 'c' }
			],
			notes: []
		});
		expect(reference('words').map.groups.map(({ id, target }) => [id, target])).toEqual([
			['g1', { card: 'T' }],
			['g2', { card: 'a' }],
			['o1', { card: 'T' }]
		]);
	});

	test('has its label, its verdict and how it reads', () => {
		const { label, verdict, reads } = reference('words');
		expect({ label, verdict, reads }).toEqual({
			label: 'words decide',
			verdict: 'against',
			reads: 'the words name no rank.'
		});
	});

	test('names optional and instead links as the scorer does', () => {
		const { optional, instead, map } = reference('use');
		expect(optional).toEqual(['d|objection|c']);
		expect(instead).toEqual({ 'd|objection|(reason T a)': [{ link: 'd|objection|a', credit: 0.5 }] });
		expect(linksOf(map).map(({ key }) => key)).toEqual(expect.arrayContaining(Object.keys(instead)));
	});

	test('has the misconceptions that can be made in it', () => {
		const links = (id: string) => reference(id).misconceptions.map(({ link, code }) => `${code} ${link}`);
		expect(links('use')).toEqual([
			'TOO_HIGH d|objection|T',
			'SPLIT_COPREMISE c|objection|T',
			'LEVEL e|objection|(reason T a)'
		]);
		// `r1` is a group of the other reference only.
		expect(links('words')).toEqual(['TOO_HIGH d|objection|T', 'SPLIT_COPREMISE c|objection|T']);
		expect(reference('words').equivalent).toEqual([['b', 'f']]);
	});
});
