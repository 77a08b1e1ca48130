import { keep } from './keep.ts';
import { groupsById } from './links.ts';
import type { ArgumentMap, CardId, Group, GroupId, Kit } from './model.ts';

/** One row of the ARIA tree. Groups are no rows of their own: their premises are, one after the other. */
export interface OutlineNode {
	/** Unique in the tree and stable while the card stays in its group. */
	id: string;
	kind: 'contention' | 'premise' | 'evidence';
	card: CardId;
	/** aria-level, from 1. */
	level: number;
	/** aria-posinset, from 1. */
	position: number;
	/** aria-setsize. */
	setSize: number;
	/** The group that holds the premise. */
	group?: GroupId;
	groupKind?: Group['kind'];
	/** Present on premises of an inference objection (or of a reason for a step): the group that they bear on. */
	onGroup?: GroupId;
	/** The claim that evidence is for. */
	claim?: CardId;
	/** The other premises of the group, in its order. */
	coPremises: CardId[];
	/** A further premise of the reason (or objection) of the row above: they work only together. */
	joined?: true;
	/** The card stands further up as well, where its branch is. */
	repeat?: true;
	/** What the learner wrote about the card. */
	notes: string[];
	children: OutlineNode[];
}

type Draft = Omit<OutlineNode, 'level' | 'position' | 'setSize' | 'repeat' | 'notes' | 'children'>;

/**
 * The tree as it is read and as it stands in the DOM: below a card its evidence and then its groups in the order
 * of the map; what bears on a step stands below the step's last premise, after what bears on that card alone. A
 * list with the contention as its only member. Deterministic and total: a card that stands twice is unfolded where
 * it comes first, and so is a cycle; what does not hang on the contention is not shown. A card that the kit does
 * not have is left to the caller.
 */
export function outlineOf(kit: Kit, map: ArgumentMap): OutlineNode[] {
	const groups = [...groupsById(map).values()];
	const unfolded = new Set<CardId>();
	const shown = new Set<GroupId>();
	const pairs = new Set<string>();
	const place = (drafts: [Draft, () => OutlineNode[]][], level: number): OutlineNode[] =>
		drafts.map(([draft, children], at) => ({
			...draft,
			level,
			position: at + 1,
			setSize: drafts.length,
			...(draft.kind === 'premise' && unfolded.has(draft.card) && { repeat: true }),
			notes: map.notes.flatMap(({ at: on, text }) => (on === draft.card ? [text] : [])),
			children: children()
		}));

	const premises = (on: Group[], level: number): [Draft, () => OutlineNode[]][] =>
		on.flatMap((group) => {
			shown.add(group.id);
			const cards = [...new Set(group.premises)];
			return cards.map((card, at): [Draft, () => OutlineNode[]] => {
				const draft: Draft = {
					id: `p:${group.id}/${card}`,
					kind: 'premise',
					card,
					group: group.id,
					groupKind: group.kind,
					...('group' in group.target && { onGroup: group.target.group }),
					coPremises: cards.filter((other) => other !== card),
					...(at > 0 && { joined: true })
				};
				return [draft, () => below(card, level + 1, at === cards.length - 1 ? group.id : undefined)];
			});
		});

	const below = (card: CardId, level: number, step?: GroupId): OutlineNode[] => {
		const first = !unfolded.has(card);
		unfolded.add(card);
		const evidence = map.evidence.filter((pair) => {
			const id = `e:${pair.claim}/${pair.evidence}`;
			return first && pair.claim === card && !pairs.has(id) && pairs.add(id);
		});
		const on = groups.filter(
			({ id, target }) => !shown.has(id) && ('card' in target ? first && target.card === card : target.group === step)
		);
		const steps = [...on.filter(({ target }) => 'card' in target), ...on.filter(({ target }) => 'group' in target)];
		const rows = evidence.map((pair): [Draft, () => OutlineNode[]] => [
			{ id: `e:${card}/${pair.evidence}`, kind: 'evidence', card: pair.evidence, claim: card, coPremises: [] },
			() => []
		]);
		return place([...rows, ...premises(steps, level)], level);
	};

	const root: Draft = { id: `c:${kit.root.id}`, kind: 'contention', card: kit.root.id, coPremises: [] };
	return place([[root, () => below(kit.root.id, 2)]], 1);
}

/** The outline with each row kept that is what it was before, with all below it (keep.ts). Both are left as they are. */
export function keepRows(before: readonly OutlineNode[], now: readonly OutlineNode[]): OutlineNode[] {
	const old = new Map(flatOutline(before).map((row) => [row.id, row]));
	const rows = (nodes: readonly OutlineNode[]): OutlineNode[] =>
		nodes.map((node) => keep(old.get(node.id), { ...node, children: rows(node.children) }));
	return rows(now);
}

/** All nodes in document order: the order of the arrow keys. */
export const flatOutline = (nodes: readonly OutlineNode[]): OutlineNode[] =>
	nodes.flatMap((node) => [node, ...flatOutline(node.children)]);
