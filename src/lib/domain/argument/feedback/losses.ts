import type { Agreement, MapScore } from '../score/model.ts';

/** Prices in points of the total, 0…1; see `lossesOf`. */
export interface Losses {
	/** One premise in a wrong group, at most. */
	premise: number;
	/** A link that earns `credit` for one of the reference. */
	partial(isEvidence: boolean, credit: number): number;
	missing(isEvidence: boolean): number;
	extra(isEvidence: boolean): number;
}

/**
 * What each kind of mistake costs at this score, from the derivative of the formulas: one more credit is worth
 * 1 / ((s + r)/2 − e) of the kappa, one link more in the denominator half of that, times the kappa. Rough, and used
 * for nothing but the order of the messages.
 */
export function lossesOf(score: MapScore): Losses {
	const { weights, links, evidence } = score;
	const unit = (isEvidence: boolean): number =>
		isEvidence ? price(weights.E, evidence) : price(weights.L + weights.G * (score.G ?? 0), links);
	const kappa = (isEvidence: boolean): number => (isEvidence ? (score.E ?? 0) : score.L);
	const premise = (weights.G * score.L) / Math.max(1, links.reference);
	return {
		premise,
		partial: (isEvidence, credit) => unit(isEvidence) * (1 - credit) + (isEvidence ? 0 : premise),
		missing: (isEvidence) => unit(isEvidence) * (1 - kappa(isEvidence) / 2),
		extra: (isEvidence) => (unit(isEvidence) * kappa(isEvidence)) / 2
	};
}

const price = (weight: number, of: Agreement | null): number =>
	of ? weight / Math.max(0.5, (of.student + of.reference) / 2 - of.chance) : 0;
