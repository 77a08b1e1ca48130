import type { Frame } from '../../frame.ts';
import { byCodePoint } from '../links.ts';
import { feedbackCodes } from '../model.ts';
import type { ArgumentMap, CardId, FeedbackCode, Kit, LinkKey, Reference } from '../model.ts';
import type { MapScore } from '../score/model.ts';
import { diagnose } from './diagnose.ts';
import type { Finding } from './finding.ts';
import { withHints } from './misconceptions.ts';
import { wordFindings } from './words.ts';

/** First attempt: where to look; second: the rule; from the third on: the contrast with the nearest reference. */
export type FeedbackLevel = 'where' | 'rule' | 'contrast';

export interface Feedback {
	code: FeedbackCode;
	/** The place in the map: the premise and what it bears on, or the place where something is missing. */
	cards: CardId[];
	params: {
		/** How many findings have this code. */
		count: number;
		/** The frame that has no voice, with `ONE_SIDED`. */
		frame?: Frame;
		/** The key term that no premise has, with `RABBIT`. */
		term?: string;
		/** The author's hint on a link of the map. */
		hint?: string;
		/** At `contrast` only: the nearest reference and its link. */
		reference?: string;
		expected?: LinkKey;
	};
	level: FeedbackLevel;
}

export const maxMessages = 3;

/**
 * At most three messages, most consequential first, one a code before a second of the same; about the map, never
 * about its maker. `attempt` counts from 1. `score` is that of `map` (`scoreMap`). Empty if nothing was lost and no
 * author's hint applies; `RABBIT` and `HANDS`, which are about words and never scored, come last.
 */
export function feedbackOn(
	kit: Kit,
	references: readonly Reference[],
	map: ArgumentMap,
	score: MapScore,
	attempt: number
): Feedback[] {
	const reference = references.find(({ id }) => id === score.reference);
	if (!reference) return [];
	const all = [
		...withHints(references, map, diagnose(kit, reference, map, score)),
		...wordFindings(kit, reference.map, map)
	].toSorted(byConsequence);
	const first = all.filter(({ code }, at) => all.findIndex((other) => other.code === code) === at);
	const chosen = [...first, ...all.filter((finding) => !first.includes(finding))].slice(0, maxMessages);
	const level: FeedbackLevel = attempt <= 1 ? 'where' : attempt === 2 ? 'rule' : 'contrast';
	return chosen.map(({ code, cards, frame, term, hint, expected }) => ({
		code,
		cards,
		level,
		params: {
			count: all.filter((other) => other.code === code).length,
			...(frame && { frame }),
			...(term !== undefined && { term }),
			...(hint !== undefined && { hint }),
			...(level === 'contrast' && { reference: score.reference, ...(expected !== undefined && { expected }) })
		}
	}));
}

function byConsequence(a: Finding, b: Finding): number {
	const difference = b.loss - a.loss;
	// Sums of fractions in another order may differ in the last place; the order of the messages must not.
	if (Math.abs(difference) > 1e-9) return difference;
	return (
		feedbackCodes.indexOf(a.code) - feedbackCodes.indexOf(b.code) ||
		byCodePoint([...a.cards, a.expected ?? ''].join(), [...b.cards, b.expected ?? ''].join())
	);
}
