import { grain } from '../../fraction.ts';
import type { ArgumentMap, Band, Card, Kit, LinkKey, Reference } from '../model.ts';
import { agreement } from './agreement.ts';
import { creditOf, pathsOf } from './credit.ts';
import type { Credit } from './credit.ts';
import { coPremises, depth, frameShares } from './facets.ts';
import { matchLinks } from './match.ts';
import type { Match } from './match.ts';
import type { LinkCredit, MapScore } from './model.ts';
import { renameLink, sidesOf } from './side.ts';
import type { Rename, Side, SideLink } from './side.ts';

/** Reasoned, not validated with human raters; the page that explains the score says so. */
export const weights = { L: 0.5, G: 0.15, E: 0.2, P: 0.15 } as const;
const bandsFrom: readonly (readonly [number, Band])[] = [
	[0.85, 'strong'],
	[0.6, 'sound'],
	[0.4, 'developing']
];

/**
 * T = 0.50·L + 0.15·G·L + 0.20·E + 0.15·P·√L against the reference for which the whole T is greatest (the first of
 * several), never facet by facet. Weights of absent facets are handed on in proportion. All shares 0…1, unrounded.
 * Works on any map, also on cyclic ones and ones with cards that the kit does not have. Refuses (throws) an empty
 * list of references. The formulas are those of the design's *Score*: kappa for links and evidence (Cohen 1960).
 */
export function scoreMap(kit: Kit, references: readonly Reference[], map: ArgumentMap): MapScore {
	const [first, ...others] = references.map((reference) => scoreAgainst(kit, reference, map));
	if (!first) throw new RangeError('A map is scored against at least one reference; found none.');
	return others.reduce((best, score) => (score.total > best.total ? score : best), first);
}

/** The same against one reference. */
export function scoreAgainst(kit: Kit, reference: Reference, map: ArgumentMap): MapScore {
	const { mine, theirs, rename } = sidesOf(reference, map);
	const root = rename(kit.root.id);
	const cards = classesOf(kit, rename);

	const instead = insteadOf(reference, rename);
	const paths = pathsOf(theirs, root);
	const linkMatches = matchLinks(mine.links, theirs.links, (a, b) => better(instead(a, b), creditOf(a, b, paths)));
	const evidenceMatches = matchLinks(mine.evidence, theirs.evidence, instead);
	const matches = [...linkMatches, ...evidenceMatches];

	const { claims } = cards;
	const links = agreement(earned(linkMatches), mine.links.size, theirs.links.size, 2 * claims * (claims - 1));
	const evidence =
		theirs.evidence.size === 0
			? null
			: agreement(earned(evidenceMatches), mine.evidence.size, theirs.evidence.size, cards.evidence * claims);
	const frames = frameShares(mine, theirs, (card) => cards.byName.get(card)?.frame);

	const L = links.value;
	const G = coPremises(mine, theirs);
	const E = evidence?.value ?? null;
	const P = frames.length === 0 ? null : Math.min(...frames.map(({ value }) => value));
	const D = depth(mine, theirs, root);
	const shares = shareOut(G !== null, E !== null, P !== null);
	const total = Math.min(
		1,
		(weights.L * L + weights.G * (G ?? 0) * L + weights.E * (E ?? 0) + weights.P * (P ?? 0) * Math.sqrt(L)) / shares.sum
	);
	const { band, capped } = bandOf(
		total,
		frames.some(({ exact }) => exact === 0),
		D !== null && D < 0.5
	);

	const credits = creditsOf(mine, theirs, matches);
	const matched = new Set(matches.map((match) => match.reference));
	const missing = [...theirs.links.values(), ...theirs.evidence.values()].filter(({ key }) => !matched.has(key));
	return {
		reference: reference.id,
		L,
		G,
		E,
		P,
		D,
		total,
		band,
		...(capped && { capped }),
		weights: shares.weights,
		links,
		evidence,
		frames,
		credits,
		missing: missing.map(({ own, key }) => own[0] ?? key),
		extra: credits.filter(({ why }) => why === 'none' || why === 'polarity').map(({ link }) => link)
	};
}

const earned = (matches: readonly Match[]): number => matches.reduce((sum, { credit }) => sum + credit, 0);
const better = (a: Credit, b: Credit): Credit => (b.credit > a.credit ? b : a);

/**
 * Claims with the root, evidence (both as numbers of classes), and the card that stands for each class. The design's
 * n counts the root, and `claims` in E's N is taken for the same n: a learner may put evidence on the contention.
 */
function classesOf(kit: Kit, rename: Rename): { claims: number; evidence: number; byName: Map<string, Card> } {
	const byName = new Map<string, Card>();
	const claims = new Set([rename(kit.root.id)]);
	const evidence = new Set<string>();
	for (const card of kit.cards) {
		const name = rename(card.id);
		if (!byName.has(name) || name === card.id) byName.set(name, card);
		(card.role === 'claim' ? claims : evidence).add(name);
	}
	return { claims: claims.size, evidence: evidence.size, byName };
}

function insteadOf(reference: Reference, rename: Rename): (student: SideLink, wanted: SideLink) => Credit {
	const credits = new Map<LinkKey, Map<LinkKey, number>>();
	for (const [wanted, all] of Object.entries(reference.instead))
		credits.set(renameLink(wanted, rename), new Map(all.map(({ link, credit }) => [renameLink(link, rename), credit])));
	return (student, wanted) => {
		const credit = credits.get(wanted.key)?.get(student.key);
		return credit === undefined ? { credit: 0, why: 'none' } : { credit, why: 'instead' };
	};
}

function shareOut(G: boolean, E: boolean, P: boolean): { weights: MapScore['weights']; sum: number } {
	const kept = { L: weights.L, G: G ? weights.G : 0, E: E ? weights.E : 0, P: P ? weights.P : 0 };
	const sum = kept.L + kept.G + kept.E + kept.P;
	return { weights: { L: kept.L / sum, G: kept.G / sum, E: kept.E / sum, P: kept.P / sum }, sum };
}

/** Below .40 beginning, below .60 developing, below .85 sound, else strong; both caps hold at developing. */
function bandOf(total: number, frameMissing: boolean, flat: boolean): { band: Band; capped?: MapScore['capped'] } {
	const band = bandsFrom.find(([from]) => total >= from - grain)?.[1] ?? 'beginning';
	if ((!frameMissing && !flat) || band === 'beginning' || band === 'developing') return { band };
	return { band: 'developing', capped: frameMissing ? 'missing-frame' : 'flat' };
}

function creditsOf(mine: Side, theirs: Side, matches: readonly Match[]): LinkCredit[] {
	const byKey = new Map(matches.map((match) => [match.student, match]));
	const nameOf = (key: LinkKey): LinkKey => (theirs.links.get(key) ?? theirs.evidence.get(key))?.own[0] ?? key;
	const credit = (link: SideLink): Omit<LinkCredit, 'link'> => {
		const match = byKey.get(link.key);
		if (match) return { matched: nameOf(match.reference), credit: match.credit, why: match.why };
		const turned = link.kind === 'reason' ? 'objection' : 'reason';
		const other = link.kind === 'evidence' ? undefined : theirs.links.get(`${link.card}|${turned}|${link.on}`);
		return other ? { matched: nameOf(other.key), credit: 0, why: 'polarity' } : { credit: 0, why: 'none' };
	};
	return [
		...[...mine.links.values(), ...mine.evidence.values()].flatMap((link) =>
			link.own.map((own) => ({ link: own, ...credit(link) }))
		),
		...[...mine.optional.values()].flatMap(({ own }) =>
			own.map((link): LinkCredit => ({ link, credit: 0, why: 'optional' }))
		)
	];
}
