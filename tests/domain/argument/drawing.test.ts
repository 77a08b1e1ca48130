import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flatOutline, keepRows, outlineOf } from '#lib/domain/argument/index.ts';
import { facesOf } from '#lib/domain/argument/drawing/card-size.ts';
import { keepDrawing, layoutOf } from '#lib/domain/argument/drawing/layout.ts';
import { textWidth, wrapText } from '#lib/domain/argument/drawing/wrap.ts';
import { lessonOneA, lessonOneKit } from '../../support/lesson-one.ts';
import { aKit, aWildMap, draw, kitOf, mapOf, moves } from './arbitraries.ts';

const runs = { numRuns: 1000 };
type Place = { x: number; y: number; width: number; height: number };
const touch = (a: Place, b: Place): boolean =>
	a.x < b.x + b.width - 1e-6 &&
	b.x < a.x + a.width - 1e-6 &&
	a.y < b.y + b.height - 1e-6 &&
	b.y < a.y + a.height - 1e-6;

describe('a drawing', () => {
	test('has a box for every row, in the order of the outline, and none overlap', () => {
		fc.assert(
			fc.property(aKit, moves(), fc.array(fc.integer({ min: 20, max: 200 }), { minLength: 5 }), (kit, hand, sizes) => {
				const outline = outlineOf(kit, mapOf(kit, hand));
				const ids = flatOutline(outline).map(({ id }) => id);
				const sizeOf = ({ id }: { id: string }) => ({ width: 200, height: sizes[ids.indexOf(id) % sizes.length]! });
				const { boxes, width, height } = layoutOf(outline, sizeOf);
				expect(boxes.map(({ node }) => node.id)).toEqual(ids);
				boxes.forEach((box, at) => {
					expect(box.height).toBe(sizeOf(box.node).height);
					expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height).toBe(true);
					expect(boxes.slice(at + 1).some((other) => touch(box, other))).toBe(false);
				});
			}),
			runs
		);
	});

	test('puts what bears on a card to its right, with a line from each', () => {
		fc.assert(
			fc.property(aKit, moves(), (kit, hand) => {
				const outline = outlineOf(kit, mapOf(kit, hand));
				const { boxes, lines } = layoutOf(outline, facesOf(kit));
				const boxOf = new Map(boxes.map((box) => [box.node.id, box]));
				const isRight = boxes.every(({ node, x, width }) =>
					node.children.every((child) => boxOf.get(child.id)!.x > x + width)
				);
				expect(isRight && lines.every(({ x1, x2 }) => x1 > x2)).toBe(true);
			}),
			runs
		);
	});

	test('holds co-premises in one frame, and leads an inference objection to the frame', () => {
		const kit = kitOf(3);
		const { boxes, steps, lines } = layoutOf(outlineOf(kit, draw('c1+c2 because c0', 'c3 however g1')), facesOf(kit));
		expect(steps.map(({ group, premises }) => [group, premises.length])).toEqual([
			['g1', 2],
			['g2', 1]
		]);
		const inside = boxes.filter(({ node }) => node.group === 'g1');
		expect(inside.every((box) => touch(box, steps[0]!))).toBe(true);
		expect(lines.map(({ kind, onStep }) => [kind, onStep])).toEqual([
			['reason', false],
			['objection', true]
		]);
		expect(lines[1]!.y2).toBe(steps[0]!.y + steps[0]!.height);
	});

	test('is the same each time, and is drawn for any map', () => {
		const faces = facesOf(lessonOneKit);
		const once = layoutOf(outlineOf(lessonOneKit, lessonOneA.map), faces);
		expect(layoutOf(outlineOf(lessonOneKit, lessonOneA.map), facesOf(lessonOneKit))).toEqual(once);
		fc.assert(
			fc.property(aWildMap, (map) => {
				const kit = kitOf(4, 2);
				expect(layoutOf(outlineOf(kit, map), facesOf(kit)).boxes.length).toBeGreaterThan(0);
			}),
			runs
		);
	});

	test('keeps the boxes and lines that an edit leaves where they are, and says the same as a new one', () => {
		const faces = facesOf(kitOf(4));
		const [one, two] = [
			draw('c1 because c0', 'c2 because c0'),
			draw('c1 because c0', 'c2 because c0', 'c3 however c2')
		];
		const rows = outlineOf(kitOf(4), one);
		const before = layoutOf(rows, faces);
		const now = layoutOf(keepRows(rows, outlineOf(kitOf(4), two)), faces);
		const kept = keepDrawing(before, now);
		expect(kept).toEqual(now);
		const boxOf = (card: string, { boxes }: typeof now) => boxes.find(({ node }) => node.card === card);
		expect(boxOf('c1', kept)).toBe(boxOf('c1', before));
		expect(boxOf('c2', kept)).not.toBe(boxOf('c2', before));
		expect(keepDrawing(before, layoutOf(rows, faces)).boxes).toBe(before.boxes);
	});

	test('keeps each box and line its place in the list when rows change their order, and puts new ones last', () => {
		const faces = facesOf(kitOf(4));
		const one = draw('c1 because c0', 'c2 because c0');
		const [added] = draw('c3 because c0').groups;
		const two = { ...one, groups: [{ ...added!, id: 'g3' }, ...one.groups.toReversed()] };
		const before = layoutOf(outlineOf(kitOf(4), one), faces);
		const now = layoutOf(outlineOf(kitOf(4), two), faces);
		const cards = ({ boxes }: typeof now) => boxes.map(({ node }) => node.card);
		expect(cards(now)).toEqual(['c0', 'c3', 'c2', 'c1']);
		const kept = keepDrawing(before, now);
		expect(cards(kept)).toEqual(['c0', 'c1', 'c2', 'c3']);
		expect(kept.lines.map(({ id }) => id)).toEqual(['p:g1/c1', 'p:g2/c2', 'p:g3/c3']);
	});

	test('of nothing is empty', () => {
		expect(layoutOf([], () => ({ width: 1, height: 1 }))).toEqual({
			width: 0,
			height: 0,
			boxes: [],
			steps: [],
			lines: []
		});
	});
});

describe('lines of text', () => {
	test('keep every character but spaces at their ends, and stay within the width', () => {
		const texts = fc.oneof(
			fc.string({ unit: 'grapheme' }),
			fc.lorem({ maxCount: 20 }),
			fc.constantFrom('网络强国，很好。A')
		);
		fc.assert(
			fc.property(texts, fc.integer({ min: 4, max: 30 }), (text, width) => {
				const lines = wrapText(text, width);
				expect(lines.join('').replace(/\s/g, '')).toBe(text.normalize('NFC').replace(/\s/g, ''));
				for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(width + 1e-9);
			}),
			runs
		);
	});

	test('break after spaces and beside Chinese characters, not before a full stop', () => {
		expect(wrapText('one two three', 4.5)).toEqual(['one two', 'three']);
		expect(wrapText('网络强国。', 3)).toEqual(['网络强', '国。']);
		expect(wrapText('', 10)).toEqual(['']);
	});
});
