import type { Frame } from '../../frame.ts';
import { parseLink } from '../links.ts';
import type { ParsedTarget } from '../links.ts';
import type { CardId, FeedbackCode, LinkKey } from '../model.ts';

/** One reason why points were lost. */
export interface Finding {
	code: FeedbackCode;
	/** About how much of the total it costs: only for the order of the messages. */
	loss: number;
	/** The learner's links that it is about, in their own names. */
	links: LinkKey[];
	/** The place in the map. */
	cards: CardId[];
	/** The reference's link, for the contrast. */
	expected?: LinkKey;
	frame?: Frame;
	/** The word that is missing, with `RABBIT`. */
	term?: string;
	/** The author's words. */
	hint?: string;
}

/** The cards of a target: one, or the premises of a group. */
export const cardsOn = (target: ParsedTarget): CardId[] => (typeof target === 'string' ? [target] : target.premises);

/** Premise (or evidence) first, then what it bears on. */
export function cardsOf(key: LinkKey): CardId[] {
	const link = parseLink(key);
	return link ? [link.card, ...cardsOn(link.target)] : [];
}
