import { parseLink } from '../links.ts';
import type { ParsedTarget } from '../links.ts';
import type { ArgumentMap, CardId, FeedbackCode, Group, Kit, LinkKey, Reference } from '../model.ts';
import type { LinkCredit, MapScore } from '../score/model.ts';
import { renameLink, sidesOf } from '../score/side.ts';
import type { Side, SideLink } from '../score/side.ts';
import { cardsOf, cardsOn } from './finding.ts';
import type { Finding } from './finding.ts';
import { groupFindings } from './groups.ts';
import { lossesOf } from './losses.ts';

/**
 * Every reason why the map is not the reference, in no order that matters: each link without full credit, each
 * missing link, each group that differs, and what caps the band. Empty only if the total is 1.
 */
export function diagnose(kit: Kit, reference: Reference, map: ArgumentMap, score: MapScore): Finding[] {
	const { mine, theirs, rename } = sidesOf(reference, map);
	const losses = lossesOf(score);
	const groups = groupFindings(mine, theirs, losses.premise);
	/** A link onto a group that has to be mended is lost with the group; it goes by the group's code. */
	const mends = (on: SideLink | undefined): Finding | undefined =>
		groups.find(({ wanted }) => wanted === on?.on)?.finding;

	const credited = score.credits.flatMap((credit): Finding[] => {
		const code = codeOf(kit, credit);
		if (!code) return [];
		const isEvidence = parseLink(credit.link)?.kind === 'evidence';
		const { matched } = credit;
		const mended = matched === undefined ? mends(meant(mine, theirs, renameLink(credit.link, rename))) : undefined;
		if (mended) {
			mended.links.push(credit.link);
			mended.loss += losses.extra(isEvidence);
			return [];
		}
		const loss = matched === undefined ? losses.extra(isEvidence) : losses.partial(isEvidence, credit.credit);
		const about = { code, loss, links: [credit.link], cards: cardsOf(credit.link) };
		return [matched === undefined ? about : { ...about, expected: matched }];
	});

	const turned = new Set(score.credits.filter(({ why }) => why === 'polarity').map(({ matched }) => matched));
	const placed = new Set([kit.root.id, ...map.groups.flatMap(({ premises }) => premises)]);
	const missing = score.missing
		.filter((key) => !turned.has(key))
		.flatMap((key): Finding[] => {
			const link = parseLink(key);
			if (!link) return [];
			const isEvidence = link.kind === 'evidence';
			const wanted = theirs.links.get(renameLink(key, rename));
			const mended = mends(wanted);
			if (mended) {
				mended.loss += losses.missing(isEvidence);
				return [];
			}
			const code = isEvidence ? 'UNSOURCED' : isRebuttal(theirs, wanted) ? 'MISSING_REBUTTAL' : 'MISSING_LINK';
			const cards = nearest(reference.map, link.target, placed, kit.root.id);
			// What would bear on something that is missing as well comes after that.
			const isNext = cardsOn(link.target).every((card) => placed.has(card));
			const loss = losses.missing(isEvidence) * (isNext ? 1 : 0.5);
			return [{ code, loss, links: [], cards, expected: key }];
		});
	return [...credited, ...missing, ...groups.map(({ finding }) => finding), ...wholeFindings(kit, score)];
}

function codeOf(kit: Kit, { link, credit, why }: LinkCredit): FeedbackCode | undefined {
	if (why === 'exact' || why === 'optional') return undefined;
	if (why === 'polarity') return 'WRONG_POLARITY';
	if (why === 'reversed') return 'REVERSED';
	if (why === 'too-high') return 'TOO_HIGH';
	const parsed = parseLink(link);
	// An accepted other place: even at full credit it costs a little of G, since it is not in the reference's group.
	if (why === 'level' || why === 'instead') return parsed?.kind === 'evidence' && credit === 1 ? undefined : 'LEVEL';
	const card = kit.cards.find(({ id }) => id === parsed?.card);
	if (card?.distractor !== undefined) return 'DISTRACTOR';
	return parsed?.kind === 'evidence' ? 'EVIDENCE_MISFIT' : 'OVERLINKED';
}

/** The reference's link that a learner's link would be if the group it bears on had the right premises. */
function meant(mine: Side, theirs: Side, key: LinkKey): SideLink | undefined {
	const link = mine.links.get(key);
	if (!link || typeof link.target === 'string') return undefined;
	const { kind, premises } = link.target;
	return [...theirs.links.values()].find(
		({ card, kind: its, target }) =>
			card === link.card &&
			its === link.kind &&
			typeof target !== 'string' &&
			target.kind === kind &&
			target.premises.some((premise) => premises.includes(premise))
	);
}

/** An objection to an objection, to its card or to its step. */
function isRebuttal(theirs: Side, link: SideLink | undefined): boolean {
	if (link?.kind !== 'objection') return false;
	if (typeof link.target !== 'string') return link.target.kind === 'objection';
	return [...theirs.links.values()].some(({ card, kind }) => card === link.on && kind === 'objection');
}

/** Where to look for what is missing: its target, or what that bears on, as far down as the learner's map goes. */
function nearest(reference: ArgumentMap, target: ParsedTarget, placed: ReadonlySet<CardId>, root: CardId): CardId[] {
	const here = cardsOn(target).filter((card) => placed.has(card));
	if (here.length > 0) return here;
	let cards = cardsOn(target);
	for (let steps = 0; steps < reference.groups.length; steps++) {
		const holder = reference.groups.find(({ premises }) => premises.some((card) => cards.includes(card)));
		if (!holder) break;
		cards = targetCards(reference, holder);
		const found = cards.filter((card) => placed.has(card));
		if (found.length > 0) return found;
	}
	return [root];
}

function targetCards(map: ArgumentMap, { target }: Group): CardId[] {
	if ('card' in target) return [target.card];
	return map.groups.find(({ id }) => id === target.group)?.premises ?? [];
}

/** What the map as a whole lacks; the caps of the band come first. An empty map is only empty. */
function wholeFindings(kit: Kit, score: MapScore): Finding[] {
	if (score.links.student === 0) return [];
	const cap = (is: MapScore['capped']): number => (score.capped === is ? 0.1 : 0);
	const cards = [kit.root.id];
	const findings = score.frames
		.filter(({ exact }) => exact === 0)
		.map(({ frame }): Finding => {
			const loss = score.weights.P * Math.sqrt(score.L) + cap('missing-frame');
			return { code: 'ONE_SIDED', frame, links: [], cards, loss };
		});
	if (score.D === null || score.D >= 0.5) return findings;
	return [...findings, { code: 'FLAT', links: [], cards, loss: 0.1 * (1 - score.D) + cap('flat') }];
}
