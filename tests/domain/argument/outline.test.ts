import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flatOutline, keepRows, outlineOf } from '#lib/domain/argument/index.ts';
import type { OutlineNode } from '#lib/domain/argument/index.ts';
import { lessonOneA, lessonOneKit } from '../../support/lesson-one.ts';
import { aKit, aWildMap, draw, kitOf, mapOf, moves } from './arbitraries.ts';

const row = ({ level, position, setSize, card, kind, groupKind, onGroup }: OutlineNode): string =>
	`${level} ${position}/${setSize} ${groupKind ?? kind} ${card}${onGroup ? ` on ${onGroup}` : ''}`;

describe('outline', () => {
	test('of an empty map is the contention', () => {
		expect(outlineOf(kitOf(2), draw())).toEqual([
			{
				id: 'c:c0',
				kind: 'contention',
				card: 'c0',
				level: 1,
				position: 1,
				setSize: 1,
				coPremises: [],
				notes: [],
				children: []
			}
		]);
	});

	test('reads in document order: evidence, what bears on the card, then what bears on the step', () => {
		expect(flatOutline(outlineOf(lessonOneKit, lessonOneA.map)).map(row)).toEqual([
			'1 1/1 contention T',
			'2 1/5 reason a',
			'3 1/2 evidence b',
			'3 2/2 objection n on r1',
			'2 2/5 reason c',
			'3 1/1 objection d on r2',
			'2 3/5 objection e',
			'3 1/3 evidence f',
			'3 2/3 evidence g',
			'3 3/3 reason i',
			'2 4/5 objection p',
			'3 1/1 objection h on o1',
			'4 1/1 evidence q',
			'2 5/5 objection j',
			'3 1/1 objection k'
		]);
	});

	test('tells each premise its group and co-premises', () => {
		const [root] = outlineOf(kitOf(3), draw('c1+c2+c3 because c0'));
		expect(root?.children.map(({ id, group, coPremises }) => [id, group, coPremises])).toEqual([
			['p:g1/c1', 'g1', ['c2', 'c3']],
			['p:g1/c2', 'g1', ['c1', 'c3']],
			['p:g1/c3', 'g1', ['c1', 'c2']]
		]);
		expect(root?.children.map(({ joined = false }) => joined)).toEqual([false, true, true]);
	});

	test('keeps the rows that an edit does not touch, and says the same as a new one', () => {
		const before = outlineOf(kitOf(4), draw('c1 because c0', 'c2 because c1', 'c3 however c0'));
		const now = outlineOf(kitOf(4), draw('c1 because c0', 'c2 because c1', 'c3 however c0', 'c4 because c3'));
		const kept = keepRows(before, now);
		expect(kept[0]?.children[0]).toBe(before[0]?.children[0]);
		expect(kept[0]?.children[1]).not.toBe(before[0]?.children[1]);
		fc.assert(
			fc.property(aKit, moves(), moves(), (kit, one, other) => {
				const [then, next] = [outlineOf(kit, mapOf(kit, one)), outlineOf(kit, mapOf(kit, other))];
				expect(keepRows(then, next)).toEqual(outlineOf(kit, mapOf(kit, other)));
				const again = keepRows(then, outlineOf(kit, mapOf(kit, one)));
				expect(again[0]).toBe(then[0]);
			})
		);
	});

	test('unfolds a card that stands twice where it comes first', () => {
		const map = draw('c1 because c0', 'c2 because c0', 'c1 however c2', 'c3 however c1');
		const rows = flatOutline(outlineOf(kitOf(3), map));
		expect(rows.map(({ card }) => card)).toEqual(['c0', 'c1', 'c3', 'c2', 'c1']);
		expect(rows.map(({ repeat = false }) => repeat)).toEqual([false, false, false, false, true]);
	});

	test('shows every use of every card once, counted rightly', () => {
		fc.assert(
			fc.property(aKit, moves(), (kit, hand) => {
				const map = mapOf(kit, hand);
				const all = flatOutline(outlineOf(kit, map));
				const uses = 1 + map.evidence.length + map.groups.reduce((sum, { premises }) => sum + premises.length, 0);
				expect(all).toHaveLength(uses);
				expect(new Set(all.map(({ id }) => id)).size).toBe(uses);
				for (const { children, level } of all)
					children.forEach((child, at) =>
						expect([child.level, child.position, child.setSize]).toEqual([level + 1, at + 1, children.length])
					);
			}),
			{ numRuns: 1000 }
		);
	});

	test('of any map ends and has unique ids', () => {
		fc.assert(
			fc.property(aWildMap, (map) => {
				const ids = flatOutline(outlineOf(kitOf(4, 1), map)).map(({ id }) => id);
				expect(ids[0]).toBe('c:c0');
				expect(new Set(ids).size).toBe(ids.length);
			}),
			{ numRuns: 1000 }
		);
	});
});
