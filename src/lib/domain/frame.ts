/**
 * Whose way of seeing a statement carries (Entman's framing), never whether it is true.
 * One vocabulary serves claims, framings, quiz items and map cards.
 */
export const frames = ['western', 'chinese', 'third-party', 'multilateral', 'shared', 'neutral-fact'] as const;
export type Frame = (typeof frames)[number];

/** The frames that a learner must both know: the headline is the lower of their scores. */
export const requiredFrames = ['western', 'chinese'] as const satisfies readonly Frame[];
export type RequiredFrame = (typeof requiredFrames)[number];
