import type { ParsedTarget } from '../links.ts';
import { formatTarget } from '../links.ts';
import type { CardId } from '../model.ts';
import type { Side, SideLink } from './side.ts';
import type { Why } from './model.ts';

export interface Credit {
	credit: number;
	why: Why;
}

type Sign = 1 | -1;
const sign = (kind: SideLink['kind']): Sign => (kind === 'objection' ? -1 : 1);
const none: Credit = { credit: 0, why: 'none' };

/** What the reference knows about its cards: what holds them, and with which sign they reach the root. */
export interface Paths {
	/** The links of a card as a premise. */
	holders: Map<CardId, SideLink[]>;
	/** The signs with which a target bears on the root; empty if it does not reach it. */
	signs(target: ParsedTarget): Sign[];
}

/** Optional links are part of the reference's paths, although they leave the count. Safe on cyclic maps. */
export function pathsOf(reference: Side, root: CardId): Paths {
	const holders = new Map<CardId, SideLink[]>();
	for (const link of [...reference.links.values(), ...reference.optional.values()])
		if (link.kind !== 'evidence') holders.set(link.card, [...(holders.get(link.card) ?? []), link]);
	const known = new Map<CardId, Sign[]>([[root, [1]]]);
	const signs = (target: ParsedTarget): Sign[] => {
		if (typeof target !== 'string') return signs(target.target).map((s) => (s * sign(target.kind)) as Sign);
		const found = known.get(target);
		if (found) return found;
		known.set(target, []);
		const reached = (holders.get(target) ?? []).flatMap((link) =>
			signs(link.target).map((s) => (s * sign(link.kind)) as Sign)
		);
		known.set(target, [...new Set(reached)]);
		return [...new Set(reached)];
	};
	return { holders, signs };
}

/**
 * What a learner's premise link earns for a link of the reference that it does not equal; 0, 0.25 or 0.5.
 * `instead` (the author's word, up to 1) is added by the caller.
 *
 * - level 0.5: same premise, both objections, one on a group g, the other on a premise of g or on g's target, and
 *   the signs multiplied along both paths to the root agree. Paths are read in the reference, since a learner's
 *   card may stand nowhere yet.
 * - too high 0.25: the target is the parent of the reference's target, and the signs along the path agree.
 * - reversed 0.25: target and premise have changed places under the same sign.
 *
 * Wrong polarity earns 0.
 */
export function creditOf(student: SideLink, reference: SideLink, paths: Paths): Credit {
	if (student.card !== reference.card) {
		const turned = student.card === reference.on && student.on === reference.card;
		return turned && student.kind === reference.kind ? { credit: 0.25, why: 'reversed' } : none;
	}
	if (isLevel(student, reference, paths)) return { credit: 0.5, why: 'level' };
	return isTooHigh(student, reference, paths) ? { credit: 0.25, why: 'too-high' } : none;
}

function isLevel(student: SideLink, reference: SideLink, paths: Paths): boolean {
	if (student.kind !== 'objection' || reference.kind !== 'objection') return false;
	const near = beside(student.target, reference.on) || beside(reference.target, student.on);
	if (!near) return false;
	const expected = paths.signs(reference.target);
	return paths.signs(student.target).some((s) => expected.includes(s));
}

/** Whether `other` is a premise of the group or the group's target. */
function beside(group: ParsedTarget, other: string): boolean {
	if (typeof group === 'string') return false;
	return group.premises.includes(other) || formatTarget(group.target) === other;
}

function isTooHigh(student: SideLink, reference: SideLink, paths: Paths): boolean {
	const through = (kind: SideLink['kind'], parent: string): boolean =>
		parent === student.on && sign(student.kind) === sign(reference.kind) * sign(kind);
	const { target } = reference;
	if (typeof target !== 'string') return through(target.kind, formatTarget(target.target));
	return (paths.holders.get(target) ?? []).some((holder) => through(holder.kind, holder.on));
}
