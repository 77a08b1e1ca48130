import { groupsById } from '../links.ts';
import type { ArgumentMap, CardId, GroupId, Kit } from '../model.ts';
import { textsOf } from './text.ts';

/** `I` is a statement; `RA` an inference, `CA` a conflict: the ways in which statements meet. */
export interface AifNode {
	nodeID: string;
	text: string;
	type: 'I' | 'RA' | 'CA';
	scheme?: string;
}
export interface AifEdge {
	edgeID: string;
	fromID: string;
	toID: string;
}
export interface Aif {
	nodes: AifNode[];
	edges: AifEdge[];
	locutions: [];
}

/**
 * The map in the Argument Interchange Format (Chesñevar et al. 2006), as AIFdb reads it: I-nodes meet only through
 * S-nodes. An inference objection is a CA-node on the S-node of its step. Numbers are given in the order of the map,
 * so equal maps give equal files. Cards that are not in the map are left out, and so are targets that it lacks.
 */
export function toAif(kit: Kit, map: ArgumentMap): Aif {
	const textOf = textsOf(kit);
	const nodes: AifNode[] = [];
	const edges: AifEdge[] = [];
	const node = (text: string, type: AifNode['type'], scheme?: string): string => {
		const nodeID = String(nodes.length + 1);
		nodes.push({ nodeID, text, type, ...(scheme && { scheme }) });
		return nodeID;
	};
	const edge = (fromID: string, toID: string): void => {
		edges.push({ edgeID: String(edges.length + 1), fromID, toID });
	};
	const cards = new Map<CardId, string>();
	const ofCard = (card: CardId): string => {
		const found = cards.get(card) ?? node(textOf(card), 'I');
		cards.set(card, found);
		return found;
	};
	ofCard(map.root);
	const groups = groupsById(map);
	const ofGroup = new Map<GroupId, string>();
	for (const [id, { kind }] of groups)
		ofGroup.set(id, kind === 'reason' ? node('Default Inference', 'RA') : node('Default Conflict', 'CA'));
	for (const [id, { premises, target }] of groups) {
		const step = ofGroup.get(id)!;
		for (const card of new Set(premises)) edge(ofCard(card), step);
		const to = 'card' in target ? ofCard(target.card) : ofGroup.get(target.group);
		if (to !== undefined) edge(step, to);
	}
	for (const pair of map.evidence) {
		const step = node('Argument From Evidence', 'RA', 'Evidence');
		edge(ofCard(pair.evidence), step);
		edge(step, ofCard(pair.claim));
	}
	return { nodes, edges, locutions: [] };
}
