import * as v from 'valibot';
import { isPlaced, upFrom } from './graph.ts';
import { cardKey, targetKeys } from './links.ts';
import type { ArgumentMap, Kit } from './model.ts';
import { maxNotes, maxText } from './notes.ts';

/** Imports above these are refused, so that scoring and layout stay quick. */
export const maxCards = 200;
export const maxLinks = 400;

export type MapProblemCode =
	| 'shape'
	| 'too-many-links'
	| 'too-many-cards'
	| 'too-many-notes'
	| 'duplicate-id'
	| 'same-premise-twice'
	| 'self-link'
	| 'cycle'
	| 'both-signs'
	| 'duplicate-link'
	| 'not-there'
	| 'unknown-card'
	| 'evidence-not-premise'
	| 'evidence-not-target'
	| 'claim-not-evidence'
	| 'already-used'
	| 'other-root';

export interface MapProblem {
	code: MapProblemCode;
	/** As in `groups.3.premises.0`; empty for the map as a whole. */
	path: string;
	/** What was found, and for `shape` what was expected; short, for a message. */
	found: string;
	expected?: string;
}

/** Letters and digits of any script first: `__proto__` is no id, nor is anything that would break a link key. */
const Id = v.pipe(v.string(), v.maxLength(64), v.regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*$/u), v.transform(cardKey));
const Text = v.pipe(v.string(), v.maxLength(maxText));
const TargetSchema = v.union([v.strictObject({ card: Id }), v.strictObject({ group: Id })]);
const GroupSchema = v.object({
	id: Id,
	kind: v.picklist(['reason', 'objection']),
	premises: v.pipe(v.array(Id), v.minLength(1)),
	target: TargetSchema
});
const MapSchema = v.object({
	root: Id,
	groups: v.array(GroupSchema),
	evidence: v.array(v.object({ evidence: Id, claim: Id })),
	notes: v.array(v.object({ id: Id, text: Text, at: v.exactOptional(Id) }))
});

/**
 * A map from outside (a file, a link, an old snapshot), checked and copied: unknown properties are left behind, ids
 * are put in NFC. Every problem is told with a code and a path (at most 20 of them). Sizes are looked at before
 * anything else. With a kit the cards must be its own, in their roles, and the contention its root.
 */
export function parseMap(input: unknown, kit?: Kit): { map: ArgumentMap } | { problems: MapProblem[] } {
	const large = tooLarge(input);
	if (large.length > 0) return { problems: large };
	const parsed = v.safeParse(MapSchema, input);
	if (!parsed.success) return { problems: parsed.issues.slice(0, 20).map(shapeProblem) };
	const map: ArgumentMap = parsed.output;
	const problems = [...tooManyCards(map), ...twice(map), ...linkProblems(map), ...(kit ? kitProblems(kit, map) : [])];
	return problems.length > 0 ? { problems: problems.slice(0, 20) } : { map };
}

function shapeProblem(issue: v.BaseIssue<unknown>): MapProblem {
	const keys: unknown[] = (issue.path ?? []).map((item) => item.key);
	return {
		code: 'shape',
		path: keys.join('.'),
		found: issue.received.slice(0, 80),
		expected: issue.expected ?? 'another value'
	};
}

function listAt(of: object, key: string): unknown[] {
	const value: unknown = Object.hasOwn(of, key) ? Reflect.get(of, key) : undefined;
	return Array.isArray(value) ? value : [];
}

/** Counts without reading what is counted. */
function tooLarge(input: unknown): MapProblem[] {
	if (typeof input !== 'object' || input === null) return [];
	const groups = listAt(input, 'groups');
	const evidence = listAt(input, 'evidence').length;
	const notes = listAt(input, 'notes').length;
	let links = evidence + groups.length;
	// A group holds at least one link, so more groups than links need not be opened.
	if (links <= maxLinks)
		links =
			evidence +
			groups.reduce<number>(
				(sum, group) => sum + (typeof group === 'object' && group !== null ? listAt(group, 'premises').length : 0),
				0
			);
	const problems: MapProblem[] = [];
	if (links > maxLinks)
		problems.push({ code: 'too-many-links', path: 'groups', found: String(links), expected: String(maxLinks) });
	if (notes > maxNotes)
		problems.push({ code: 'too-many-notes', path: 'notes', found: String(notes), expected: String(maxNotes) });
	return problems;
}

function tooManyCards(map: ArgumentMap): MapProblem[] {
	const cards = new Set([map.root, ...map.groups.flatMap(({ premises }) => premises)]);
	for (const { evidence, claim } of map.evidence) cards.add(evidence).add(claim);
	if (cards.size <= maxCards) return [];
	return [{ code: 'too-many-cards', path: '', found: String(cards.size), expected: String(maxCards) }];
}

function twice(map: ArgumentMap): MapProblem[] {
	const problems: MapProblem[] = [];
	const look = (ids: string[], code: MapProblemCode, path: (at: number) => string): void =>
		ids.forEach((id, at) => {
			if (ids.indexOf(id) < at) problems.push({ code, path: path(at), found: id });
		});
	look(
		map.groups.map(({ id }) => id),
		'duplicate-id',
		(at) => `groups.${at}.id`
	);
	look(
		map.notes.map(({ id }) => id),
		'duplicate-id',
		(at) => `notes.${at}.id`
	);
	const pairs = map.evidence.map(({ evidence, claim }) => `${evidence} → ${claim}`);
	look(pairs, 'duplicate-link', (at) => `evidence.${at}`);
	map.groups.forEach(({ premises }, group) =>
		look(premises, 'same-premise-twice', (at) => `groups.${group}.premises.${at}`)
	);
	return problems;
}

function linkProblems(map: ArgumentMap): MapProblem[] {
	const problems: MapProblem[] = [];
	const keyOf = targetKeys(map);
	const said = new Map<string, { kind: string; group: number }>();
	map.groups.forEach((group, at) => {
		const path = `groups.${at}`;
		const up = upFrom(map, group.target);
		if (!isPlaced(map, group.target))
			problems.push({ code: 'not-there', path: `${path}.target`, found: nameOf(group.target) });
		if ('group' in group.target && group.target.group === group.id)
			problems.push({ code: 'self-link', path: `${path}.target`, found: group.id });
		else if (up.groups.has(group.id) && !('card' in group.target && group.premises.includes(group.target.card)))
			problems.push({ code: 'cycle', path, found: group.id });
		const on = keyOf(group.target);
		group.premises.forEach((card, place) => {
			const where = `${path}.premises.${place}`;
			if (card === on) problems.push({ code: 'self-link', path: where, found: card });
			else if (card === map.root) problems.push({ code: 'cycle', path: where, found: card });
			const other = said.get(`${card}|${on}`);
			if (other && other.group !== at)
				problems.push({ code: other.kind === group.kind ? 'duplicate-link' : 'both-signs', path: where, found: card });
			else said.set(`${card}|${on}`, { kind: group.kind, group: at });
		});
	});
	map.evidence.forEach(({ evidence, claim }, at) => {
		if (evidence === claim) problems.push({ code: 'self-link', path: `evidence.${at}`, found: evidence });
		if (!isPlaced(map, { card: claim }))
			problems.push({ code: 'not-there', path: `evidence.${at}.claim`, found: claim });
		if (isPlaced(map, { card: evidence }))
			problems.push({ code: 'evidence-not-premise', path: `evidence.${at}.evidence`, found: evidence });
	});
	return problems;
}

const nameOf = (target: ArgumentMap['groups'][number]['target']): string =>
	'card' in target ? target.card : target.group;

function kitProblems(kit: Kit, map: ArgumentMap): MapProblem[] {
	const roles = new Map(kit.cards.map(({ id, role }) => [cardKey(id), role]));
	const problems: MapProblem[] = usedTooOften(kit, map);
	const check = (card: string, role: 'claim' | 'evidence', code: MapProblemCode, path: string): void => {
		const found = roles.get(card);
		if (found === undefined && card !== map.root) problems.push({ code: 'unknown-card', path, found: card });
		else if ((found ?? 'claim') !== role) problems.push({ code, path, found: card });
	};
	if (map.root !== cardKey(kit.root.id))
		problems.push({ code: 'other-root', path: 'root', found: map.root, expected: kit.root.id });
	map.groups.forEach(({ premises, target }, at) => {
		premises.forEach((card, place) => check(card, 'claim', 'evidence-not-premise', `groups.${at}.premises.${place}`));
		if ('card' in target) check(target.card, 'claim', 'evidence-not-target', `groups.${at}.target`);
	});
	map.evidence.forEach(({ evidence, claim }, at) => {
		check(evidence, 'evidence', 'claim-not-evidence', `evidence.${at}.evidence`);
		check(claim, 'claim', 'evidence-not-target', `evidence.${at}.claim`);
	});
	return problems;
}

function usedTooOften(kit: Kit, map: ArgumentMap): MapProblem[] {
	const uses = new Map<string, number>();
	for (const card of [...map.groups.flatMap(({ premises }) => premises), ...map.evidence.map((pair) => pair.evidence)])
		uses.set(card, (uses.get(card) ?? 0) + 1);
	return kit.cards.flatMap(({ id, maxUses = 1 }): MapProblem[] => {
		const found = uses.get(cardKey(id)) ?? 0;
		return found > maxUses
			? [{ code: 'already-used', path: '', found: `${id} × ${found}`, expected: String(maxUses) }]
			: [];
	});
}
