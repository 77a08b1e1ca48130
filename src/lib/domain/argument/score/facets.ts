import { requiredFrames } from '../../frame.ts';
import type { Frame } from '../../frame.ts';
import type { CardId, LinkKey } from '../model.ts';
import type { FrameShare } from './model.ts';
import type { Side } from './side.ts';

type Groups = readonly ReadonlySet<CardId>[];

/** Likeness of two groups that share a premise, 0…1; see G. */
export function alike(student: ReadonlySet<CardId>, reference: ReadonlySet<CardId>): number {
	if (reference.size === 1) return 1 / student.size;
	let common = 0;
	for (const card of student) if (reference.has(card)) common++;
	return Math.max(0, (common - 1) / ((student.size + reference.size) / 2 - 1));
}

/**
 * G, co-premises: the mean over the reference's premises of the likeness of the two groups that hold the premise;
 * 0 for a premise that is not exactly linked. 0…1, or null without links. Where one link stands in several groups
 * (only in maps that bypassed the commands) the worst of the best likenesses counts, in both directions: a second,
 * different grouping never pays.
 */
export function coPremises(student: Side, reference: Side): number | null {
	if (reference.links.size === 0) return null;
	let sum = 0;
	for (const key of reference.links.keys()) sum += both(student.groups.get(key), reference.groups.get(key));
	return sum / reference.links.size;
}

function both(student: Groups = [], reference: Groups = []): number {
	if (student.length === 0 || reference.length === 0) return 0;
	const forward = reference.map((r) => Math.max(...student.map((s) => alike(s, r))));
	const back = student.map((s) => Math.max(...reference.map((r) => alike(s, r))));
	return Math.min(...forward, ...back);
}

/**
 * P, both perspectives: for each required frame that has a link in the reference 2·exact / (student + reference),
 * links taken by their premise's frame; evidence pairs do not count, distractors do. P is the least of the values.
 */
export function frameShares(
	student: Side,
	reference: Side,
	frameOf: (card: CardId) => Frame | undefined
): FrameShare[] {
	const of = (side: Side, frame: Frame): LinkKey[] =>
		[...side.links.values()].filter(({ card }) => frameOf(card) === frame).map(({ key }) => key);
	return requiredFrames.flatMap((frame) => {
		const wanted = of(reference, frame);
		const given = of(student, frame);
		const exact = given.filter((key) => reference.links.has(key)).length;
		const value = (2 * exact) / (wanted.length + given.length);
		return wanted.length === 0 ? [] : [{ frame, exact, student: given.length, reference: wanted.length, value }];
	});
}

/** D: the share of the reference's links off the root that the map has exactly, 0…1; null if there are none. */
export function depth(student: Side, reference: Side, root: CardId): number | null {
	const deep = [...reference.links.values()].filter(({ on }) => on !== root);
	return deep.length === 0 ? null : deep.filter(({ key }) => student.links.has(key)).length / deep.length;
}
