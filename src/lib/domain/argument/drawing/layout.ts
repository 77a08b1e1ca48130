import { flextree } from 'd3-flextree';
import { keepAll } from '../keep.ts';
import { flatOutline, type OutlineNode } from '../outline.ts';
import type { GroupId } from '../model.ts';

/** All in units of the drawing (CSS pixels at zoom 1); x and y are of the top left corner. */
interface Place {
	x: number;
	y: number;
	width: number;
	height: number;
}
/** A card where it stands. */
export interface Box extends Place {
	node: OutlineNode;
}
/** What holds the premises of one group together. */
export interface Step extends Place {
	group: GroupId;
	kind: 'reason' | 'objection';
	premises: OutlineNode[];
}
/** A line from what bears to what it bears on: from `x1, y1` at the far end to `x2, y2` at the target. */
export interface Line {
	/** Of the first row that it starts from. */
	id: string;
	kind: 'reason' | 'objection' | 'evidence';
	/** It ends at a step, not at a card. */
	onStep: boolean;
	x1: number;
	y1: number;
	x2: number;
	y2: number;
}
export interface Drawing {
	width: number;
	height: number;
	/** As `layoutOf` gives them in the order of the outline; kept ones keep their places in the list. */
	boxes: Box[];
	steps: Step[];
	lines: Line[];
}

export const metrics = {
	/** Between a card and what bears on it: room for the word on the line. */
	along: 104,
	/** Between neighbours. */
	across: 14,
	/** Between co-premises, and around them. */
	inside: 8,
	margin: 12
} as const;

/** What is drawn as one: a card, or the co-premises of a group. */
interface Block {
	nodes: OutlineNode[];
	height: number;
	width: number;
	/** The node of the parent block that it hangs on; none if it bears on the block's step. */
	on?: string;
	children: Block[];
}

/**
 * Lays an outline out as a tree that grows to the right: what bears on a card stands right of it, co-premises stand
 * in one frame. Cards may differ in size (van der Ploeg 2014, by d3-flextree); nothing overlaps. The same outline
 * always gives the same drawing.
 */
export function layoutOf(
	outline: readonly OutlineNode[],
	sizeOf: (node: OutlineNode) => { width: number; height: number }
): Drawing {
	const root = blocksOf(outline, sizeOf)[0];
	if (!root) return { width: 0, height: 0, boxes: [], steps: [], lines: [] };
	const layout = flextree<Block>({
		nodeSize: ({ data }) => [data.height, data.width + metrics.along],
		spacing: metrics.across
	});
	const tree = layout(layout.hierarchy(root, ({ children }) => children));
	let top = Infinity;
	tree.each(({ data, x }) => {
		top = Math.min(top, x - data.height / 2);
	});

	const drawing: Drawing = { width: 0, height: 0, boxes: [], steps: [], lines: [] };
	const boxes = new Map<string, Box>();
	const frames = new Map<Block, Place>();
	tree.each(({ data, x, y }) => {
		const place = {
			x: y + metrics.margin,
			y: x - data.height / 2 - top + metrics.margin,
			width: data.width,
			height: data.height
		};
		frames.set(data, place);
		drawing.width = Math.max(drawing.width, place.x + place.width + metrics.margin);
		drawing.height = Math.max(drawing.height, place.y + place.height + metrics.margin);
		const pad = data.nodes.length > 1 ? metrics.inside : 0;
		let at = place.y + pad;
		for (const node of data.nodes) {
			const { height } = sizeOf(node);
			boxes.set(node.id, { node, x: place.x + pad, y: at, width: place.width - 2 * pad, height });
			at += height + metrics.inside;
		}
		const [first] = data.nodes;
		if (first?.group !== undefined)
			drawing.steps.push({ ...place, group: first.group, kind: first.groupKind ?? 'reason', premises: data.nodes });
	});
	const link = (parent: Block): void => {
		const frame = frames.get(parent)!;
		for (const child of parent.children) {
			const from = frames.get(child)!;
			const to = child.on === undefined ? frame : (boxes.get(child.on) ?? frame);
			const [first] = child.nodes;
			drawing.lines.push({
				id: first?.id ?? '',
				kind: first?.kind === 'evidence' ? 'evidence' : (first?.groupKind ?? 'reason'),
				onStep: child.on === undefined,
				x1: from.x,
				y1: from.y + from.height / 2,
				x2: to.x + to.width,
				// A step is met at its lower corner, where no card is.
				y2: child.on === undefined ? frame.y + frame.height : to.y + to.height / 2
			});
			link(child);
		}
	};
	link(root);
	// As in the outline: the order in which a drawing is read.
	drawing.boxes = flatOutline(outline).flatMap(({ id }) => boxes.get(id) ?? []);
	return drawing;
}

/** The drawing with each box, step and line kept that is where it was, and in its place in the list (keep.ts). */
export const keepDrawing = (before: Drawing | undefined, now: Drawing): Drawing => ({
	...now,
	boxes: keepAll(before?.boxes ?? [], now.boxes, ({ node }) => node.id),
	steps: keepAll(before?.steps ?? [], now.steps, ({ group }) => group),
	lines: keepAll(before?.lines ?? [], now.lines, ({ id }) => id)
});

function blocksOf(
	nodes: readonly OutlineNode[],
	sizeOf: (node: OutlineNode) => { width: number; height: number },
	on?: string
): Block[] {
	const blocks: Block[] = [];
	for (const node of nodes) {
		const last = blocks.at(-1);
		if (node.group !== undefined && last?.nodes[0]?.group === node.group) last.nodes.push(node);
		else
			blocks.push({
				nodes: [node],
				height: 0,
				width: 0,
				children: [],
				...(on !== undefined && !node.onGroup && { on })
			});
	}
	for (const block of blocks) {
		const sizes = block.nodes.map(sizeOf);
		const pad = sizes.length > 1 ? 2 * metrics.inside : 0;
		block.height = sizes.reduce((sum, { height }) => sum + height, (sizes.length - 1) * metrics.inside + pad);
		block.width = Math.max(...sizes.map(({ width }) => width)) + pad;
		block.children = block.nodes.flatMap((node) => blocksOf(node.children, sizeOf, node.id));
	}
	return blocks;
}
