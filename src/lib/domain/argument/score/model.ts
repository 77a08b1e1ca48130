import type { RequiredFrame } from '../../frame.ts';
import type { Band, LinkKey } from '../model.ts';

/**
 * Why a link earned what it earned: `exact` 1; `instead` 1 or 0.5 (the author's word); `level` 0.5; `too-high` 0.25;
 * `reversed` 0.25; `polarity` 0 (the reference has it with the other sign); `none` 0; `optional` leaves the count.
 */
export type Why = 'exact' | 'instead' | 'level' | 'too-high' | 'reversed' | 'polarity' | 'none' | 'optional';

/** One link of the learner's map. Links that equivalents make one link share their credit, which counts once. */
export interface LinkCredit {
	link: LinkKey;
	/** The reference's link that it was matched with; for `polarity` the one with the other sign. */
	matched?: LinkKey;
	/** 0, 0.25, 0.5 or 1. */
	credit: number;
	why: Why;
}

/** The numbers behind a kappa: (earned − chance) / ((student + reference) / 2 − chance), held within 0…1. */
export interface Agreement {
	earned: number;
	student: number;
	reference: number;
	/** N, the number of candidate links. */
	candidates: number;
	/** e = student · reference / N. */
	chance: number;
	/** 0…1. */
	value: number;
}

export interface FrameShare {
	frame: RequiredFrame;
	exact: number;
	student: number;
	reference: number;
	/** 2 · exact / (student + reference), 0…1. */
	value: number;
}

/** Every share is a plain number 0…1, never rounded: it is rounded once, at display. */
export interface MapScore {
	/** The id of the reference that gives the best total. */
	reference: string;
	L: number;
	/** Null if the reference has no link. */
	G: number | null;
	/** Null if the reference has no evidence. */
	E: number | null;
	/** Null if no required frame has a link in the reference. */
	P: number | null;
	/** Share of the reference's links off the root that the map has exactly; null if there are none (a star). */
	D: number | null;
	total: number;
	band: Band;
	/** Present if the total alone would have given a higher band. */
	capped?: 'missing-frame' | 'flat';
	/** What each facet weighs after the weights of absent ones were handed on; they sum to 1. */
	weights: { L: number; G: number; E: number; P: number };
	links: Agreement;
	evidence: Agreement | null;
	frames: FrameShare[];
	/** For every link of the map, in its order. */
	credits: LinkCredit[];
	/** Links of the reference, optional ones left out, that nothing was matched with. */
	missing: LinkKey[];
	/** Links of the map that earned nothing, `polarity` included. */
	extra: LinkKey[];
}
