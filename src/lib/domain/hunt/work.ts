import type { DiscrepancyId, Slip } from '../lesson/model.ts';

/** How well a hunter says that the slip was found: missed, in part, found. */
export const verdicts = [0, 1, 2] as const;
export type Verdict = (typeof verdicts)[number];

/** What a hunter has said about one sentence. */
export interface HuntCard {
	slip: Slip | null;
	/** What is wrong, and how one would know. */
	wrong: string;
	/** Whether it matters. */
	matters: string;
	/** The record was opened: what was said before is fixed. */
	opened: boolean;
	verdict: Verdict | null;
}

export interface HuntWork {
	cards: Record<DiscrepancyId, HuntCard>;
	/** The card in hand; null for an empty deck. */
	current: DiscrepancyId | null;
}

export const blankCard: HuntCard = { slip: null, wrong: '', matters: '', opened: false, verdict: null };
export const emptyHunt: HuntWork = { cards: {}, current: null };

export const cardIn = ({ cards }: Pick<HuntWork, 'cards'>, id: DiscrepancyId | null): HuntCard =>
	id !== null && Object.hasOwn(cards, id) ? (cards[id] ?? blankCard) : blankCard;

export const isJudged = (work: Pick<HuntWork, 'cards'>, id: DiscrepancyId): boolean =>
	cardIn(work, id).verdict !== null;

/** The next card of the deck that is not judged, after `from` and round to it again; null when all are. */
export function nextOpen(
	deck: readonly DiscrepancyId[],
	work: Pick<HuntWork, 'cards'>,
	from: DiscrepancyId | null
): DiscrepancyId | null {
	const at = from === null ? -1 : deck.indexOf(from);
	const round = [...deck.slice(at + 1), ...deck.slice(0, at + 1)];
	return round.find((id) => !isJudged(work, id)) ?? null;
}

/** Stored work for a deck that may have changed: the card in hand is one of the deck's. Nothing that was said is lost. */
export function fitHunt(deck: readonly DiscrepancyId[], work: HuntWork): HuntWork {
	if (work.current !== null && deck.includes(work.current)) return work;
	return { ...work, current: nextOpen(deck, work, null) ?? deck[0] ?? null };
}

export interface HuntScore {
	judged: number;
	/** Cards in the deck. */
	of: number;
	/** Judged cards that count: those whose record was verified. */
	counted: number;
	/** Points that the hunter gave, at most two for each card that counts. */
	points: number;
	possible: number;
	/** Cards whose kind of slip was named as the record has it, among those that count. */
	kinds: number;
}

/**
 * The honest self-rating over the deck; `key` gives the kind of slip of each card that counts. A card that it lacks, as
 * one whose record is from memory, can be judged and earns nothing.
 */
export function scoreHunt(
	deck: readonly DiscrepancyId[],
	work: HuntWork,
	key: Readonly<Record<DiscrepancyId, Slip>>
): HuntScore {
	const judged = deck.filter((id) => isJudged(work, id));
	const counted = judged.filter((id) => Object.hasOwn(key, id));
	return {
		judged: judged.length,
		of: deck.length,
		counted: counted.length,
		points: counted.reduce((sum, id) => sum + (cardIn(work, id).verdict ?? 0), 0),
		possible: 2 * counted.length,
		kinds: counted.filter((id) => cardIn(work, id).slip === key[id]).length
	};
}
