import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toAif } from '#lib/domain/argument/exchange/index.ts';
import { lessonOneA, lessonOneKit } from '../../../support/lesson-one.ts';
import { aKit, aWildMap, draw, kitOf, mapOf, moves } from '../arbitraries.ts';

describe('AIF', () => {
	test('joins statements by schemes only, and every edge has its two ends, for any map', () => {
		const isConsistent = ({ nodes, edges }: ReturnType<typeof toAif>): boolean => {
			const types = new Map(nodes.map(({ nodeID, type }) => [nodeID, type]));
			return (
				types.size === nodes.length &&
				new Set(edges.map(({ edgeID }) => edgeID)).size === edges.length &&
				edges.every(({ fromID, toID }) => types.has(fromID) && types.has(toID)) &&
				edges.every(({ fromID, toID }) => types.get(fromID) !== 'I' || types.get(toID) !== 'I')
			);
		};
		fc.assert(
			fc.property(aKit, moves(), aWildMap, (kit, hand, wild) => {
				const map = mapOf(kit, hand);
				const aif = toAif(kit, map);
				expect(isConsistent(aif) && isConsistent(toAif(kitOf(4, 2), wild))).toBe(true);
				const schemes = aif.nodes.filter(({ type }) => type !== 'I');
				expect(schemes).toHaveLength(map.groups.length + map.evidence.length);
				// Each scheme leads somewhere, and something leads to it.
				for (const { nodeID } of schemes) {
					expect(aif.edges.filter(({ fromID }) => fromID === nodeID)).toHaveLength(1);
					expect(aif.edges.some(({ toID }) => toID === nodeID)).toBe(true);
				}
			}),
			{ numRuns: 1000 }
		);
	});

	test('puts an inference objection on the scheme of its step', () => {
		const { nodes, edges } = toAif(kitOf(2), draw('c1 because c0', 'c2 however g1'));
		expect(nodes.map(({ text, type }) => [text, type])).toEqual([
			['c0', 'I'],
			['Default Inference', 'RA'],
			['Default Conflict', 'CA'],
			['c1', 'I'],
			['c2', 'I']
		]);
		expect(edges.map(({ fromID, toID }) => `${fromID}→${toID}`)).toEqual(['4→2', '2→1', '5→3', '3→2']);
	});

	test('has each card of a map once', () => {
		const texts = toAif(lessonOneKit, lessonOneA.map)
			.nodes.filter(({ type }) => type === 'I')
			.map(({ text }) => text);
		expect(new Set(texts).size).toBe(texts.length);
		expect(texts).toHaveLength(15);
	});
});
